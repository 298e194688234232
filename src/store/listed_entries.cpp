#include "store/listed_entries.h"

#include <unordered_map>

#include "store/resource_index.h"
#include "store/resource_summary.h"

namespace cartulary::resources {

// Only wholes are written with a publisher.
#define LISTED_SQL                                                                          \
    "select r.number, coalesce(r.part_of, r.number), r.id, r.type, r.owner, r.updated_at, " \
    "r.summary, o.id, o.name, coalesce(r.publisher, whole.publisher, r.owner) "             \
    "from resource r join organization o on o.number = r.owner "                            \
    "left join resource whole on whole.number = r.part_of "                                 \
    "where r.deleted_at is null and r.number "
constexpr auto listed_sqlite_sql = LISTED_SQL "in (select value from json_each($1))";
constexpr auto listed_postgres_sql = LISTED_SQL "= any (cast($1 as bigint[]))";

std::vector<ListedEntry> listed_entries(Transaction& transaction,
                                        std::span<const std::int64_t> numbers) {
    const auto engine = transaction.engine();
    std::unordered_map<std::int64_t, ListedEntry> found;
    auto rows =
        transaction.query(engine == Engine::sqlite ? listed_sqlite_sql : listed_postgres_sql,
                          list_of(engine, numbers));
    while (rows.next()) {
        auto& [entry, owner, owner_name] = found[rows.integer(0)];
        entry.number = rows.integer(0);
        entry.resource = rows.integer(1);
        entry.ctid = Ctid(rows.uuid(2));
        entry.type = rows.text(3);
        entry.owner = static_cast<std::int32_t>(rows.integer(4));
        entry.updated_at = rows.time(5);
        read_summary(rows.text_view(6), entry);
        owner = OrganizationId(rows.uuid(7));
        owner_name = rows.text(8);
        entry.publisher = static_cast<std::int32_t>(rows.integer(9));
    }
    std::vector<ListedEntry> listed;
    for (const auto number : numbers) {
        const auto one = found.find(number);
        if (one != found.end()) listed.push_back(one->second);
    }
    return listed;
}

#define OWNERS_SQL "select number, id, name from organization where number "
constexpr auto owners_sqlite_sql = OWNERS_SQL "in (select value from json_each($1))";
constexpr auto owners_postgres_sql = OWNERS_SQL "= any (cast($1 as bigint[]))";

std::vector<NumberedOwner> owners_with(Transaction& transaction,
                                       std::span<const std::int64_t> numbers) {
    const auto engine = transaction.engine();
    std::vector<NumberedOwner> owners;
    auto rows =
        transaction.query(engine == Engine::sqlite ? owners_sqlite_sql : owners_postgres_sql,
                          list_of(engine, numbers));
    while (rows.next()) {
        owners.push_back({rows.integer(0), OrganizationId(rows.uuid(1)), rows.text(2)});
    }
    return owners;
}

}  // namespace cartulary::resources
