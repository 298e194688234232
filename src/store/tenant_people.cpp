#include "store/tenant_people.h"

#include "base/text.h"
#include "domain/email_address.h"

namespace cartulary::tenant_people {

namespace {

#define TENANT_PERSON_COLUMNS                                                    \
    "id, tenant, username, first_name, last_name, email, phone, password_hash, " \
    "created_at"

std::optional<TenantPerson> first_of(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return TenantPerson{.id = rows.uuid(0),
                        .tenant = static_cast<std::int32_t>(rows.integer(1)),
                        .username = rows.text(2),
                        .first_name = rows.text(3),
                        .last_name = rows.text(4),
                        .email = rows.text(5),
                        .phone = rows.text(6),
                        .password_hash = rows.text(7),
                        .created_at = rows.time(8)};
}

std::optional<std::string> folded_email(const std::string& email) {
    const auto parsed = EmailAddress::parse(email);
    if (!parsed) return std::nullopt;
    return parsed->folded();
}

std::string joined(const std::vector<std::string>& roles) {
    std::string text;
    for (const auto& role : roles) text += (text.empty() ? "" : ",") + role;
    return text;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> roles;
    while (!text.empty()) {
        const auto role = text.substr(0, text.find(','));
        roles.emplace_back(role);
        text.remove_prefix(std::min(role.size() + 1, text.size()));
    }
    return roles;
}

TenantMembership membership_in(const Rows& row) {
    return {.organization = static_cast<std::int32_t>(row.integer(0)),
            .person = row.uuid(1),
            .roles = split(row.text_view(2)),
            .created_at = row.time(3)};
}

}  // namespace

constexpr auto insert_sql = R"(
    insert into tenant_person (id, tenant, username, username_folded, first_name, last_name, email,
        email_folded, phone, password_hash, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing)";

constexpr auto username_is_taken_sql = "select 1 from tenant_person where username_folded = $1";

Result<void> insert(Transaction& transaction, const TenantPerson& person) {
    const auto username = text::folded(person.username);
    const auto inserted = transaction.run(insert_sql, person.id, person.tenant, person.username,
                                          username, person.first_name, person.last_name,
                                          person.email, folded_email(person.email), person.phone,
                                          person.password_hash, person.created_at);
    if (inserted == 1) return {};
    const bool is_name = transaction.query(username_is_taken_sql, username).next();
    return tl::unexpected(Error{ErrorKind::conflict,
                                "another person has it",
                                {{is_name ? "username" : "email", "is already used by another"}}});
}

constexpr auto find_sql = "select " TENANT_PERSON_COLUMNS " from tenant_person where id = $1";

std::optional<TenantPerson> find(Transaction& transaction, const Uuid& id) {
    return first_of(transaction.query(find_sql, id));
}

constexpr auto find_by_username_sql =
    "select " TENANT_PERSON_COLUMNS " from tenant_person where username_folded = $1";
constexpr auto find_by_email_sql =
    "select " TENANT_PERSON_COLUMNS " from tenant_person where email_folded = $1";

std::optional<TenantPerson> find_by_login(Transaction& transaction, std::string_view login) {
    auto found = first_of(transaction.query(find_by_username_sql, text::folded(login)));
    if (found) return found;
    const auto email = folded_email(std::string(login));
    if (!email) return std::nullopt;
    return first_of(transaction.query(find_by_email_sql, *email));
}

constexpr auto put_membership_sql = R"(
    insert into tenant_member (organization, person, roles, created_at) values ($1, $2, $3, $4)
    on conflict (organization, person) do update set roles = excluded.roles)";

void put_membership(Transaction& transaction, const TenantMembership& membership) {
    transaction.run(put_membership_sql, membership.organization, membership.person,
                    joined(membership.roles), membership.created_at);
}

constexpr auto remove_membership_sql =
    "delete from tenant_member where organization = $1 and person = $2";

bool remove_membership(Transaction& transaction, std::int32_t organization, const Uuid& person) {
    return transaction.run(remove_membership_sql, organization, person) == 1;
}

constexpr auto find_membership_sql = R"(
    select organization, person, roles, created_at from tenant_member
    where organization = $1 and person = $2)";

std::optional<TenantMembership> find_membership(Transaction& transaction, std::int32_t organization,
                                                const Uuid& person) {
    auto rows = transaction.query(find_membership_sql, organization, person);
    if (!rows.next()) return std::nullopt;
    return membership_in(rows);
}

constexpr auto memberships_of_sql = R"(
    select organization, person, roles, created_at from tenant_member
    where person = $1 order by organization)";

std::vector<TenantMembership> memberships_of(Transaction& transaction, const Uuid& person) {
    std::vector<TenantMembership> memberships;
    auto rows = transaction.query(memberships_of_sql, person);
    while (rows.next()) memberships.push_back(membership_in(rows));
    return memberships;
}

constexpr auto count_members_sql = "select count(*) from tenant_member where organization = $1";

std::int64_t count_members(Transaction& transaction, std::int32_t organization) {
    auto rows = transaction.query(count_members_sql, organization);
    rows.next();
    return rows.integer(0);
}

}  // namespace cartulary::tenant_people
