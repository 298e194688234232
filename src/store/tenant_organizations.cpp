#include "store/tenant_organizations.h"

#include "base/text.h"
#include "store/organizations.h"
#include "store/tenant_organization_row.h"

namespace cartulary::tenant_organizations {

namespace {

// What the index keeps of a record.
struct Indexed {
    std::int64_t state;
    std::string name;
    std::optional<std::string> slug;
    std::optional<std::string> external_id;
    std::string home_url;
    std::string summary;

    bool operator==(const Indexed&) const = default;
};

// An index needs no more of a long text, whose end is rarely searched for.
constexpr std::size_t summary_bytes_max = 500;

std::string begin_of(std::string text) {
    if (text.size() <= summary_bytes_max) return text;
    auto end = summary_bytes_max;
    while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text.resize(end);
    return text;
}

Indexed indexed(const Organization& organization, bool is_root) {
    const auto& stated = organization.stated;
    const auto external_id = identifier_of(stated, identifier_scheme::sunbird_external_id.name);
    Indexed indexed{.state = static_cast<std::int64_t>(state_of(organization.status)),
                    .name = text::folded(stated.name),
                    .slug = {},
                    .external_id = {},
                    .home_url = text::folded(stated.website),
                    .summary = begin_of(text::folded(stated.description))};
    if (is_root) indexed.slug = text::folded(stated.profile_name);
    if (!external_id.empty()) indexed.external_id = text::folded(external_id);
    return indexed;
}

std::optional<TenantOrganization> first_of(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return tenant_organization_in(rows);
}

}  // namespace

constexpr auto insert_sql = R"(
    insert into tenant_organization (organization, root, created_by, updated_by, channel,
        own_serial, root_serial, is_root, state, channel_folded, org_name_folded, slug_folded,
        external_id_folded, home_url_folded, summary_folded, language_folded, kind, sub_kind,
        first_at, last_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20))";

void insert(Transaction& transaction, const TenantOrganization& added, const TenantTerms& terms) {
    const auto& organization = added.organization;
    const auto is = indexed(organization, added.is_root());
    transaction.run(insert_sql, organization.number, added.root, added.created_by, added.updated_by,
                    added.channel, organization.serial, added.root_serial, added.is_root(),
                    is.state, text::folded(added.channel), is.name, is.slug, is.external_id,
                    is.home_url, is.summary, text::folded(terms.language), terms.kind,
                    terms.sub_kind, organization.created_at, organization.updated_at);
}

constexpr auto note_update_sql = R"(
    update tenant_organization
    set updated_by = $2, language_folded = $3, kind = $4, sub_kind = $5
    where organization = $1)";

void note_update(Transaction& transaction, std::int32_t organization, std::string_view person,
                 const TenantTerms& terms) {
    transaction.run(note_update_sql, organization, person, text::folded(terms.language), terms.kind,
                    terms.sub_kind);
}

constexpr auto note_person_sql =
    "update tenant_organization set updated_by = $2 where organization = $1";

void note_person(Transaction& transaction, std::int32_t organization, std::string_view person) {
    transaction.run(note_person_sql, organization, person);
}

constexpr auto index_sql = R"(
    update tenant_organization
    set state = $2, org_name_folded = $3,
        slug_folded = case when is_root = 1 then cast($4 as text) end, external_id_folded = $5,
        home_url_folded = $6, summary_folded = $7, last_at = $8
    where organization = $1
    returning channel)";

constexpr auto index_channel_sql = R"(
    update tenant_organization set channel = $2, channel_folded = $3 where root_serial = $1)";

void index(Transaction& transaction, const Organization& changed) {
    const auto channel = identifier_of(changed.stated, identifier_scheme::sunbird_channel.name);
    if (channel.empty() && !changed.tenant) return;
    const auto is = indexed(changed, true);
    const auto known_channel = [&]() -> std::optional<std::string> {
        auto rows = transaction.query(index_sql, changed.number, is.state, is.name, is.slug,
                                      is.external_id, is.home_url, is.summary, changed.updated_at);
        if (!rows.next()) return std::nullopt;
        return rows.text(0);
    }();
    const bool has_new_channel = known_channel && !channel.empty() && *known_channel != channel;
    if (has_new_channel) {
        transaction.run(index_channel_sql, changed.serial, channel, text::folded(channel));
    }
}

