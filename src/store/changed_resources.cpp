#include "store/changed_resources.h"

#include "store/resource_row.h"

namespace cartulary::changes {

namespace {

OrganizationId organization_in(const Rows& row, int column) {
    return OrganizationId(row.uuid(column));
}

}  // namespace

#define CHANGED_SQL                                                                      \
    "select " RESOURCE_COLUMNS                                                           \
    ", owner.id as owner_id, publisher.id as publisher_id, change.number as change, "    \
    "case when deleted_at is null then document else '' end as document "                \
    "from change "                                                                       \
    "join resource on resource.number = change.resource "                                \
    "join resource_version on resource_version.resource = resource.number "              \
    "and resource_version.revision = resource.revision "                                 \
    "join organization owner on owner.number = resource.owner "                          \
    "left join organization publisher on publisher.number = resource.publisher "         \
    "where change.number > $1 and change.number <= $2 "                                  \
    "and (cast($3 as bigint) = 1 or deleted_at is null) "                                \
    "and not exists (select 1 from change later where later.resource = change.resource " \
    "and later.number > change.number and later.number <= $2) "                          \
    "order by change.number limit $4"

constexpr auto changed_sqlite_sql = CHANGED_SQL;
// libpq holds whole answers, so that the server ends the page. It knows a document's length without
// reading it.
constexpr auto changed_postgres_sql =
    "select * from (select found.*, sum(octet_length(document)) over (order by change) "
    "- octet_length(document) as bytes_before from (" CHANGED_SQL
    ") found) counted where bytes_before < $5 order by change";

std::vector<ChangedResource> changed_in(Transaction& transaction, const Span& span) {
    auto rows = transaction.engine() == Engine::sqlite
                    ? transaction.query(changed_sqlite_sql, span.after, span.until,
                                        span.deleted_too, changed_resources_max)
                    : transaction.query(changed_postgres_sql, span.after, span.until,
                                        span.deleted_too, changed_resources_max, changed_bytes_max);
    std::vector<ChangedResource> changed;
    std::size_t bytes = 0;
    while (bytes < changed_bytes_max && rows.next()) {
        constexpr auto next = resources::columns_of_resource;
        changed.push_back({.change = rows.integer(next + 2),
                           .resource = resources::resource_in(rows),
                           .owner = organization_in(rows, next),
                           .publisher = {},
                           .document = rows.text(next + 3)});
        if (!rows.is_null(next + 1)) changed.back().publisher = organization_in(rows, next + 1);
        bytes += changed.back().document.size();
    }
    return changed;
}

}  // namespace cartulary::changes
