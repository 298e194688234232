#include "operations/organization_access.h"

#include "store/organizations.h"

namespace cartulary {

namespace {

// Nothing where the caller's credential does not reach.
std::optional<std::int32_t> number_reached(Transaction& transaction, const Caller& caller,
                                           const OrganizationId& id, Reach reach) {
    if (is_command_line(caller)) return organizations::number_of(transaction, id);
    if (caller.organization != 0 && id == caller.id) return caller.organization;
    if (reach == Reach::own) return std::nullopt;
    const auto sight = organizations::sight_of(transaction, id, caller.organization);
    if (!sight || !sight->may_see) return std::nullopt;
    return sight->number;
}

}  // namespace

bool is_command_line(const Caller& caller) {
    return caller.organization == 0 && caller.acts_as.empty();
}

Result<std::int32_t> number_within(Transaction& transaction, const Caller& caller,
                                   const OrganizationId& id, Reach reach, Right right) {
    const auto number = number_reached(transaction, caller, id, reach);
    // Said before a right is missed: what is not the caller's to see is not there.
    if (!number) return fail(ErrorKind::not_found, "no organization that you may see has this id");
    TRY(require(caller, right));
    return *number;
}

Result<Organization> organization_within(Transaction& transaction, const Caller& caller,
                                         const OrganizationId& id, Reach reach, Right right) {
    const auto number = TRY(number_within(transaction, caller, id, reach, right));
    return organizations::find(transaction, number).value();
}

Result<Organization> organization_held(Transaction& transaction, const Caller& caller,
                                       const OrganizationId& id, Reach reach, Right right) {
    const auto number = TRY(number_within(transaction, caller, id, reach, right));
    organizations::hold(transaction, number);
    return organizations::find(transaction, number).value();
}

Issuer issuer_of(const Organization& organization) {
    return {.id = organization.id,
            .number = organization.number,
            .name = organization.stated.name,
            .profile_name = organization.stated.profile_name,
            .verified = organization.status == OrganizationStatus::approved};
}

}  // namespace cartulary
