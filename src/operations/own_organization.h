#pragma once

#include "domain/organization.h"
#include "operations/actor.h"

// People at work in their organizations. All of it happens in the transaction of whoever calls, and
// looks the role up again: it may have changed since the actor was found.
namespace cartulary {

// An organization that a person acts in, held until the transaction ends, and the person as a
// caller in it. not_found: they have no part in it; forbidden: their role is not enough.
struct ActedIn {
    Organization organization;
    Caller caller;
};
Result<ActedIn> acted_in(Transaction& transaction, const Actor& actor, const OrganizationId& id,
                         Need need);

// One that a person looks at: theirs, or any where they are of the registry's staff. not_found.
Result<Organization> looked_at(Transaction& transaction, const Actor& actor,
                               const OrganizationId& id);

// The person as a caller in an organization that they look at, with the right to write where they
// administer it: a member, or one of the registry's staff, who only look. not_found.
Result<Caller> looking_at(const Registry& registry, const Actor& actor, const OrganizationId& id);

// Those who administer an organization.
std::vector<Person> administrators_of(Transaction& transaction, std::int32_t organization);

// Where an organization's own people look after it: "/dashboard/organizations/ce-…".
std::string dashboard_page_of(const OrganizationId& organization);

}  // namespace cartulary
