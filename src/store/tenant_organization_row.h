#pragma once

#include "domain/tenant.h"
#include "store/organization_row.h"

// An organization of a tenant as a row of a query.
namespace cartulary::tenant_organizations {

// What every query of whole ones selects, in the order that tenant_organization_in() takes it.
#define TENANT_ORGANIZATIONS_SQL                                      \
    "select " ORGANIZATION_COLUMNS                                    \
    ", root, root_serial, channel, created_by, updated_by from "      \
    "tenant_organization join organization on organization.number = " \
    "tenant_organization.organization "

inline TenantOrganization tenant_organization_in(const Rows& row) {
    constexpr auto next = organizations::columns_of_organization;
    return {.organization = organizations::organization_in(row),
            .root = static_cast<std::int32_t>(row.integer(next)),
            .root_serial = row.integer(next + 1),
            .channel = row.text(next + 2),
            .created_by = row.text(next + 3),
            .updated_by = row.text(next + 4)};
}

}  // namespace cartulary::tenant_organizations
