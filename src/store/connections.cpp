#include "store/connections.h"

#include "base/json.h"
#include "store/resource_index.h"

namespace cartulary::connections {

namespace {

// As the index resource_reference_to_resource says it.
#define IS_CTID "target >= 'ce-' and target < 'ce.'"

std::vector<std::string> texts_in(Rows rows) {
    std::vector<std::string> texts;
    while (rows.next()) texts.push_back(rows.text(0));
    return texts;
}

std::vector<std::int64_t> numbers_in(Rows rows) {
    std::vector<std::int64_t> numbers;
    while (rows.next()) numbers.push_back(rows.integer(0));
    return numbers;
}

}  // namespace

// From one to the next by the index: a `distinct` would read every reference.
#define NEXT_WAY_SQL "select min(property) from resource_reference where "
#define WAYS_SQL(condition)                              \
    "with recursive way (property, place) as ("          \
    "select (" NEXT_WAY_SQL condition                    \
    "), 1 union all "                                    \
    "select (" NEXT_WAY_SQL condition                    \
    " and property > way.property), place + 1 from way " \
    "where property is not null and place < $2) "        \
    "select property from way where property is not null"
constexpr auto ways_from_sql = WAYS_SQL("resource = $1");
constexpr auto ways_to_sql = WAYS_SQL("target = $1 and " IS_CTID);

std::vector<std::string> ways_from(Transaction& transaction, std::int64_t number, int count) {
    return texts_in(transaction.query(ways_from_sql, number, count));
}

std::vector<std::string> ways_to(Transaction& transaction, const Ctid& ctid, int count) {
    return texts_in(transaction.query(ways_to_sql, ctid.text(), count));
}

constexpr auto referred_sql =
    "select target from resource_reference "
    "where resource = $1 and property = $2 and " IS_CTID " order by target limit $3";

std::vector<Ctid> referred(Transaction& transaction, std::int64_t number, std::string_view way,
                           int count) {
    std::vector<Ctid> ctids;
    for (const auto& target : texts_in(transaction.query(referred_sql, number, way, count))) {
        if (const auto ctid = Ctid::parse(target)) ctids.push_back(*ctid);
    }
    return ctids;
}

constexpr auto referring_sql =
    "select resource from resource_reference "
    "where target = $1 and property = $2 and " IS_CTID " order by resource limit $3";

std::vector<std::int64_t> referring(Transaction& transaction, const Ctid& ctid,
                                    std::string_view way, int count) {
    return numbers_in(transaction.query(referring_sql, ctid.text(), way, count));
}

#define NUMBERS_SQL(ids) \
    "select number from resource where deleted_at is null and id in " ids " order by number"
constexpr auto numbers_sqlite_sql = NUMBERS_SQL("(select value from json_each($1))");
constexpr auto numbers_postgres_sql =
    NUMBERS_SQL("(select cast(one as uuid) from json_array_elements_text(cast($1 as json)) one)");

std::vector<std::int64_t> numbers_of(Transaction& transaction, std::span<const Ctid> ctids) {
    if (ctids.empty()) return {};
    json::Writer ids;
    ids.begin_array();
    for (const auto& ctid : ctids) ids.value(ctid.uuid().text());
    ids.end_array();
    return numbers_in(transaction.query(
        transaction.engine() == Engine::sqlite ? numbers_sqlite_sql : numbers_postgres_sql,
        ids.take()));
}

#define TYPES_SQL "select number, type from resource where deleted_at is null and number "
constexpr auto types_sqlite_sql = TYPES_SQL "in (select value from json_each($1)) order by number";
constexpr auto types_postgres_sql = TYPES_SQL "= any (cast($1 as bigint[])) order by number";

std::vector<Typed> types_of(Transaction& transaction, std::span<const std::int64_t> numbers) {
    const auto engine = transaction.engine();
    std::vector<Typed> types;
    auto rows = transaction.query(engine == Engine::sqlite ? types_sqlite_sql : types_postgres_sql,
                                  resources::list_of(engine, numbers));
    while (rows.next()) types.push_back({rows.integer(0), rows.text(1)});
    return types;
}

}  // namespace cartulary::connections
