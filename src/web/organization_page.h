#pragma once

#include <memory>
#include <vector>

#include "http/router.h"
#include "operations/badge_templates.h"
#include "operations/organizations.h"
#include "web/shells.h"

namespace cartulary::web {

// An organization as everybody may see it, with the badges that it offers. What is passed outlives
// the routes.
std::vector<http::Route> organization_routes(Organizations& organizations,
                                             BadgeTemplates& badge_templates,
                                             std::shared_ptr<const Shells> shells);

}  // namespace cartulary::web
