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

}  // namespace cartulary::facts
