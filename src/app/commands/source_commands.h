#pragma once

#include <filesystem>

#include "app/commands/registry_commands.h"

namespace cartulary::commands {

// Brings in the organizations of a public list; `file` is absolute. See import/ror.h, import/irs.h.
Outcome import_ror(const Target& target, const std::filesystem::path& file);
Outcome import_irs(const Target& target, const std::filesystem::path& file);

}  // namespace cartulary::commands
