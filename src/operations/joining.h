#pragma once

#include <string>
#include <vector>

#include "domain/invitation.h"
#include "operations/password_work.h"
#include "operations/person_sessions.h"

namespace cartulary {

// How somebody comes into an organization: by an invitation that was mailed, or by asking.
class Joining {
public:
    Joining(const Registry& registry, PersonSessions& sessions, PasswordWork& passwords,
            PersonLimits& limits)
        : registry_(registry), sessions_(sessions), passwords_(passwords), limits_(limits) {}

    // What the holder of an invitation's link is told.
    struct Invited {
        Invitation invitation;
        OrganizationId organization;
        std::string name;          // of the organization
        bool has_account = false;  // the address has a person with a password
    };
    Result<Invited> of_link(const std::string& token);  // gone: used, cancelled, or too old

    // Whoever was invited and is logged in. gone; forbidden: it is for another address than theirs.
    Result<OrganizationId> accept(const Actor& actor, const std::string& token);

    // Whoever was invited and has no account: makes one and logs them in, which gives the cookie.
    // gone; conflict: they have one by now; invalid: each field that is.
    struct NewAccount {
        std::string first_name;
        std::string last_name;
        std::string password;
    };
    Result<std::string> accept_as_new(const std::string& token, const NewAccount& account,
                                      const Browser& browser);

    // An organization that a person may ask to be let into: it is registered here, or wants to be,
    // and is nobody's tenant. not_found.
    Result<Organization> open_to_requests(const OrganizationId& id);

    // Mails the organization's administrators. not_found, as above; conflict: the person is a
    // member, waits already, was declined lately, or waits for too many; invalid: the note.
    Result<void> ask(const Actor& actor, const OrganizationId& organization,
                     const std::string& note);

    // What the person asked for and has no answer to, by the organizations' numbers.
    std::vector<Organization> asked_by(const Actor& actor);

private:
    const Registry& registry_;
    PersonSessions& sessions_;
    PasswordWork& passwords_;
    PersonLimits& limits_;
};

}  // namespace cartulary
