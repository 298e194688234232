#pragma once

#include <memory>
#include <vector>

#include "http/router.h"
#include "operations/pictures.h"
#include "web/shells.h"

namespace cartulary::web {

// The stored pictures of organizations and badges. They are never changed, so that browsers may
// keep them for good. `pictures` outlives the routes.
std::vector<http::Route> picture_routes(Pictures& pictures, std::shared_ptr<const Shells> shells);

}  // namespace cartulary::web
