#include "operations/partners.h"

#include "operations/invitations.h"
#include "operations/organization_events.h"
#include "store/credentials.h"
#include "store/organizations.h"
#include "store/persons.h"

namespace cartulary {

namespace {

Organization organization_of(const Registry& registry, const NewPartner& partner) {
    const auto now = registry.now();
    OrganizationDraft stated;
    stated.name = partner.name;
    stated.email = partner.email;
    stated.profile_name = generated_profile_name(Uuid::random(registry.randomness));
    return {.id = partner.id.value_or(OrganizationId(Uuid::random(registry.randomness))),
            .number = 0,
            .serial = 0,
            .status = OrganizationStatus::approved,
            .trusted_partner = true,
            .tenant = {},
            .stated = std::move(stated),
            .version = 1,
            .created_at = now,
            .updated_at = now,
            .approved_at = now};
}

std::vector<FieldProblem> problems_in(const NewPartner& partner, const Organization& organization) {
    auto problems = cartulary::problems_in(organization.stated, {.complete = false});
    if (partner.email.empty()) problems.push_back({"email", "is required"});
    return problems;
}

void invite_administrator(const Registry& registry, Transaction& transaction,
                          const Organization& organization) {
    Contact contact;
    contact.email = organization.stated.email;
    contact.last_name = organization.stated.name;
    const auto [person, is_new] = invite(registry, transaction, contact);
    persons::put_membership(transaction, organization.number, person.id, Role::administrator,
                            registry.now());
    queue_mail(registry, transaction,
               is_new ? MailKind::confirm_account : MailKind::made_administrator, person,
               facts_of(registry, organization, registry.name));
}

}  // namespace

Result<PartnerMade> add_partner(const Registry& registry, const Caller& caller,
                                const NewPartner& partner) {
    auto organization = organization_of(registry, partner);
    if (auto problems = problems_in(partner, organization); !problems.empty()) {
        return fail(std::move(problems));
    }
    auto made = registry.store.write([&](Transaction& transaction) -> Result<PartnerMade> {
        const auto given = TRY(organizations::insert(transaction, organization));
        organization.number = given.number;
        organization.serial = given.serial;
        const auto api_key = Uuid::random(registry.randomness).text();
        credentials::insert(
            transaction, ApiKey{digest(api_key), given.number, "first", organization.created_at});
        invite_administrator(registry, transaction, organization);
        TRY(append_event(registry, transaction, caller, organization,
                         event_type::organization_registered));
        return PartnerMade{organization.id, partner.name, api_key};
    });
    if (made) {
        registry.mail_waits();
        registry.webhooks_wait();
    }
    return made;
}

}  // namespace cartulary
