#pragma once

#include "operations/joining.h"
#include "operations/log_ins.h"
#include "operations/members.h"
#include "operations/person_accounts.h"
#include "operations/second_factors.h"
#include "operations/sign_ups.h"

namespace cartulary {

// All that people do with their own accounts and with each other, put together. `registry` outlives
// it.
class PeopleOperations {
public:
    PeopleOperations(const Registry& registry_given, SessionOptions options)
        : registry(registry_given), sessions(registry, options), passwords(registry.randomness) {}

    // Drops what ran out: sessions, sign-ups, invitations, links. To be called now and then.
    void forget_ended();

    const Registry& registry;
    PersonSessions sessions;
    PasswordWork passwords;
    PersonLimits limits{registry};
    SignUps sign_ups{registry, sessions, passwords, limits};
    LogIns log_ins{registry, sessions, passwords, limits};
    SecondFactors second_factors{registry, sessions, passwords, limits};
    PersonAccounts accounts{registry, sessions, passwords, limits};
    Members members{registry, limits};
    Joining joining{registry, sessions, passwords, limits};
};

}  // namespace cartulary
