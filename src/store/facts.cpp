#include "store/facts.h"

namespace cartulary::facts {

constexpr auto find_sql = "select value from fact where name = $1";

std::optional<std::string> find(Transaction& transaction, std::string_view name) {
    auto rows = transaction.query(find_sql, name);
    if (!rows.next()) return std::nullopt;
    return rows.blob(0);
}

constexpr auto keep_first_sql =
    "insert into fact (name, value) values ($1, $2) on conflict do nothing";

std::string keep_first(Transaction& transaction, std::string_view name, std::string_view value) {
    transaction.run(keep_first_sql, name, Blob{value});
    return find(transaction, name).value();
}

constexpr auto bytes_sqlite_sql =
    "select page_count * page_size from pragma_page_count(), pragma_page_size()";
constexpr auto bytes_postgres_sql = "select pg_database_size(current_database())";

std::int64_t database_bytes(Transaction& transaction) {
    auto rows = transaction.engine() == Engine::sqlite ? transaction.query(bytes_sqlite_sql)
                                                       : transaction.query(bytes_postgres_sql);
    rows.next();
    return rows.integer(0);
}

}  // namespace cartulary::facts
