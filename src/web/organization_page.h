#pragma once

#include <memory>
#include <vector>

#include "http/router.h"
#include "operations/badge_templates.h"
#include "operations/organizations.h"
#include "operations/resources.h"
#include "web/shells.h"

namespace cartulary::web {

// What the pages of organizations' profile names are made of.
struct OrganizationPages {
    Organizations& organizations;
    BadgeTemplates& badge_templates;
    Resources& resources;
};

// An organization by its profile name: leads on to the page of its document; where it has none, as
// those of companies and tenants may not, what everybody may see of its record, with the badges
// that it offers. What `pages` refers to outlives the routes.
std::vector<http::Route> organization_routes(const OrganizationPages& pages,
                                             std::shared_ptr<const Shells> shells);

}  // namespace cartulary::web
