#pragma once

#include <memory>
#include <vector>

#include "http/router.h"
#include "operations/badges.h"
#include "operations/registry.h"
#include "web/shells.h"

namespace cartulary::web {

// Where an earner sees a badge and decides about it, by a mailed link. The link's secret is the
// right to do so: there is no cookie that a foreign page could use. Looking changes nothing, since
// programs that check mail follow links. What is passed outlives the routes.
std::vector<http::Route> earner_routes(const Registry& registry, Badges& badges,
                                       std::shared_ptr<const Shells> shells);

}  // namespace cartulary::web