constexpr auto find_sql = TENANT_ORGANIZATIONS_SQL "where tenant_organization.organization = $1";

std::optional<TenantOrganization> find(Transaction& transaction, std::int32_t number) {
    return first_of(transaction.query(find_sql, number));
}

constexpr auto find_by_serial_sql = TENANT_ORGANIZATIONS_SQL "where own_serial = $1";

std::optional<TenantOrganization> find_by_serial(Transaction& transaction, std::int64_t serial) {
    return first_of(transaction.query(find_by_serial_sql, serial));
}

constexpr auto find_by_channel_sql =
    TENANT_ORGANIZATIONS_SQL "where channel_folded = $1 and is_root = 1";

std::optional<TenantOrganization> find_by_channel(Transaction& transaction,
                                                  std::string_view channel) {
    return first_of(transaction.query(find_by_channel_sql, text::folded(channel)));
}

constexpr auto identifier_is_taken_sql = R"(
    select 1 from identifier
    where scheme = $1 and unique_within = $2 and value_folded = $3 and organization <> $4)";

bool channel_is_taken(Transaction& transaction, std::string_view channel, std::int32_t but_by) {
    return transaction
        .query(identifier_is_taken_sql, identifier_scheme::sunbird_channel.name,
               organizations::within_registry, text::folded(channel), but_by)
        .next();
}

bool external_id_is_taken(Transaction& transaction, std::int32_t root, std::string_view external_id,
                          std::int32_t but_by) {
    return transaction
        .query(identifier_is_taken_sql, identifier_scheme::sunbird_external_id.name,
               organizations::within_tenant(root), text::folded(external_id), but_by)
        .next();
}

constexpr auto number_by_sql = R"(
    select organization from identifier
    where scheme = $1 and unique_within = $2 and value_folded = $3)";

std::optional<std::int32_t> number_by(Transaction& transaction, std::int32_t root,
                                      std::string_view external_id) {
    auto rows = transaction.query(number_by_sql, identifier_scheme::sunbird_external_id.name,
                                  organizations::within_tenant(root), text::folded(external_id));
    if (!rows.next()) return std::nullopt;
    return static_cast<std::int32_t>(rows.integer(0));
}

constexpr auto tenants_sql = TENANT_ORGANIZATIONS_SQL R"(
    where is_root = 1 and tenant_organization.organization > $1
    order by tenant_organization.organization limit $2)";

std::vector<TenantOrganization> tenants(Transaction& transaction, std::int32_t after, int count) {
    std::vector<TenantOrganization> tenants;
    auto rows = transaction.query(tenants_sql, after, count);
    while (rows.next()) tenants.push_back(tenant_organization_in(rows));
    return tenants;
}

constexpr auto count_tenants_sql = "select count(*) from tenant_organization where is_root = 1";

std::int64_t count_tenants(Transaction& transaction) {
    auto rows = transaction.query(count_tenants_sql);
    rows.next();
    return rows.integer(0);
}

constexpr auto whole_index_sql = TENANT_ORGANIZATIONS_SQL R"(
    order by tenant_organization.organization)";

constexpr auto index_of_sql = R"(
    select state, org_name_folded, slug_folded, external_id_folded, home_url_folded,
        summary_folded, channel_folded
    from tenant_organization where organization = $1)";

std::vector<std::int32_t> wrongly_indexed(Transaction& transaction) {
    const auto text_in = [](const Rows& row, int column) {
        return row.is_null(column) ? std::nullopt : std::optional(row.text(column));
    };
    std::vector<std::int32_t> wrong;
    auto rows = transaction.query(whole_index_sql);
    while (rows.next()) {
        const auto one = tenant_organization_in(rows);
        auto index = transaction.query(index_of_sql, one.organization.number);
        index.next();
        const Indexed kept{index.integer(0),  index.text(1), text_in(index, 2),
                           text_in(index, 3), index.text(4), index.text(5)};
        const bool is_right = kept == indexed(one.organization, one.is_root()) &&
                              index.text(6) == text::folded(one.channel);
        if (!is_right) wrong.push_back(one.organization.number);
    }
    return wrong;
}

}  // namespace cartulary::tenant_organizations
