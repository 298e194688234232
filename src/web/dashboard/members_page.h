#pragma once

#include "web/visit.h"

namespace cartulary::web {

// The members of the organization that the path names, with the problems of the form by which
// somebody is invited.
http::Response members_page(Visit& visit, const Problems& problems);

// What the path names; nothing where it is no CTID.
std::optional<OrganizationId> organization_of(const Visit& visit);
std::string members_path(const OrganizationId& organization);

}  // namespace cartulary::web
