#pragma once

#include <cstddef>

#include "operations/finding.h"

namespace cartulary {

// How much a query by example may look through.
struct ExampleLimits {
    std::size_t candidates_max = 50'000;  // entries that may meet it, as far as the index tells
    std::size_t lookups_max = 100'000;    // of what their references lead to
    std::size_t bytes_max = std::size_t{256} << 20;  // of documents, as texts
};

// As Finding::by_example. The total is exact; the answers are in the order of their numbers. Reads
// piece by piece, so that no snapshot is held for a long one.
Result<Finding::Examples> search_by_example(const Registry& registry, const json::Value& query,
                                            const Slice& slice, const ExampleLimits& limits = {});

}  // namespace cartulary
