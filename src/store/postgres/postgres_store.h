#pragma once

#include <memory>
#include <string>

#include "base/metrics.h"
#include "store/store.h"

namespace cartulary {

struct PostgresOptions {
    std::string address;  // "postgresql://…", or any connection string of libpq
    std::size_t connections_max = 16;
};

// Connects, and applies the migrations that the database lacks, under an advisory lock, so that
// several nodes may start at once. Afterwards a lost database makes calls throw Unavailable until
// it is back.
std::unique_ptr<Store> open_postgres_store(PostgresOptions options, Metrics& metrics);

}  // namespace cartulary
