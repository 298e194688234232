#include <limits>

#include "store/webhooks.h"

// The deliveries of the queue; its receivers are in webhooks.cpp.
namespace cartulary::webhooks {

namespace {

#define DELIVERY_COLUMNS                                                                \
    "webhook_delivery.id, webhook_delivery.organization, organization.id, event.type, " \
    "event.occurred_at, webhook_delivery.state, webhook_delivery.attempts, "            \
    "webhook_delivery.first_at, webhook_delivery.next_attempt, "                        \
    "webhook_delivery.last_status, webhook_delivery.last_problem, "                     \
    "webhook_delivery.created_at, webhook_delivery.ended_at"

#define FROM_DELIVERY                                                      \
    " from webhook_delivery join event on event.id = webhook_delivery.id " \
    "join organization on organization.number = webhook_delivery.organization "

std::optional<int> status_in(const Rows& row, int column) {
    const auto status = row.optional_integer(column);
    return status ? std::optional(static_cast<int>(*status)) : std::nullopt;
}

Delivery delivery_in(const Rows& row) {
    return {.id = row.uuid(0),
            .organization = static_cast<std::int32_t>(row.integer(1)),
            .organization_id = OrganizationId(row.uuid(2)),
            .event_type = row.text(3),
            .occurred_at = row.time(4),
            .state = parse_delivery_state(row.text_view(5)).value(),
            .attempts = static_cast<int>(row.integer(6)),
            .first_at = row.optional_time(7),
            .next_attempt = row.time(8),
            .last_status = status_in(row, 9),
            .last_problem = row.text(10),
            .created_at = row.time(11),
            .ended_at = row.optional_time(12)};
}

std::vector<Delivery> deliveries_in(Rows rows) {
    std::vector<Delivery> deliveries;
    while (rows.next()) deliveries.push_back(delivery_in(rows));
    return deliveries;
}

}  // namespace

constexpr auto due_sql = "select " DELIVERY_COLUMNS FROM_DELIVERY R"(
    where webhook_delivery.organization = $1 and webhook_delivery.state = 'waiting'
        and webhook_delivery.next_attempt <= $2
    order by webhook_delivery.next_attempt, webhook_delivery.id
    limit $3)";

std::vector<Delivery> due(Transaction& transaction, std::int32_t organization, Timestamp now,
                          int count) {
    return deliveries_in(transaction.query(due_sql, organization, now, count));
}

namespace {

constexpr auto mark_sql = R"(
    update webhook_delivery
    set state = $2, attempts = attempts + 1, first_at = coalesce(first_at, $3), last_status = $4,
        last_problem = $5, next_attempt = coalesce($6, next_attempt), ended_at = $7
    where id = $1 and state = 'waiting'
    returning attempts)";

constexpr auto insert_attempt_sql = R"(
    insert into webhook_attempt (delivery, number, started_at, duration_ms, status, problem)
    values ($1, $2, $3, $4, $5, $6))";

// `next` where it waits on; else it has ended.
bool mark(Transaction& transaction, const Uuid& delivery, const DeliveryAttempt& attempt,
          DeliveryState state, std::optional<Timestamp> next) {
    const auto ended_at =
        next ? Parameter(nullptr) : Parameter(attempt.started_at + attempt.duration);
    auto rows = transaction.query(mark_sql, delivery, name_of(state), attempt.started_at,
                                  attempt.status, attempt.problem, next, ended_at);
    if (!rows.next()) return false;
    transaction.run(insert_attempt_sql, delivery, rows.integer(0), attempt.started_at,
                    attempt.duration.count(), attempt.status, attempt.problem);
    return true;
}

}  // namespace

bool mark_delivered(Transaction& transaction, const Uuid& delivery,
                    const DeliveryAttempt& attempt) {
    return mark(transaction, delivery, attempt, DeliveryState::delivered, std::nullopt);
}

bool mark_delayed(Transaction& transaction, const Uuid& delivery, const DeliveryAttempt& attempt,
                  Timestamp next) {
    return mark(transaction, delivery, attempt, DeliveryState::waiting, next);
}

bool mark_dead(Transaction& transaction, const Uuid& delivery, const DeliveryAttempt& attempt) {
    return mark(transaction, delivery, attempt, DeliveryState::dead, std::nullopt);
}

constexpr auto give_up_sql = R"(
    update webhook_delivery set state = 'dead', ended_at = $3, last_problem = $4
    where organization = $1 and state = 'waiting' and queued_at < $2)";

std::int64_t give_up(Transaction& transaction, std::int32_t organization, Timestamp before,
                     Timestamp now, const std::string& problem) {
    return transaction.run(give_up_sql, organization, before, now, problem);
}

#define REQUEUE_SQL                                                                      \
    "update webhook_delivery set state = 'waiting', next_attempt = $2, queued_at = $2, " \
    "first_at = null, ended_at = null where state = 'dead' and "

constexpr auto requeue_sql = REQUEUE_SQL "id = $1 returning organization";
constexpr auto requeue_all_sql = REQUEUE_SQL "organization = $1";
constexpr auto wake_at_once_sql = R"(
    update webhook_receiver
    set not_before = null, due_at = case when due_at <= $2 then due_at else $2 end
    where organization = $1 and disabled = '')";

std::int64_t requeue(Transaction& transaction, const Uuid& delivery, Timestamp now) {
    auto rows = transaction.query(requeue_sql, delivery, now);
    if (!rows.next()) return 0;
    transaction.run(wake_at_once_sql, rows.integer(0), now);
    return 1;
}

