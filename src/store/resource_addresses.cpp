#include "store/resource_addresses.h"

namespace cartulary::resources {

#define FROM_WHOLES "from resource where part_of is null and deleted_at is null and number > $1"

constexpr auto addresses_between_sql =
    "select number, id, updated_at " FROM_WHOLES " and number <= $2 order by number limit $3";

std::vector<ResourceAddress> addresses_between(Transaction& transaction, std::int64_t after,
                                               std::int64_t until, int count) {
    std::vector<ResourceAddress> addresses;
    auto rows = transaction.query(addresses_between_sql, after, until, count);
    while (rows.next()) {
        addresses.push_back({rows.integer(0), Ctid(rows.uuid(1)), rows.time(2)});
    }
    return addresses;
}

constexpr auto address_after_sql = "select number " FROM_WHOLES " order by number limit 1";

std::optional<std::int64_t> address_after(Transaction& transaction, std::int64_t after) {
    auto rows = transaction.query(address_after_sql, after);
    if (!rows.next()) return std::nullopt;
    return rows.integer(0);
}

}  // namespace cartulary::resources
