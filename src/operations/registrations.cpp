#include "operations/registrations.h"

#include <algorithm>

#include "domain/email_address.h"
#include "operations/invitations.h"
#include "operations/organization_events.h"
#include "store/credentials.h"
#include "store/organizations.h"
#include "store/persons.h"
#include "store/relationships.h"

namespace cartulary {

namespace {

void add_contacts(const Registry& registry, Transaction& transaction, const Caller& caller,
                  const Registration& registration, const Organization& organization) {
    const auto facts = facts_of(registry, organization, caller.name);
    std::vector<Uuid> told;
    for (const auto& contact : registration.contacts) {
        const auto [person, is_new] = invite(registry, transaction, contact);
        persons::put_membership(transaction, organization.number, person.id, Role::administrator,
                                registry.now());
        const bool again = std::ranges::find(told, person.id) != told.end();
        if (!registration.mail_contacts || again) continue;
        told.push_back(person.id);
        queue_mail(registry, transaction,
                   is_new ? MailKind::confirm_account : MailKind::made_administrator, person,
                   facts);
    }
}

void tell_partner_and_staff(const Registry& registry, Transaction& transaction,
                            const Caller& caller, const Organization& organization) {
    const auto facts = facts_of(registry, organization, caller.name);
    const auto partner = organizations::find(transaction, caller.organization);
    if (partner && EmailAddress::parse(partner->stated.email)) {
        Person contact;
        contact.email = partner->stated.email;
        contact.last_name = partner->stated.name;
        queue_mail(registry, transaction, MailKind::partner_registered, contact, facts);
    }
    for (const auto& person : persons::staff(transaction)) {
        queue_mail(registry, transaction, MailKind::staff_registered, person, facts);
    }
}

}  // namespace

Result<Registered> register_in(const Registry& registry, Transaction& transaction,
                               const Caller& caller, const Registration& registration) {
    const auto now = registry.now();
    Organization organization{.id = registration.id,
                              .number = 0,
                              .serial = 0,
                              .status = OrganizationStatus::approved,
                              .trusted_partner = false,
                              .tenant = {},
                              .stated = registration.draft,
                              .version = 1,
                              .created_at = now,
                              .updated_at = now,
                              .approved_at = now};
    const auto given = TRY(organizations::insert(transaction, organization));
    organization.number = given.number;
    organization.serial = given.serial;

    add_contacts(registry, transaction, caller, registration, organization);
    relationships::put(
        transaction, {organization.number, caller.organization, RelationshipStatus::approved, now});
    const auto api_key = Uuid::random(registry.randomness).text();
    credentials::insert(transaction, ApiKey{digest(api_key), organization.number, "first", now});
    TRY(append_event(registry, transaction, caller, organization,
                     event_type::organization_registered));
    tell_partner_and_staff(registry, transaction, caller, organization);
    return Registered{std::move(organization), api_key};
}

Result<void> Registrations::may_register(const Caller& caller) {
    if (caller.trusted_partner) return {};
    return fail(ErrorKind::forbidden,
                "the API key's organization is not a trusted partner; ask the registry's staff");
}

Result<Answer> Registrations::register_organization(
    const Caller& caller, Registration registration, const Repetition& repetition,
    const std::function<std::string(const Registered&)>& render) {
    TRY(may_register(caller));
    if (registration.draft.profile_name.empty()) {
        registration.draft.profile_name =
            generated_profile_name(Uuid::random(registry_.randomness));
    }
    if (auto problems = problems_in(registration); !problems.empty()) {
        return fail(std::move(problems));
    }
    auto answer =
        repetitions_.once(caller, repetition, [&](Transaction& transaction) -> Result<std::string> {
            return render(TRY(register_in(registry_, transaction, caller, registration)));
        });
    if (answer && !answer->repeated) {
        registry_.mail_waits();
        registry_.webhooks_wait();
    }
    return answer;
}

}  // namespace cartulary
