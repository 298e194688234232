#include "store/companies.h"

#include "base/text.h"
#include "store/organization_row.h"
#include "store/organizations.h"

namespace cartulary::companies {

constexpr auto insert_sql = R"(
    insert into company (organization, login_id, login_id_folded, created_at)
    values ($1, $2, $3, $4) on conflict do nothing)";

Result<void> insert(Transaction& transaction, const Company& company) {
    const auto inserted = transaction.run(insert_sql, company.organization, company.login_id,
                                          text::folded(company.login_id), company.created_at);
    if (inserted == 1) return {};
    return tl::unexpected(Error{ErrorKind::conflict,
                                "another company has it",
                                {{"login_id", "is already used by another company"}}});
}

constexpr auto find_sql =
    "select organization, login_id, created_at from company where login_id_folded = $1";

std::optional<Company> find(Transaction& transaction, std::string_view login_id_folded) {
    auto rows = transaction.query(find_sql, login_id_folded);
    if (!rows.next()) return std::nullopt;
    return Company{static_cast<std::int32_t>(rows.integer(0)), rows.text(1), rows.time(2)};
}

constexpr auto insert_user_sql = R"(
    insert into company_user (company, username, username_folded, password_hash, created_at)
    values ($1, $2, $3, $4, $5) on conflict do nothing)";

constexpr auto set_password_sql = R"(
    update company_user set password_hash = $3 where company = $1 and username_folded = $2)";

bool put_user(Transaction& transaction, std::int32_t company, const CompanyUser& user) {
    const auto folded = text::folded(user.username);
    const auto inserted = transaction.run(insert_user_sql, company, user.username, folded,
                                          user.password_hash, user.created_at);
    if (inserted == 1) return true;
    transaction.run(set_password_sql, company, folded, user.password_hash);
    return false;
}

constexpr auto remove_user_sql =
    "delete from company_user where company = $1 and username_folded = $2";

bool remove_user(Transaction& transaction, std::int32_t company, std::string_view username_folded) {
    return transaction.run(remove_user_sql, company, username_folded) == 1;
}

constexpr auto users_sql = R"(
    select username, password_hash, created_at from company_user
    where company = $1 order by username_folded)";

std::vector<CompanyUser> users_of(Transaction& transaction, std::int32_t company) {
    std::vector<CompanyUser> users;
    auto rows = transaction.query(users_sql, company);
    while (rows.next()) users.push_back({rows.text(0), rows.text(1), rows.time(2)});
    return users;
}

constexpr auto owner_sql = R"(
    select id, number, name, status, username, password_hash
    from company
        join company_user on company = company.organization
        join organization on number = company.organization
    where login_id_folded = $1 and username_folded = $2)";

std::optional<Owner> owner_of(Transaction& transaction, std::string_view login_id_folded,
                              std::string_view username_folded) {
    auto rows = transaction.query(owner_sql, login_id_folded, username_folded);
    if (!rows.next()) return std::nullopt;
    return Owner{.id = OrganizationId(rows.uuid(0)),
                 .number = static_cast<std::int32_t>(rows.integer(1)),
                 .name = rows.text(2),
                 .approved = rows.text_view(3) == name_of(OrganizationStatus::approved),
                 .username = rows.text(4),
                 .password_hash = rows.text(5)};
}

constexpr auto insert_member_sql = R"(
    insert into company_organization (company, organization, created_by, updated_by,
        updated_version)
    values ($1, $2, $3, $4, $5))";

void insert_member(Transaction& transaction, std::int32_t company, const Member& member) {
    transaction.run(insert_member_sql, company, member.organization.number, member.created_by,
                    member.updated_by, member.updated_version);
}

constexpr auto note_update_sql = R"(
    update company_organization set updated_by = $2, updated_version = $3
    where organization = $1)";

void note_update(Transaction& transaction, std::int32_t organization, const std::string& user,
                 std::int64_t version) {
    transaction.run(note_update_sql, organization, user, version);
}

constexpr auto remove_member_sql = "delete from company_organization where organization = $1";

void remove_member(Transaction& transaction, std::int32_t organization) {
    transaction.run(remove_member_sql, organization);
}

constexpr auto number_by_sql = R"(
    select organization from identifier
    where scheme = $1 and unique_within = $2 and value_folded = $3)";

std::optional<std::int32_t> number_by(Transaction& transaction, std::int32_t company,
                                      std::string_view scheme, std::string_view value) {
    auto rows = transaction.query(number_by_sql, scheme, organizations::within_tenant(company),
                                  text::folded(value));
    if (!rows.next()) return std::nullopt;
    return static_cast<std::int32_t>(rows.integer(0));
}

constexpr auto has_sql =
    "select 1 from company_organization where company = $1 and organization = $2";

bool has(Transaction& transaction, std::int32_t company, std::int32_t organization) {
    return transaction.query(has_sql, company, organization).next();
}

namespace {

#define MEMBERS_SQL                                                                             \
    "select " ORGANIZATION_COLUMNS                                                              \
    ", created_by, updated_by, updated_version from company_organization join organization on " \
    "number = company_organization.organization where company = $1 and "                        \
    "company_organization.organization "

Member member_in(const Rows& row) {
    constexpr auto next = organizations::columns_of_organization;
    return {.organization = organizations::organization_in(row),
            .created_by = row.text(next),
            .updated_by = row.text(next + 1),
            .updated_version = row.integer(next + 2)};
}

}  // namespace

constexpr auto find_member_sql = MEMBERS_SQL "= $2";

std::optional<Member> find_member(Transaction& transaction, std::int32_t company,
                                  std::int32_t organization) {
    auto rows = transaction.query(find_member_sql, company, organization);
    if (!rows.next()) return std::nullopt;
    return member_in(rows);
}

constexpr auto members_sql = MEMBERS_SQL "> $2 order by company_organization.organization limit $3";

std::vector<Member> members(Transaction& transaction, std::int32_t company, std::int32_t after,
                            int count) {
    std::vector<Member> found;
    auto rows = transaction.query(members_sql, company, after, count);
    while (rows.next()) found.push_back(member_in(rows));
    return found;
}

}  // namespace cartulary::companies
