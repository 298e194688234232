#include "store/organizations.h"

#include <algorithm>

#include "base/text.h"
#include "store/like.h"
#include "store/organization_row.h"
#include "store/organization_text.h"
#include "store/tenant_organizations.h"

namespace cartulary::organizations {

namespace {

std::optional<Organization> first_of(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return organization_in(rows);
}

// Within what an identifier must be unique, as its index has it; null: within nothing.
std::optional<std::string> unique_within(const Identifier& identifier,
                                         const Organization& organization) {
    const auto* scheme = find_identifier_scheme(identifier.scheme);
    if (!scheme) return std::nullopt;
    switch (scheme->unique_within) {
        case UniqueWithin::nowhere: return std::nullopt;
        case UniqueWithin::registry: return within_registry;
        case UniqueWithin::tenant:
            return within_tenant(organization.tenant.value_or(organization.number));
    }
    __builtin_unreachable();
}

constexpr auto profile_name_taken = "is already used by another organization";

Error taken(std::string field, std::string problem) {
    return {ErrorKind::conflict, "another organization has it", {{std::move(field), problem}}};
}

constexpr auto insert_identifier_sql = R"(
    insert into identifier (organization, scheme, value, value_folded, unique_within)
    values ($1, $2, $3, $4, $5) on conflict do nothing)";

Result<void> index_identifiers(Transaction& transaction, const Organization& organization) {
    for (const auto& identifier : organization.stated.identifiers) {
        const auto inserted = transaction.run(
            insert_identifier_sql, organization.number, identifier.scheme, identifier.value,
            text::folded(identifier.value), unique_within(identifier, organization));
        if (inserted == 0) {
            return tl::unexpected(taken("identifiers." + identifier.scheme,
                                        "is already used by another organization"));
        }
    }
    return {};
}

constexpr auto next_serial_sqlite_sql = R"(
    update counter set value = max(value + 1, $1) where name = 'serial' returning value)";
constexpr auto next_serial_postgres_sql = "select next_serial($1)";

// Milliseconds in the upper bits, so that the serial also tells the age; see the sequence's
// function in the migration for why PostgreSQL gives it in order.
std::int64_t next_serial(Transaction& transaction, Timestamp now) {
    const auto least = milliseconds(now) << 13;
    auto rows = transaction.engine() == Engine::sqlite
                    ? transaction.query(next_serial_sqlite_sql, least)
                    : transaction.query(next_serial_postgres_sql, least);
    rows.next();
    return rows.integer(0);
}

std::optional<std::string_view> sector_name(const Organization& organization) {
    if (!organization.stated.sector) return std::nullopt;
    return sectors.name_of(*organization.stated.sector);
}

}  // namespace

std::string within_tenant(std::int32_t tenant) {
    return "tenant:" + std::to_string(tenant);
}

constexpr auto find_by_id_sql = "select " ORGANIZATION_COLUMNS " from organization where id = $1";

std::optional<Organization> find(Transaction& transaction, const OrganizationId& id) {
    return first_of(transaction.query(find_by_id_sql, id.uuid()));
}

constexpr auto find_by_number_sql =
    "select " ORGANIZATION_COLUMNS " from organization where number = $1";

std::optional<Organization> find(Transaction& transaction, std::int32_t number) {
    return first_of(transaction.query(find_by_number_sql, number));
}

constexpr auto sight_sql = R"(
    select number, version, case when number = $2 or tenant = $2 or exists (
        select 1 from relationship
        where relationship.organization = number and third_party = $2 and
            relationship.status = 'approved') then 1 else 0 end
    from organization where id = $1)";

std::optional<Sight> sight_of(Transaction& transaction, const OrganizationId& id,
                              std::int32_t viewer) {
    auto rows = transaction.query(sight_sql, id.uuid(), viewer);
    if (!rows.next()) return std::nullopt;
    return Sight{static_cast<std::int32_t>(rows.integer(0)), rows.integer(1), rows.boolean(2)};
}

constexpr auto number_sql = "select number from organization where id = $1";

std::optional<std::int32_t> number_of(Transaction& transaction, const OrganizationId& id) {
    auto rows = transaction.query(number_sql, id.uuid());
    if (!rows.next()) return std::nullopt;
    return static_cast<std::int32_t>(rows.integer(0));
}

