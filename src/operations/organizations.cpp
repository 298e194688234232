#include "operations/organizations.h"

#include "base/text.h"
#include "operations/organization_access.h"
#include "store/credentials.h"
#include "store/events.h"
#include "store/organizations.h"
#include "store/persons.h"
#include "store/relationships.h"

namespace cartulary {

namespace {

Error unknown() {
    return {ErrorKind::not_found, "no organization that you may see has this id"};
}

Result<Organization> approved(std::optional<Organization> found) {
    if (found && found->status == OrganizationStatus::approved) return *std::move(found);
    return fail(ErrorKind::not_found, "no approved organization is called this");
}

}  // namespace

std::size_t Organizations::HashOfLook::operator()(const Look& look) const {
    const auto& bytes = look.organization.bytes();
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return std::hash<std::string_view>()(text) ^ static_cast<std::size_t>(look.viewer);
}

Result<Organizations::Rendered> Organizations::get(
    const Caller& caller, const OrganizationId& id, BoundedCache& rendered,
    const std::function<std::string(const Organization&)>& render) {
    const auto sight = sights_.get({id.uuid(), caller.organization}, [&] {
        return registry_.store.read([&](Transaction& transaction) {
            return organizations::sight_of(transaction, id, caller.organization);
        });
    });
    if (!sight || !sight->may_see) return tl::unexpected(unknown());
    TRY(require(caller, Right::read));
    if (auto text = rendered.find({sight->number, sight->version})) {
        return Rendered{sight->version, std::move(text)};
    }
    // It may have changed since: what is kept is kept under the version that was read.
    const auto organization = registry_.store.read([&](Transaction& transaction) {
        return organizations::find(transaction, sight->number).value();
    });
    auto text = std::make_shared<const std::string>(render(organization));
    rendered.put({organization.number, organization.version}, text);
    return Rendered{organization.version, std::move(text)};
}

Result<Page<Organization>> Organizations::list(const Caller& caller, const Slice& slice) {
    TRY(require(caller, Right::read));
    return registry_.store.read([&](Transaction& transaction) {
        return organizations::list_seen_by(transaction, caller.organization, slice);
    });
}

Result<Organization> Organizations::shown(std::string_view profile_name) {
    return approved(registry_.store.read([&](Transaction& transaction) {
        return organizations::find_by_profile_name(transaction, text::folded(profile_name));
    }));
}

Result<Organization> Organizations::shown(const OrganizationId& id) {
    return approved(registry_.store.read(
        [&](Transaction& transaction) { return organizations::find(transaction, id); }));
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
