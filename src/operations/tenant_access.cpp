#include "operations/tenant_access.h"

#include <algorithm>

#include "store/organizations.h"
#include "store/relationships.h"
#include "store/tenant_organizations.h"
#include "store/tenant_people.h"

namespace cartulary {

namespace {

// Whether a tenant looks after another one with all that it has.
bool reaches(Transaction& transaction, std::int32_t tenant, std::int32_t root) {
    if (tenant == root) return true;
    const auto relationship = relationships::find(transaction, root, tenant);
    return relationship && relationship->status == RelationshipStatus::approved;
}

bool is_administrator(Transaction& transaction, const TenantPerson& person,
                      std::int32_t organization) {
    const auto membership = tenant_people::find_membership(transaction, organization, person.id);
    return membership && std::ranges::find(membership->roles, tenant_role::administrator) !=
                             membership->roles.end();
}

bool may_act(Transaction& transaction, const TenantPerson& person,
             const TenantOrganization& organization) {
    return is_administrator(transaction, person, organization.organization.number) ||
           is_administrator(transaction, person, organization.root) ||
           (is_administrator(transaction, person, person.tenant) &&
            reaches(transaction, person.tenant, organization.root));
}

}  // namespace

bool looks_after(Transaction& transaction, const TenantCaller& caller,
                 const TenantOrganization& organization) {
    const bool is_command_line =
        caller.caller.organization == 0 && caller.caller.acts_as.empty() && !caller.person;
    if (is_command_line) return true;
    return reaches(transaction, caller.caller.organization, organization.root) &&
           (!caller.person || may_act(transaction, *caller.person, organization));
}

Result<void> require_looks_after(Transaction& transaction, const TenantCaller& caller,
                                 const TenantOrganization& organization) {
    if (looks_after(transaction, caller, organization)) return {};
    return fail(ErrorKind::forbidden, "another tenant looks after this organization");
}

Result<TenantOrganization> tenant_organization_held(Transaction& transaction,
                                                    const TenantCaller& caller,
                                                    std::int64_t serial) {
    auto found = tenant_organizations::find_by_serial(transaction, serial);
    if (!found) return refused(ErrorKind::not_found, "organization", "is not known");
    TRY(require_looks_after(transaction, caller, *found));
    organizations::hold(transaction, found->organization.number);
    // Read after it was held: who held it before may have changed it.
    return tenant_organizations::find_by_serial(transaction, serial).value();
}

tl::unexpected<Error> refused(ErrorKind kind, std::string field, std::string problem) {
    return tl::unexpected(
        Error{kind, "the " + field + " " + problem, {{std::move(field), std::move(problem)}}});
}

}  // namespace cartulary
