#pragma once

#include <filesystem>
#include <memory>

#include "base/metrics.h"
#include "store/store.h"

namespace cartulary {

struct SqliteOptions {
    std::filesystem::path file;
    std::size_t commit_group_max = 256;  // callers that may share one commit
};

// Opens the file, or makes it, and applies the migrations it lacks. The caller holds the data
// directory's lock: no other process may open the file for writing while this store lives.
std::unique_ptr<Store> open_sqlite_store(SqliteOptions options, Metrics& metrics);

}  // namespace cartulary
