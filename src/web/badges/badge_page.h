#pragma once

#include <memory>
#include <vector>

#include "http/router.h"
#include "operations/badges.h"
#include "operations/registry.h"
#include "web/shells.h"

namespace cartulary::web {

// A badge as everybody may see it, unless its earner keeps it private. What is passed outlives the
// routes.
std::vector<http::Route> badge_routes(const Registry& registry, Badges& badges,
                                      std::shared_ptr<const Shells> shells);

}  // namespace cartulary::web
