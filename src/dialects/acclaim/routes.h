#pragma once

#include <vector>

#include "dialects/acclaim/acclaim.h"

// The routes, by their noun. `operations` outlives them.
namespace cartulary::acclaim {

using Routes = std::vector<http::Route>;

Routes organization_routes(const Operations& operations);
Routes token_routes(const Operations& operations);
Routes event_routes(const Operations& operations);
Routes webhook_routes(const Operations& operations);  // its secret
Routes badge_template_routes(const Operations& operations);
Routes badge_routes(const Operations& operations);
Routes open_badge_routes(const Operations& operations);  // Open Badges 2.0, for everybody

}  // namespace cartulary::acclaim
