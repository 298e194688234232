#pragma once

#include "domain/registration.h"
#include "operations/registry.h"
#include "operations/repetition.h"

namespace cartulary {

// What the caller is told once, and never again.
struct Registered {
    Organization organization;
    std::string api_key;
};

// What Registrations::register_organization does in its transaction, for whom it is known that they
// may. There are no problems in the registration. Who commits calls registry.mail_waits() and
// registry.webhooks_wait(). conflict: as there.
Result<Registered> register_in(const Registry& registry, Transaction& transaction,
                               const Caller& caller, const Registration& registration);

// Trusted partners register organizations.
class Registrations {
public:
    explicit Registrations(const Registry& registry)
        : registry_(registry), repetitions_(registry.store, registry.vault, registry.now) {}

    // Whether this caller may register anything. forbidden: it is no trusted partner.
    static Result<void> may_register(const Caller& caller);

    // In one transaction: the organization, approved; its contacts, made where unknown, as its
    // administrators; the right of the caller to publish for it; its first API key; an event;
    // and mail to everybody concerned.
    //
    // `render` makes the answer, which is kept for who repeats the request. forbidden: as above;
    // invalid: every problem at once; conflict: the CTID or the profile name is taken; key_reused.
    Result<Answer> register_organization(
        const Caller& caller, Registration registration, const Repetition& repetition,
        const std::function<std::string(const Registered&)>& render);

private:
    const Registry& registry_;
    Repetitions repetitions_;
};

}  // namespace cartulary
