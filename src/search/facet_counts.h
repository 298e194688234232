#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "search/index.h"
#include "search/names.h"

namespace cartulary::search {

// The most frequent values of every facet among these entries, at most `count_max` of each.
Names::FacetCounts count_facets(const Index& index, std::span<const std::int64_t> numbers,
                                std::size_t count_max);

}  // namespace cartulary::search
