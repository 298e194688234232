#include "domain/event.h"
#include "operations/applications.h"
#include "operations/organization_events.h"
#include "operations/own_organization.h"
#include "store/invitations.h"
#include "store/organizations.h"
#include "store/persons.h"

namespace cartulary {

namespace {

bool may_be_discarded(const Organization& organization) {
    return !organization.approved_at && (organization.status == OrganizationStatus::draft ||
                                         organization.status == OrganizationStatus::declined);
}

void remove_people(const Registry& registry, Transaction& transaction, std::int32_t organization) {
    for (const auto& member : persons::members(transaction, organization)) {
        persons::remove_membership(transaction, organization, member.person.id);
    }
    for (const auto& invitation :
         invitations::of_organization(transaction, organization, registry.now())) {
        invitations::remove(transaction, organization, invitation.id);
    }
    for (const auto& request : join_requests::of_organization(transaction, organization)) {
        join_requests::remove(transaction, organization, request.person);
    }
}

}  // namespace

Result<void> Applications::discard(const Actor& actor, const OrganizationId& organization) {
    auto discarded = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        auto [own, caller] = TRY(acted_in(transaction, actor, organization, Need::administer));
        if (!may_be_discarded(own)) {
            return fail(ErrorKind::conflict,
                        "only an organization that was never approved and does not wait for it "
                        "can be discarded");
        }
        own.status = OrganizationStatus::retired;
        own.version += 1;
        own.updated_at = registry_.now();
        // Another one may have its names.
        own.stated.profile_name = generated_profile_name(Uuid::random(registry_.randomness));
        own.stated.identifiers.clear();
        own.stated.webhook = {};
        TRY(organizations::replace(transaction, own));
        TRY(append_event(registry_, transaction, caller, own, event_type::organization_deleted));
        remove_people(registry_, transaction, own.number);
        return {};
    });
    return discarded;
}

}  // namespace cartulary