constexpr auto profile_name_owner_sql =
    "select number from organization where profile_name_folded = $1 and number <> $2";

bool profile_name_is_taken(Transaction& transaction, std::string_view folded, std::int32_t but_by) {
    return transaction.query(profile_name_owner_sql, folded, but_by).next();
}

// Why an insert met a row that was there already: everything that another organization has.
Error what_is_taken(Transaction& transaction, const Organization& organization) {
    constexpr std::int32_t nobody = 0;
    Error error{ErrorKind::conflict, "another organization has it"};
    if (number_of(transaction, organization.id)) {
        error.fields.push_back({"id", "is already registered"});
    }
    const auto profile_folded = text::folded(organization.stated.profile_name);
    if (profile_name_is_taken(transaction, profile_folded, nobody)) {
        error.fields.push_back({"profile_name", profile_name_taken});
    }
    return error;
}

constexpr auto insert_sql = R"(
    insert into organization (id, serial, status, trusted_partner, tenant, name, name_folded,
        profile_name, profile_name_folded, description, website, email, street, street_2, city,
        region, postal_code, country, sector, details, picture, version, created_at, updated_at,
        approved_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23, $24, $25)
    on conflict do nothing
    returning number)";

Result<Given> insert(Transaction& transaction, const Organization& organization) {
    const auto& stated = organization.stated;
    const auto& address = stated.address;
    const auto serial = next_serial(transaction, organization.created_at);
    auto rows = transaction.query(
        insert_sql, organization.id.uuid(), serial, name_of(organization.status),
        organization.trusted_partner, organization.tenant, stated.name, text::folded(stated.name),
        stated.profile_name, text::folded(stated.profile_name), stated.description, stated.website,
        stated.email, address.street, address.street_2, address.city, address.region,
        address.postal_code, address.country, sector_name(organization), details_of(stated),
        stated.picture, organization.version, organization.created_at, organization.updated_at,
        organization.approved_at);
    if (!rows.next()) return tl::unexpected(what_is_taken(transaction, organization));
    auto numbered = organization;
    numbered.number = static_cast<std::int32_t>(rows.integer(0));
    TRY(index_identifiers(transaction, numbered));
    return Given{numbered.number, serial};
}

constexpr auto replace_sql = R"(
    update organization
    set status = $1, trusted_partner = $2, tenant = $3, name = $4, name_folded = $5,
        profile_name = $6, profile_name_folded = $7, description = $8, website = $9, email = $10,
        street = $11, street_2 = $12, city = $13, region = $14, postal_code = $15, country = $16,
        sector = $17, details = $18, picture = $19, version = $20, updated_at = $21,
        approved_at = $22
    where number = $23 and version = $20 - 1)";

constexpr auto forget_identifiers_sql = "delete from identifier where organization = $1";

Result<void> replace(Transaction& transaction, const Organization& organization) {
    const auto& stated = organization.stated;
    const auto& address = stated.address;
    const auto profile_folded = text::folded(stated.profile_name);
    if (profile_name_is_taken(transaction, profile_folded, organization.number)) {
        return tl::unexpected(taken("profile_name", profile_name_taken));
    }
    const auto changed = transaction.run(
        replace_sql, name_of(organization.status), organization.trusted_partner,
        organization.tenant, stated.name, text::folded(stated.name), stated.profile_name,
        profile_folded, stated.description, stated.website, stated.email, address.street,
        address.street_2, address.city, address.region, address.postal_code, address.country,
        sector_name(organization), details_of(stated), stated.picture, organization.version,
        organization.updated_at, organization.approved_at, organization.number);
    if (changed == 0) {
        return fail(ErrorKind::conflict, "the organization was changed by someone else");
    }
    transaction.run(forget_identifiers_sql, organization.number);
    TRY(index_identifiers(transaction, organization));
    tenant_organizations::index(transaction, organization);
    return {};
}

// SQLite: who writes is alone. The lock lets others refer to the organization, as rows do that are
// inserted for it.
constexpr auto hold_postgres_sql = "select 1 from organization where number = $1 for no key update";

void hold(Transaction& transaction, std::int32_t number) {
    if (transaction.engine() == Engine::postgres) transaction.query(hold_postgres_sql, number);
}

