#pragma once

#include "domain/organization.h"
#include "operations/registry.h"

namespace cartulary {

// As events name who registered an organization that was brought in from elsewhere.
inline constexpr auto imported_by = "import";

// Registers an organization that the registry's own staff brings in from elsewhere, under the id
// that it has there: approved, with its event, and without anybody to administer it. Its public
// document is the caller's to make in the same transaction (see operations/resources.h).
//
// `stated` needs no profile name. invalid: a field is wrong, though not where one is empty that
// others must fill in; conflict: the id or an identifier is another's.
Result<Organization> register_imported(const Registry& registry, Transaction& transaction,
                                       const OrganizationId& id, OrganizationDraft stated);

}  // namespace cartulary
