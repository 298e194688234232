#pragma once

#include <cstddef>
#include <vector>

#include "search/matching.h"

namespace cartulary::search {

// As `match`, of a record: a name and what else is known.
std::vector<Candidate> match_record(const Names& names, const Described& described,
                                    std::size_t count);

}  // namespace cartulary::search
