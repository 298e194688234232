#include "store/webhooks.h"

#include <algorithm>

namespace cartulary::webhooks {

namespace {

#define RECEIVER_COLUMNS \
    "organization, sealed_secret, sealed_old_secret, old_until, disabled, failures"

Receiver receiver_in(const Rows& row) {
    return {.organization = static_cast<std::int32_t>(row.integer(0)),
            .sealed_secret = row.blob(1),
            .sealed_old_secret = row.blob(2),
            .old_until = row.optional_time(3),
            .disabled = row.text(4),
            .failures = static_cast<int>(row.integer(5))};
}

// When a receiver is due, from what waits for it. Whoever runs this has changed the receiver's row
// in this transaction, so that on PostgreSQL nobody queues anything between.
constexpr auto schedule_sql = R"(
    update webhook_receiver
    set due_at = case when disabled <> '' then null else
        (select case when min(next_attempt) < webhook_receiver.not_before
            then webhook_receiver.not_before else min(next_attempt) end
        from webhook_delivery
        where webhook_delivery.organization = $1 and webhook_delivery.state = 'waiting') end
    where organization = $1)";

}  // namespace

constexpr auto find_receiver_sql =
    "select " RECEIVER_COLUMNS " from webhook_receiver where organization = $1";

std::optional<Receiver> find_receiver(Transaction& transaction, std::int32_t organization) {
    auto rows = transaction.query(find_receiver_sql, organization);
    if (!rows.next()) return std::nullopt;
    return receiver_in(rows);
}

constexpr auto put_receiver_sql = R"(
    insert into webhook_receiver (organization, sealed_secret, sealed_old_secret, old_until,
        disabled, failures, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (organization) do update
    set sealed_secret = excluded.sealed_secret, sealed_old_secret = excluded.sealed_old_secret,
        old_until = excluded.old_until, disabled = excluded.disabled,
        failures = case when webhook_receiver.disabled <> '' and excluded.disabled = ''
            then 0 else webhook_receiver.failures end,
        not_before = case when webhook_receiver.disabled <> '' and excluded.disabled = ''
            then null else webhook_receiver.not_before end,
        updated_at = excluded.updated_at)";

void put_receiver(Transaction& transaction, const Receiver& receiver, Timestamp now) {
    transaction.run(put_receiver_sql, receiver.organization, Blob{receiver.sealed_secret},
                    Blob{receiver.sealed_old_secret}, receiver.old_until, receiver.disabled,
                    receiver.failures, now);
    transaction.run(schedule_sql, receiver.organization);
}

constexpr auto forget_failures_sql = R"(
    update webhook_receiver
    set disabled = '', failures = 0, not_before = null, updated_at = $2 where organization = $1)";
constexpr auto hasten_sql = R"(
    update webhook_delivery set next_attempt = $2
    where organization = $1 and state = 'waiting' and next_attempt > $2)";

void start_afresh(Transaction& transaction, std::int32_t organization, Timestamp now) {
    transaction.run(forget_failures_sql, organization, now);
    transaction.run(hasten_sql, organization, now);
    transaction.run(schedule_sql, organization);
}

// It changes the row also where it changes nothing in it, and so waits for a release() that has
// not seen this delivery, or makes it wait.
constexpr auto wake_sql = R"(
    update webhook_receiver
    set due_at = case when not_before > $2 then not_before
        when due_at <= $2 then due_at else $2 end
    where organization = $1 and disabled = '')";

constexpr auto queue_sql = R"(
    insert into webhook_delivery (id, organization, state, next_attempt, created_at, queued_at)
    values ($1, $2, 'waiting', $3, $3, $3))";

void queue(Transaction& transaction, std::int32_t organization, const Uuid& event, Timestamp now) {
    if (transaction.run(wake_sql, organization, now) == 0) return;
    transaction.run(queue_sql, event, organization, now);
}

#define WHERE_DUE                                          \
    " from webhook_receiver where due_at is not null and " \
    "due_at <= $1 and (leased_until is null or leased_until <= $1)"

constexpr auto any_due_sql = "select 1" WHERE_DUE " limit 1";

bool any_due(Transaction& transaction, Timestamp now) {
    return transaction.query(any_due_sql, now).next();
}

#define LEASE_SQL(lock)                                                             \
    "update webhook_receiver set leased_until = $2 where organization in ("         \
    "select organization" WHERE_DUE " order by due_at, organization limit $3 " lock \
    ") returning " RECEIVER_COLUMNS ", due_at"

constexpr auto lease_sqlite_sql = LEASE_SQL("");
constexpr auto lease_postgres_sql = LEASE_SQL("for update skip locked");

std::vector<Receiver> lease(Transaction& transaction, Timestamp now, Timestamp until, int count) {
    auto rows = transaction.engine() == Engine::sqlite
                    ? transaction.query(lease_sqlite_sql, now, until, count)
                    : transaction.query(lease_postgres_sql, now, until, count);
    std::vector<std::pair<Timestamp, Receiver>> leased;
    while (rows.next()) leased.emplace_back(rows.time(6), receiver_in(rows));
    // `returning` promises no order.
    std::ranges::sort(
        leased, {}, [](const auto& one) { return std::pair(one.first, one.second.organization); });
    std::vector<Receiver> receivers;
    receivers.reserve(leased.size());
    for (auto& [due_at, receiver] : leased) receivers.push_back(std::move(receiver));
    return receivers;
}

constexpr auto extend_sql = R"(
    update webhook_receiver set leased_until = $2
    where organization = $1 and leased_until is not null)";

void extend(Transaction& transaction, std::int32_t organization, Timestamp until) {
    transaction.run(extend_sql, organization, until);
}

constexpr auto release_sql = R"(
    update webhook_receiver set leased_until = null, not_before = $2, failures = $3
    where organization = $1)";

void release(Transaction& transaction, std::int32_t organization, Timestamp not_before,
             int failures) {
    transaction.run(release_sql, organization, not_before, failures);
    transaction.run(schedule_sql, organization);
}

constexpr auto release_all_sql =
    "update webhook_receiver set leased_until = null where leased_until is not null";

void release_all(Transaction& transaction) {
    transaction.run(release_all_sql);
}

}  // namespace cartulary::webhooks