std::int64_t requeue_all(Transaction& transaction, std::int32_t organization, Timestamp now) {
    const auto queued = transaction.run(requeue_all_sql, organization, now);
    if (queued > 0) transaction.run(wake_at_once_sql, organization, now);
    return queued;
}

constexpr auto find_sql = "select " DELIVERY_COLUMNS FROM_DELIVERY "where webhook_delivery.id = $1";

std::optional<Delivery> find(Transaction& transaction, const Uuid& delivery) {
    auto rows = transaction.query(find_sql, delivery);
    if (!rows.next()) return std::nullopt;
    return delivery_in(rows);
}

constexpr auto attempts_of_sql = R"(
    select number, started_at, duration_ms, status, problem
    from webhook_attempt where delivery = $1 order by number)";

std::vector<DeliveryAttempt> attempts_of(Transaction& transaction, const Uuid& delivery) {
    std::vector<DeliveryAttempt> attempts;
    auto rows = transaction.query(attempts_of_sql, delivery);
    while (rows.next()) {
        attempts.push_back({.number = static_cast<int>(rows.integer(0)),
                            .started_at = rows.time(1),
                            .duration = std::chrono::milliseconds(rows.integer(2)),
                            .status = status_in(rows, 3),
                            .problem = rows.text(4)});
    }
    return attempts;
}

#define NEWEST_FIRST \
    " order by webhook_delivery.created_at desc, webhook_delivery.id desc limit $2 offset $3"
#define IN_STATE(parameter) \
    "(cast(" parameter " as text) is null or webhook_delivery.state = " parameter ")"

constexpr auto list_all_sql =
    "select " DELIVERY_COLUMNS FROM_DELIVERY "where " IN_STATE("$1") NEWEST_FIRST;
constexpr auto count_all_sql = "select count(*) from webhook_delivery where " IN_STATE("$1");
constexpr auto list_sql =
    "select " DELIVERY_COLUMNS FROM_DELIVERY
    "where " IN_STATE("$1") " and webhook_delivery.organization = $4" NEWEST_FIRST;
constexpr auto count_of_sql =
    "select count(*) from webhook_delivery where organization = $2 and " IN_STATE("$1");

Page<Delivery> list(Transaction& transaction, std::optional<std::int32_t> organization,
                    std::optional<DeliveryState> state, const Slice& slice) {
    const auto name = state ? Parameter(name_of(*state)) : Parameter(nullptr);
    Page<Delivery> page;
    auto totals = organization ? transaction.query(count_of_sql, name, *organization)
                               : transaction.query(count_all_sql, name);
    totals.next();
    page.total = totals.integer(0);
    page.items = deliveries_in(
        organization ? transaction.query(list_sql, name, slice.count, slice.offset, *organization)
                     : transaction.query(list_all_sql, name, slice.count, slice.offset));
    return page;
}

#define IN_STATE_SQL(state, moment)                                                   \
    "select " DELIVERY_COLUMNS FROM_DELIVERY "where webhook_delivery.state = '" state \
    "' and (webhook_delivery." moment                                                 \
    ", webhook_delivery.id) < ($1, $2) order by "                                     \
    "webhook_delivery." moment " desc, webhook_delivery.id desc limit $3"

constexpr auto waiting_sql = IN_STATE_SQL("waiting", "created_at");
constexpr auto delivered_sql = IN_STATE_SQL("delivered", "ended_at");
constexpr auto dead_sql = IN_STATE_SQL("dead", "created_at");

namespace {

const char* in_state_sql(DeliveryState state) {
    switch (state) {
        case DeliveryState::waiting: return waiting_sql;
        case DeliveryState::delivered: return delivered_sql;
        case DeliveryState::dead: return dead_sql;
    }
    __builtin_unreachable();
}

DeliveryPlace newest() {
    return {timestamp(std::numeric_limits<std::int64_t>::max()),
            Uuid::parse("ffffffff-ffff-ffff-ffff-ffffffffffff").value()};
}

}  // namespace

DeliveryPlace place_of(const Delivery& delivery, DeliveryState state) {
    const bool by_end = state == DeliveryState::delivered;
    return {by_end ? delivery.ended_at.value_or(delivery.created_at) : delivery.created_at,
            delivery.id};
}

std::vector<Delivery> in_state(Transaction& transaction, DeliveryState state,
                               const std::optional<DeliveryPlace>& from, int count) {
    const auto [moment, id] = from ? *from : newest();
    return deliveries_in(transaction.query(in_state_sql(state), moment, id, count));
}

constexpr auto count_sql = R"(
    select (select count(*) from webhook_delivery where state = 'waiting'),
        (select count(*) from webhook_delivery where state = 'dead'))";

Counts count(Transaction& transaction) {
    auto rows = transaction.query(count_sql);
    rows.next();
    return {rows.integer(0), rows.integer(1)};
}

// Their attempts go with them: see the foreign key.
constexpr auto forget_delivered_sql = R"(
    delete from webhook_delivery where id in (
        select id from webhook_delivery where state = 'delivered' and ended_at < $1
        order by ended_at limit $2))";

std::int64_t forget_delivered(Transaction& transaction, Timestamp before, int count) {
    return transaction.run(forget_delivered_sql, before, count);
}

}  // namespace cartulary::webhooks
