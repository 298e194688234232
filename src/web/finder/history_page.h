#pragma once

#include "web/finder/finder.h"

namespace cartulary::web {

// All versions of a thing, and what differs between two of them; nothing of who made them.
std::vector<http::Route> version_routes(const Visits& visits, const FinderOperations& operations);

}  // namespace cartulary::web
