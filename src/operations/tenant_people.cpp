#include "operations/tenant_people.h"

#include <algorithm>

#include "base/secrets.h"
#include "base/text.h"
#include "domain/person.h"
#include "operations/organization_events.h"
#include "store/tenant_organizations.h"
#include "store/tenant_people.h"

namespace cartulary {

namespace {

// Longer than any user name; nobody makes us fold a book.
constexpr std::size_t login_bytes_max = 1'000;

bool may_be_login(const std::string& login, const std::string& password) {
    return !login.empty() && login.size() <= login_bytes_max && text::is_utf8(login) &&
           !password.empty() && password.size() <= password_bytes_max;
}

tl::unexpected<Error> unknown(std::string field) {
    return refused(ErrorKind::not_found, std::move(field), "is not known");
}

Result<void> require_roles(const std::vector<std::string>& roles) {
    const auto known = tenant_roles();
    for (const auto& role : roles) {
        if (std::ranges::find(known, role) == known.end()) {
            return fail({FieldProblem{"roles", "has one that is not known"}});
        }
    }
    return {};
}

std::vector<std::string> everybodys_roles() {
    return {std::string(tenant_role::everybody)};
}

std::optional<TenantOrganization> find_organization(Transaction& transaction,
                                                    const TenantPeople::Where& where) {
    if (where.serial) return tenant_organizations::find_by_serial(transaction, *where.serial);
    const auto tenant = tenant_organizations::find_by_channel(transaction, where.channel);
    if (!tenant) return std::nullopt;
    const auto number =
        tenant_organizations::number_by(transaction, tenant->root, where.external_id);
    if (!number) return std::nullopt;
    return tenant_organizations::find(transaction, *number);
}

// The organization held, and the person, both the caller's to look after.
Result<TenantOrganization> held_with_person(Transaction& transaction, const TenantCaller& caller,
                                            const TenantPeople::Where& where, const Uuid& id) {
    const auto found = find_organization(transaction, where);
    if (!found) return unknown("organization");
    auto one = TRY(tenant_organization_held(transaction, caller, found->organization.serial));
    const auto person = tenant_people::find(transaction, id);
    if (!person) return unknown("person");
    const auto tenant = tenant_organizations::find(transaction, person->tenant).value();
    TRY(require_looks_after(transaction, {caller.caller}, tenant));
    return one;
}

}  // namespace

TenantPeople::TenantPeople(const Registry& registry, VerifiedPasswords::Verify verify)
    : registry_(registry),
      passwords_(registry.now, registry.randomness, std::move(verify)),
      nobodys_hash_(hash_password(random_token(32, registry.randomness))) {}

Result<TenantPerson> TenantPeople::sign_in(const std::string& login, const std::string& password) {
    const auto wrong = [] {
        return fail(ErrorKind::unauthenticated, "the user name or the password is wrong");
    };
    if (!may_be_login(login, password)) return wrong();
    auto person = registry_.store.read(
        [&](Transaction& transaction) { return tenant_people::find_by_login(transaction, login); });
    const bool has_password = person && !person->password_hash.empty();
    const auto& hash = has_password ? person->password_hash : nobodys_hash_;
    const bool is_right = passwords_.is_right(text::folded(login), hash, password);
    if (!is_right || !has_password) return wrong();
    return *std::move(person);
}

std::optional<TenantPerson> TenantPeople::find(const Uuid& id) {
    return registry_.store.read(
        [&](Transaction& transaction) { return tenant_people::find(transaction, id); });
}

Result<TenantPerson> TenantPeople::create(const TenantCaller& caller,
                                          const NewTenantPerson& stated) {
    TenantPerson person{.id = Uuid::random(registry_.randomness),
                        .tenant = 0,
                        .username = stated.username,
                        .first_name = stated.first_name,
                        .last_name = stated.last_name,
                        .email = stated.email,
                        .phone = stated.phone,
                        .password_hash = {},
                        .created_at = registry_.now()};
    TRY(require_roles(stated.roles));
    if (auto problems = problems_in(person, stated.password); !problems.empty()) {
        return fail(std::move(problems));
    }
    if (stated.password) person.password_hash = hash_password(*stated.password);
    auto made = registry_.store.write([&](Transaction& transaction) -> Result<TenantPerson> {
        const auto tenant =
            stated.channel.empty()
                ? tenant_organizations::find(transaction, caller.caller.organization)
                : tenant_organizations::find_by_channel(transaction, stated.channel);
        if (!tenant) return refused(ErrorKind::not_found, "channel", "is no tenant's");
        TRY(require_looks_after(transaction, caller, *tenant));
        auto added = person;
        added.tenant = tenant->root;
        TRY(tenant_people::insert(transaction, added));
        const auto roles = stated.roles.empty() ? everybodys_roles() : stated.roles;
        tenant_people::put_membership(transaction,
                                      {tenant->root, added.id, roles, added.created_at});
        TRY(append_event(registry_, transaction, caller.caller, tenant->organization,
                         event_type::organization_member_added));
        return added;
    });
    if (made) registry_.webhooks_wait();
    return made;
}

Result<void> TenantPeople::set_roles(const TenantCaller& caller, const Where& where,
                                     const Uuid& person,
                                     const std::optional<std::vector<std::string>>& roles) {
    if (roles) TRY(require_roles(*roles));
    auto set = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto one = TRY(held_with_person(transaction, caller, where, person));
        const auto number = one.organization.number;
        const bool stays = !roles && tenant_people::find_membership(transaction, number, person);
        if (stays) return {};
        tenant_people::put_membership(
            transaction, {number, person, roles.value_or(everybodys_roles()), registry_.now()});
        TRY(append_event(registry_, transaction, caller.caller, one.organization,
                         event_type::organization_member_added));
        return {};
    });
    if (set) registry_.webhooks_wait();
    return set;
}

Result<void> TenantPeople::remove_member(const TenantCaller& caller, const Where& where,
                                         const Uuid& person) {
    return registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto one = TRY(held_with_person(transaction, caller, where, person));
        if (!tenant_people::remove_membership(transaction, one.organization.number, person)) {
            return unknown("person");
        }
        return {};
    });
}

std::vector<TenantMembership> TenantPeople::memberships_of(const Uuid& person) {
    return registry_.store.read([&](Transaction& transaction) {
        return tenant_people::memberships_of(transaction, person);
    });
}

}  // namespace cartulary
