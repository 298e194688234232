#pragma once

#include <memory>
#include <vector>

#include "http/router.h"
#include "operations/badge_templates.h"
#include "web/shells.h"

namespace cartulary::web {

// What an issuer says of a badge that it gives, for everybody. `badge_templates` outlives the
// routes.
std::vector<http::Route> badge_template_routes(BadgeTemplates& badge_templates,
                                               std::shared_ptr<const Shells> shells);

}  // namespace cartulary::web
