#pragma once

#include <string>

#include "domain/organization.h"
#include "operations/caller.h"
#include "operations/resources.h"

// Who may publish what.
namespace cartulary {

// forbidden: the owner, or the organization that publishes for it, is not approved.
Result<void> require_approved(Transaction& transaction, const Caller& caller,
                              const Organization& owner);

// The organization, held until the transaction ends, where the caller may publish for it, and both
// are approved. not_found, forbidden: as Resources::publish says.
Result<Organization> publishing_owner(Transaction& transaction, const Caller& caller,
                                      const OrganizationId& id);

// forbidden: nothing is published of an organization that is not published itself. One whose
// document is missing gets it here.
Result<void> require_public(const Registry& registry, Transaction& transaction,
                            const Organization& owner);

struct OwnedResource {
    Resource resource;
    Organization owner;
};
// What the caller may change, with its owner held. The command line may also where the owner is not
// approved. not_found, gone, forbidden.
Result<OwnedResource> owned_resource(Transaction& transaction, const Caller& caller,
                                     const Ctid& ctid, Right right);

// conflict, with this field.
tl::unexpected<Error> refused_resource(std::string message, std::string field, std::string problem);
tl::unexpected<Error> unknown_resource();
tl::unexpected<Error> deleted_resource();

ResourceKnown known_of(Transaction& transaction, const Resource& resource);

}  // namespace cartulary
