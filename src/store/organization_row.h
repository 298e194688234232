#pragma once

#include "domain/organization.h"
#include "store/statement.h"

// An organization as a row of a query.
namespace cartulary::organizations {

// The columns that every query of whole organizations selects, before others of its own, in the
// order that organization_in() takes them.
#define ORGANIZATION_COLUMNS                                                                  \
    "number, id, serial, status, trusted_partner, tenant, name, profile_name, description, "  \
    "website, email, street, street_2, city, region, postal_code, country, sector, details, " \
    "picture, version, created_at, updated_at, approved_at"

inline constexpr int columns_of_organization = 24;

Organization organization_in(const Rows& row);

}  // namespace cartulary::organizations
