#pragma once

#include <optional>

#include "domain/tenant.h"
#include "operations/caller.h"
#include "store/store.h"

namespace cartulary {

// Who asks for a tenant: the owner of an API key and, where it showed a person's token, that
// person.
struct TenantCaller {
    Caller caller;
    std::optional<TenantPerson> person = {};

    std::string person_id() const { return person ? person->id.text() : std::string(); }
};

// Whether the caller looks after this organization: its tenant is the caller's own or one that the
// caller made, and the person, where there is one, is an administrator of the organization, its
// tenant, or of a tenant of its own that looks after this one. The command line looks after all.
bool looks_after(Transaction& transaction, const TenantCaller& caller,
                 const TenantOrganization& organization);

// forbidden: the caller does not.
Result<void> require_looks_after(Transaction& transaction, const TenantCaller& caller,
                                 const TenantOrganization& organization);

// The organization, held until the transaction ends. not_found, with the field "organization";
// forbidden: the caller does not look after it.
Result<TenantOrganization> tenant_organization_held(Transaction& transaction,
                                                    const TenantCaller& caller,
                                                    std::int64_t serial);

// What may be told of a refusal by one field.
tl::unexpected<Error> refused(ErrorKind kind, std::string field, std::string problem);

}  // namespace cartulary
