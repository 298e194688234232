#pragma once

#include <vector>

#include "web/finder/finder.h"

// What crawlers read: /robots.txt, and the map of the site (sitemaps.org) in files of at most
// 50,000 addresses and 50 MB, which stay what they are when others grow.
namespace cartulary::web {

std::vector<http::Route> site_map_routes(const Visits& visits, const FinderOperations& operations);

}  // namespace cartulary::web
