#pragma once

#include "web/finder/finder.h"

namespace cartulary::web {

// How many things stand side by side.
inline constexpr std::size_t compared_max = 4;

// Things side by side ("/compare?ctid=ce-…&ctid=…"), and a search for others beside them.
std::vector<http::Route> compare_routes(const Visits& visits, const FinderOperations& operations);

}  // namespace cartulary::web
