#pragma once

#include <filesystem>

#include "app/data_folder.h"
#include "app/outcome.h"

namespace cartulary::commands {

// Puts a backup into a data directory that has no database yet. The folder's lock is held.
Outcome restore(const DataFolder& folder, const std::filesystem::path& file, bool json);

}  // namespace cartulary::commands
