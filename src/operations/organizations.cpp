#include "operations/organizations.h"

#include "store/credentials.h"
#include "store/events.h"
#include "store/organizations.h"
#include "store/persons.h"
#include "store/relationships.h"

namespace cartulary {

namespace {

Error unknown() {
    return {ErrorKind::not_found, "no organization that you may see has this CTID"};
}

bool may_see(Transaction& transaction, const Caller& caller, std::int32_t organization) {
    if (caller.organization == 0 || caller.organization == organization) return true;
    const auto relationship =
        relationships::find(transaction, organization, caller.organization);
    return relationship && relationship->status == RelationshipStatus::approved;
}

}  // namespace

Result<Organization> Organizations::get(const Caller& caller, const OrganizationId& id) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Organization> {
        auto organization = organizations::find(transaction, id);
        if (!organization || !may_see(transaction, caller, organization->number)) {
            return tl::unexpected(unknown());
        }
        return *std::move(organization);
    });
}

Result<Organizations::Whole> Organizations::show(const OrganizationId& id) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Whole> {
        auto organization = organizations::find(transaction, id);
        if (!organization) return tl::unexpected(unknown());
        const auto number = organization->number;
        Whole whole{.organization = *std::move(organization),
                    .members = persons::members(transaction, number),
                    .relationships = relationships::of_organization(transaction, number),
                    .third_parties = {},
                    .keys = credentials::keys_of(transaction, number),
                    .events = events::count(transaction, number)};
        for (const auto& relationship : whole.relationships) {
            whole.third_parties.push_back(
                organizations::find(transaction, relationship.third_party).value());
        }
        return whole;
    });
}

void Organizations::for_each(const std::function<void(const Organization&)>& visit) {
    registry_.store.read([&](Transaction& transaction) {
        organizations::for_each(transaction, visit);
        return 0;
    });
}

}  // namespace cartulary
