#include "store/resource_row.h"
#include "store/resources.h"

namespace cartulary::resources {

namespace {

std::optional<ResourceVersion> first_of(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return version_in(rows);
}

#define VERSIONS_SQL(document) \
    "select " VERSION_COLUMNS(document) " from resource_version where resource = $1"

}  // namespace

constexpr auto version_sql = VERSIONS_SQL("document") " and revision = $2";

std::optional<ResourceVersion> version(Transaction& transaction, std::int64_t number,
                                       std::int64_t revision) {
    return first_of(transaction.query(version_sql, number, revision));
}

constexpr auto version_at_sql =
    VERSIONS_SQL("document") " and created_at <= $2 order by revision desc limit 1";

std::optional<ResourceVersion> version_at(Transaction& transaction, std::int64_t number,
                                          Timestamp moment) {
    return first_of(transaction.query(version_at_sql, number, moment));
}

constexpr auto history_sql = VERSIONS_SQL("''") " order by revision";

std::vector<ResourceVersion> history(Transaction& transaction, std::int64_t number) {
    std::vector<ResourceVersion> versions;
    auto rows = transaction.query(history_sql, number);
    while (rows.next()) versions.push_back(version_in(rows));
    return versions;
}

constexpr auto short_document_sql = R"(
    select document from resource_version
    where resource = $1 and revision = $2 and length(document) <= $3)";

std::optional<std::string> short_document(Transaction& transaction, std::int64_t number,
                                          std::int64_t revision, std::size_t length_max) {
    auto rows = transaction.query(short_document_sql, number, revision, length_max);
    if (!rows.next()) return std::nullopt;
    return rows.text(0);
}

// --- lists of wholes ----------------------------------------------------------------------------

#define COUNT_WHERE(condition) "select count(*) from resource where part_of is null and " condition
#define LIST_WHERE(condition)                                                        \
    "select " RESOURCE_COLUMNS " from resource where part_of is null and " condition \
    " order by number limit $4 offset $5"

// The type and the owner are asked for by conditions of their own, as an index serves them.
#define IS_NOT_DELETED "(cast($1 as bigint) = 1 or deleted_at is null)"
#define IS_OF_OWNER IS_NOT_DELETED " and owner = $2 and (cast($3 as text) = '' or type = $3)"
#define IS_OF_TYPE IS_NOT_DELETED " and cast($2 as bigint) is null and type = $3"
#define IS_ANY IS_NOT_DELETED " and cast($2 as bigint) is null and cast($3 as text) = ''"

constexpr auto count_of_owner_sql = COUNT_WHERE(IS_OF_OWNER);
constexpr auto list_of_owner_sql = LIST_WHERE(IS_OF_OWNER);
constexpr auto count_of_type_sql = COUNT_WHERE(IS_OF_TYPE);
constexpr auto list_of_type_sql = LIST_WHERE(IS_OF_TYPE);
constexpr auto count_any_sql = COUNT_WHERE(IS_ANY);
constexpr auto list_any_sql = LIST_WHERE(IS_ANY);

Page<Resource> list(Transaction& transaction, const Filter& filter, const Slice& slice) {
    const auto* count_sql = filter.owner          ? count_of_owner_sql
                            : filter.type.empty() ? count_any_sql
                                                  : count_of_type_sql;
    const auto* list_sql = filter.owner          ? list_of_owner_sql
                           : filter.type.empty() ? list_any_sql
                                                 : list_of_type_sql;
    Page<Resource> page;
    auto totals = transaction.query(count_sql, filter.deleted_too, filter.owner, filter.type);
    totals.next();
    page.total = totals.integer(0);
    auto rows = transaction.query(list_sql, filter.deleted_too, filter.owner, filter.type,
                                  slice.count, slice.offset);
    while (rows.next()) page.items.push_back(resource_in(rows));
    return page;
}

constexpr auto whole_after_sql = "select " RESOURCE_COLUMNS ", " VERSION_COLUMNS("document") R"(
    from resource
    join resource_version on resource_version.resource = resource.number and
        resource_version.revision = resource.revision
    where part_of is null and resource.number > $1
    order by resource.number
    limit $2)";

std::vector<Whole> whole_after(Transaction& transaction, std::int64_t after, int count) {
    std::vector<Whole> wholes;
    auto rows = transaction.query(whole_after_sql, after, count);
    while (rows.next()) {
        wholes.push_back({resource_in(rows), version_in(rows, columns_of_resource)});
    }
    return wholes;
}

}  // namespace cartulary::resources
