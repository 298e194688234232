#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "app/commands/registry_commands.h"

namespace cartulary::commands {

struct Export {
    std::filesystem::path file;  // absolute, and not there yet; packed where it ends in ".gz"
    std::optional<std::int64_t> since;  // number of a change
};

// Everything that is published as lines of JSON (see operations/resource_export.h), for `import
// ctdl` and for others; or what changed since. Says after which change the next one goes on.
Outcome export_registry(const Target& target, const Export& wanted);

}  // namespace cartulary::commands
