#include "store/daily_counts.h"

#include <chrono>

namespace cartulary::daily_counts {

Day day_of(Timestamp moment) {
    return std::chrono::floor<std::chrono::days>(moment).time_since_epoch().count();
}

Timestamp begin_of(Day day) {
    return Timestamp(std::chrono::days(day));
}

constexpr auto add_sql = R"(
    insert into daily_count (day, name, count) values ($1, $2, $3)
    on conflict (day, name) do update set count = daily_count.count + excluded.count)";

void add(Transaction& transaction, Day day, std::string_view name, std::int64_t count) {
    transaction.run(add_sql, day, name, count);
}

constexpr auto keep_first_sql =
    "insert into daily_count (day, name, count) values ($1, $2, $3) on conflict do nothing";

void keep_first(Transaction& transaction, Day day, std::string_view name, std::int64_t count) {
    transaction.run(keep_first_sql, day, name, count);
}

constexpr auto since_sql = "select day, count from daily_count where day >= $1 and name = $2";

std::map<Day, std::int64_t> since(Transaction& transaction, Day from, std::string_view name) {
    std::map<Day, std::int64_t> counts;
    auto rows = transaction.query(since_sql, from, name);
    while (rows.next()) counts[rows.integer(0)] = rows.integer(1);
    return counts;
}

}  // namespace cartulary::daily_counts
