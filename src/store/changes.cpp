#include "store/changes.h"

#include <algorithm>

namespace cartulary::changes {

namespace {

// Whether a change is settled, by engine. PostgreSQL: nothing that still runs, or will, has a
// number below that of the oldest transaction of the snapshot.
#define HORIZON "(select first_change_of(pg_snapshot_xmin(pg_current_snapshot())))"

#define CHANGE_COLUMNS "number, resource, revision, event, created_at"

Change change_in(const Rows& row) {
    const auto event = parse_resource_event(row.text_view(3));
    if (!event) throw DatabaseError("a change is of a kind that does not exist");
    return {.number = row.integer(0),
            .resource = row.integer(1),
            .revision = row.integer(2),
            .event = *event,
            .created_at = row.time(4)};
}

std::vector<Change> changes_in(Rows rows) {
    std::vector<Change> changes;
    while (rows.next()) changes.push_back(change_in(rows));
    return changes;
}

std::int64_t number_in(Rows rows) {
    rows.next();
    return rows.integer(0);
}

}  // namespace

constexpr auto append_sqlite_sql =
    "insert into change (resource, revision, event, created_at) values ($1, $2, $3, $4)";
constexpr auto append_postgres_sql = R"(
    insert into change (number, resource, revision, event, created_at)
    values (next_change(), $1, $2, $3, $4))";

void append(Transaction& transaction, const Change& change) {
    const auto* sql =
        transaction.engine() == Engine::sqlite ? append_sqlite_sql : append_postgres_sql;
    transaction.run(sql, change.resource, change.revision, name_of(change.event),
                    change.created_at);
}

#define AFTER_SQL(is_settled)                \
    "select " CHANGE_COLUMNS ", " is_settled \
    " from change where number > $1 order by number limit $2"

constexpr auto after_sqlite_sql = AFTER_SQL("1");
constexpr auto after_postgres_sql = AFTER_SQL("case when number < " HORIZON " then 1 else 0 end");

Followed after(Transaction& transaction, std::int64_t number, int count) {
    auto rows = transaction.engine() == Engine::sqlite
                    ? transaction.query(after_sqlite_sql, number, count)
                    : transaction.query(after_postgres_sql, number, count);
    Followed followed{{}, number};
    while (rows.next()) {
        followed.changes.push_back(change_in(rows));
        if (rows.boolean(5)) followed.settled = followed.changes.back().number;
    }
    return followed;
}

#define SETTLED_AFTER_SQL(condition)                                    \
    "select " CHANGE_COLUMNS " from change where number > $1" condition \
    " order by number limit "                                           \
    "$2"

constexpr auto settled_after_sqlite_sql = SETTLED_AFTER_SQL("");
constexpr auto settled_after_postgres_sql = SETTLED_AFTER_SQL(" and number < " HORIZON);
constexpr auto settled_of_sqlite_sql = SETTLED_AFTER_SQL(" and resource = $3");
constexpr auto settled_of_postgres_sql =
    SETTLED_AFTER_SQL(" and resource = $3 and number < " HORIZON);

std::vector<Change> settled_after(Transaction& transaction, std::int64_t number, int count,
                                  std::optional<std::int64_t> resource) {
    const bool is_sqlite = transaction.engine() == Engine::sqlite;
    auto rows =
        resource
            ? transaction.query(is_sqlite ? settled_of_sqlite_sql : settled_of_postgres_sql, number,
                                count, *resource)
            : transaction.query(is_sqlite ? settled_after_sqlite_sql : settled_after_postgres_sql,
                                number, count);
    return changes_in(std::move(rows));
}

// Those of an owner are found by its resources: the plus keeps the engines from looking through all
// changes instead, of which most are others'.
#define SETTLED_BEFORE_SQL(condition)                                   \
    "select " CHANGE_COLUMNS " from change where number < $1" condition \
    " order by number desc limit $2"
#define SETTLED_OF_OWNER_SQL(condition)                                       \
    "select change.number, change.resource, change.revision, change.event, "  \
    "change.created_at from resource cross join change "                      \
    "where resource.owner = $3 and resource.part_of is null "                 \
    "and change.resource = resource.number and +change.number < $1" condition \
    " order by +change.number desc limit $2"

constexpr auto settled_before_sqlite_sql = SETTLED_BEFORE_SQL("");
constexpr auto settled_before_postgres_sql = SETTLED_BEFORE_SQL(" and number < " HORIZON);
constexpr auto settled_of_owner_sqlite_sql = SETTLED_OF_OWNER_SQL("");
constexpr auto settled_of_owner_postgres_sql =
    SETTLED_OF_OWNER_SQL(" and change.number < " HORIZON);

std::vector<Change> settled_before(Transaction& transaction, std::int64_t number, int count,
                                   std::optional<std::int32_t> owner) {
    const bool is_sqlite = transaction.engine() == Engine::sqlite;
    auto rows = owner ? transaction.query(
                            is_sqlite ? settled_of_owner_sqlite_sql : settled_of_owner_postgres_sql,
                            number, count, *owner)
                      : transaction.query(
                            is_sqlite ? settled_before_sqlite_sql : settled_before_postgres_sql,
                            number, count);
    return changes_in(std::move(rows));
}

constexpr auto last_sqlite_sql = "select coalesce(max(number), 0) from change";
constexpr auto last_postgres_sql =
    "select coalesce(max(number), 0) from change where number < " HORIZON;

std::int64_t last(Transaction& transaction) {
    return number_in(transaction.query(transaction.engine() == Engine::sqlite ? last_sqlite_sql
                                                                              : last_postgres_sql));
}

#define LAST_AT_SQL(condition)                                             \
    "select coalesce(max(number), 0) from change where number < coalesce(" \
    "(select min(number) from change where created_at > $1), 9223372036854775807)" condition

constexpr auto last_at_sqlite_sql = LAST_AT_SQL("");
constexpr auto last_at_postgres_sql = LAST_AT_SQL(" and number < " HORIZON);

std::int64_t last_at(Transaction& transaction, Timestamp moment) {
    return number_in(transaction.query(
        transaction.engine() == Engine::sqlite ? last_at_sqlite_sql : last_at_postgres_sql,
        moment));
}

}  // namespace cartulary::changes
