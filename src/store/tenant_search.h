#pragma once

#include "domain/tenant_search.h"
#include "store/store.h"

namespace cartulary::tenant_organizations {

// Searches tenants and their organizations. Their texts are compared folded; a value that is of
// another type than its field is the caller's mistake and throws.
TenantsFound search(Transaction& transaction, const TenantSearch& search);

}  // namespace cartulary::tenant_organizations
