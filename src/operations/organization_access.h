#pragma once

#include "domain/badge.h"
#include "domain/organization.h"
#include "operations/caller.h"
#include "store/store.h"

namespace cartulary {

// How far a caller's credential reaches.
enum class Reach {
    own,      // its organization alone: secrets, tokens
    granted,  // also those for which it may publish
};

// Whether it is the registry's staff at the command line, who reach all.
bool is_command_line(const Caller& caller);

// The organization, where the caller's credential reaches it and gives this right. not_found: it
// does not, or there is none; forbidden. The command line reaches all.
Result<Organization> organization_within(Transaction& transaction, const Caller& caller,
                                         const OrganizationId& id, Reach reach, Right right);

// The same, held until the transaction ends: whoever changes the organization or what belongs to
// it comes after the one before, and reads what that one wrote.
Result<Organization> organization_held(Transaction& transaction, const Caller& caller,
                                       const OrganizationId& id, Reach reach, Right right);

// Its number alone, under the same conditions.
Result<std::int32_t> number_within(Transaction& transaction, const Caller& caller,
                                   const OrganizationId& id, Reach reach, Right right);

// As its badges show it.
Issuer issuer_of(const Organization& organization);

}  // namespace cartulary
