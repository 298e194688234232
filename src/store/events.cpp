#include "store/events.h"

namespace cartulary::events {

constexpr auto next_sequence_sql = R"(
    update organization set event_count = event_count + 1 where number = $1
    returning event_count)";

constexpr auto append_sql = R"(
    insert into event (organization, sequence, id, type, actor, snapshot, occurred_at)
    values ($1, $2, $3, $4, $5, $6, $7))";

std::int64_t append(Transaction& transaction, const Event& event) {
    auto rows = transaction.query(next_sequence_sql, event.organization);
    if (!rows.next()) throw DatabaseError("an event of no organization");
    const auto sequence = rows.integer(0);
    transaction.run(append_sql, event.organization, sequence, event.id, event.type, event.actor,
                    event.snapshot, event.occurred_at);
    return sequence;
}

constexpr auto count_sql = "select event_count from organization where number = $1";

std::int64_t count(Transaction& transaction, std::int32_t organization) {
    auto rows = transaction.query(count_sql, organization);
    return rows.next() ? rows.integer(0) : 0;
}

constexpr auto list_sql = R"(
    select id, organization, sequence, type, actor, snapshot, occurred_at
    from event
    where organization = $1 and sequence <= $2
    order by sequence desc
    limit $3)";

std::vector<Event> list(Transaction& transaction, std::int32_t organization, std::int64_t from,
                        int count_max) {
    std::vector<Event> events;
    auto rows = transaction.query(list_sql, organization, from, count_max);
    while (rows.next()) {
        events.push_back({rows.uuid(0), static_cast<std::int32_t>(rows.integer(1)), rows.integer(2),
                          rows.text(3), rows.text(4), rows.text(5), rows.time(6)});
    }
    return events;
}

}  // namespace cartulary::events
