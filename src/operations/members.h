#pragma once

#include <vector>

#include "domain/invitation.h"
#include "operations/person_sessions.h"

namespace cartulary {

// The people of organizations. Who administers an organization decides about them; the registry's
// staff may do the same everywhere. Every refusal is not_found where the actor has no part in the
// organization, and forbidden where it is not enough.
class Members {
public:
    Members(const Registry& registry, PersonLimits& limits)
        : registry_(registry), limits_(limits) {}

    struct Asking {
        JoinRequest request;
        Person person;
    };
    struct Listed {
        Organization organization;
        bool may_change = false;
        std::vector<Membership> members;      // by address
        std::vector<Invitation> invitations;  // both only for who may change something
        std::vector<Asking> requests;
    };
    Result<Listed> list(const Actor& actor, const OrganizationId& organization);

    // conflict: it would be left without an administrator. not_found also: no such member.
    Result<void> set_role(const Actor& actor, const OrganizationId& organization,
                          const Uuid& person, Role role);
    Result<void> remove(const Actor& actor, const OrganizationId& organization, const Uuid& person);

    // What everybody may do. conflict, as above.
    Result<void> leave(const Actor& actor, const OrganizationId& organization);

    // Mails a link that is good for invitation_life, in the place of one that was mailed before.
    // invalid: the address; conflict: that person is a member, or there are too many; limited.
    Result<void> invite(const Actor& actor, const OrganizationId& organization,
                        const std::string& email, Role role);
    Result<void> cancel_invitation(const Actor& actor, const OrganizationId& organization,
                                   const Uuid& invitation);

    // Lets somebody in who asked, or declines. not_found: nobody of this id waits.
    Result<void> let_in(const Actor& actor, const OrganizationId& organization, const Uuid& person,
                        Role role);
    Result<void> decline(const Actor& actor, const OrganizationId& organization,
                         const Uuid& person);

private:
    const Registry& registry_;
    PersonLimits& limits_;
};

// An organization whose people the actor may look after, held until the transaction ends; and the
// actor as a caller in it.
struct Administered {
    Organization organization;
    Caller caller;
};
Result<Administered> administered(Transaction& transaction, const Actor& actor,
                                  const OrganizationId& id);

// Writes that something happened to a person of an organization.
void append_member_event(const Registry& registry, Transaction& transaction, const Caller& caller,
                         const Organization& organization, const std::string& type,
                         const Uuid& person, std::string_view role);

}  // namespace cartulary
