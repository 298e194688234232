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

namespace {

#define EVENT_COLUMNS "id, organization, sequence, type, actor, snapshot, occurred_at"

Event event_in(const Rows& row) {
    return {row.uuid(0),    static_cast<std::int32_t>(row.integer(1)),
            row.integer(2), row.text(3),
            row.text(4),    row.text(5),
            row.time(6)};
}

}  // namespace

constexpr auto list_sql = "select " EVENT_COLUMNS R"(
    from event
    where organization = $1 and sequence <= $2
    order by sequence desc
    limit $3)";

std::vector<Event> list(Transaction& transaction, std::int32_t organization, std::int64_t from,
                        int count_max) {
    std::vector<Event> events;
    auto rows = transaction.query(list_sql, organization, from, count_max);
    while (rows.next()) events.push_back(event_in(rows));
    return events;
}

// As the index of these is declared, so that it is used.
#define OF_RECORD                                                                        \
    "organization = $1 and type in ('organization.registered', 'organization.changed', " \
    "'organization.deleted', 'organization.submitted', 'organization.withdrawn', "       \
    "'organization.approved', 'organization.declined') "

constexpr auto count_of_record_sql = "select count(*) from event where " OF_RECORD;
constexpr auto of_record_sql = "select " EVENT_COLUMNS " from event where " OF_RECORD
                               "order by sequence desc limit $2 offset $3";

Page<Event> of_record(Transaction& transaction, std::int32_t organization, const Slice& slice) {
    Page<Event> page;
    {
        auto rows = transaction.query(count_of_record_sql, organization);
        rows.next();
        page.total = rows.integer(0);
    }
    auto rows = transaction.query(of_record_sql, organization, slice.count, slice.offset);
    while (rows.next()) page.items.push_back(event_in(rows));
    return page;
}

constexpr auto of_record_until_sql = "select " EVENT_COLUMNS " from event where " OF_RECORD
                                     "and sequence <= $2 order by sequence desc limit 1";

std::optional<Event> of_record_until(Transaction& transaction, std::int32_t organization,
                                     std::int64_t sequence) {
    auto rows = transaction.query(of_record_until_sql, organization, sequence);
    if (!rows.next()) return std::nullopt;
    return event_in(rows);
}

constexpr auto find_sql = "select " EVENT_COLUMNS " from event where id = $2 and organization = $1";

std::optional<Event> find(Transaction& transaction, std::int32_t organization, const Uuid& id) {
    auto rows = transaction.query(find_sql, organization, id);
    if (!rows.next()) return std::nullopt;
    return event_in(rows);
}

}  // namespace cartulary::events