constexpr auto indexed_identifiers_sql = R"(
    select scheme, value from identifier where organization = $1 order by scheme, value)";

std::vector<Identifier> indexed_identifiers(Transaction& transaction, std::int32_t number) {
    std::vector<Identifier> identifiers;
    auto rows = transaction.query(indexed_identifiers_sql, number);
    while (rows.next()) identifiers.push_back({rows.text(0), rows.text(1)});
    return identifiers;
}

constexpr auto find_by_profile_name_sql =
    "select " ORGANIZATION_COLUMNS " from organization where profile_name_folded = $1";

std::optional<Organization> find_by_profile_name(Transaction& transaction,
                                                 std::string_view folded) {
    return first_of(transaction.query(find_by_profile_name_sql, folded));
}

#define WHERE_SEEN_BY                                                           \
    " from organization where number in (select cast($1 as bigint) union all "  \
    "select relationship.organization from relationship "                       \
    "where relationship.third_party = $1 and relationship.status = 'approved' " \
    "union all select own.number from organization own "                        \
    "where own.tenant = $1 and own.status <> 'retired')"

constexpr auto count_seen_by_sql = "select count(*)" WHERE_SEEN_BY;
constexpr auto list_seen_by_sql =
    "select " ORGANIZATION_COLUMNS WHERE_SEEN_BY " order by name_folded, number limit $2 offset $3";

Page<Organization> list_seen_by(Transaction& transaction, std::int32_t viewer, const Slice& slice) {
    Page<Organization> page;
    auto totals = transaction.query(count_seen_by_sql, viewer);
    totals.next();
    page.total = totals.integer(0);
    auto rows = transaction.query(list_seen_by_sql, viewer, slice.count, slice.offset);
    while (rows.next()) page.items.push_back(organization_in(rows));
    return page;
}

#define SEARCH_SQL                                               \
    "select " ORGANIZATION_COLUMNS                               \
    " from organization where (name_folded, number) > ($1, $2) " \
    "and (cast($3 as text) is null or name_folded like $3 escape '\\') "
#define BY_NAME "order by name_folded, number limit $4"

constexpr auto search_sql = SEARCH_SQL BY_NAME;
constexpr auto search_approved_sql = SEARCH_SQL "and status = 'approved' " BY_NAME;
// The others are few, and have an index of their own.
constexpr auto search_in_status_sql =
    SEARCH_SQL "and status = $5 and status <> 'approved' " BY_NAME;

std::vector<Organization> search(Transaction& transaction, const Search& search, int count) {
    const auto text = text::folded(search.text);
    const auto pattern = pattern_of(text.empty() ? std::nullopt : std::optional(text));
    const bool all = !search.status;
    const bool approved = search.status == OrganizationStatus::approved;
    auto rows =
        all || approved
            ? transaction.query(all ? search_sql : search_approved_sql, search.after_name,
                                search.after_number, pattern, count)
            : transaction.query(search_in_status_sql, search.after_name, search.after_number,
                                pattern, count, name_of(*search.status));
    std::vector<Organization> found;
    while (rows.next()) found.push_back(organization_in(rows));
    return found;
}

constexpr auto count_in_status_sql =
    "select count(*) from organization where status = $1 and status <> 'approved'";
constexpr auto count_not_approved_sql =
    "select count(*) from organization where status <> 'approved'";

std::int64_t count(Transaction& transaction, OrganizationStatus status) {
    const bool approved = status == OrganizationStatus::approved;
    auto rows = approved ? transaction.query(count_not_approved_sql)
                         : transaction.query(count_in_status_sql, name_of(status));
    rows.next();
    return approved ? count(transaction) - rows.integer(0) : rows.integer(0);
}

constexpr auto all_numbers_sql = "select number from organization order by name_folded, number";

void for_each(Transaction& transaction, const std::function<void(const Organization&)>& visit) {
    auto rows = transaction.query(all_numbers_sql);
    while (rows.next()) {
        const auto organization = find(transaction, static_cast<std::int32_t>(rows.integer(0)));
        if (organization) visit(*organization);
    }
}

constexpr auto count_sql = "select count(*) from organization";

std::int64_t count(Transaction& transaction) {
    auto rows = transaction.query(count_sql);
    rows.next();
    return rows.integer(0);
}

}  // namespace cartulary::organizations
