#pragma once

#include <vector>

#include "operations/badge_templates.h"
#include "operations/finding.h"
#include "operations/organizations.h"
#include "operations/resources.h"
#include "web/visit.h"

// What everybody sees who looks for a credential: search, and a page of each thing.
namespace cartulary::web {

struct FinderOperations {
    const Registry& registry;
    Finding& finding;
    Resources& resources;
    Organizations& organizations;
    BadgeTemplates& badge_templates;
};

// All pages but those of resources, whose addresses are the registry's own. What `operations`
// refers to outlives them.
std::vector<http::Route> finder_routes(const Visits& visits, const FinderOperations& operations);

// The page of the resource that a path names ("ctid"), also as of a date ("as_of" in the query).
http::Handler resource_page(const Visits& visits, const FinderOperations& operations);

// Their addresses.
std::string resource_path(const Ctid& ctid);

}  // namespace cartulary::web
