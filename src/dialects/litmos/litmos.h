#pragma once

#include "http/router.h"
#include "operations/attendee_groups.h"
#include "operations/company_organizations.h"
#include "operations/company_users.h"
#include "operations/email_domains.h"

namespace cartulary::litmos {

struct Operations {
    CompanyUsers& users;
    CompanyOrganizations& organizations;
    AttendeeGroups& attendee_groups;
    EmailDomains& email_domains;
};

// The organization interface of Litmos Commerce (ViewCentral): a company's users keep its
// organizations. `operations` outlives the routes.
http::Area area(const Operations& operations);

// Its OpenAPI description.
extern const std::string_view openapi;

}  // namespace cartulary::litmos
