#include "store/mails.h"

#include <algorithm>

#include "base/json.h"
#include "store/any_of.h"

namespace cartulary::mails {

namespace {

std::string text_of(const std::map<std::string, std::string>& facts) {
    json::Writer writer;
    writer.begin_object();
    for (const auto& [name, value] : facts) writer.member(name, value);
    writer.end_object();
    return writer.take();
}

std::map<std::string, std::string> facts_from(std::string_view text) {
    std::map<std::string, std::string> facts;
    const auto parsed = json::parse(text);
    if (!parsed || !parsed->object()) throw DatabaseError("a mail's facts are not JSON");
    for (const auto& [name, value] : *parsed->object()) {
        if (value.string()) facts[name] = *value.string();
    }
    return facts;
}

}  // namespace

constexpr auto insert_sql = R"(
    insert into mail (id, kind, to_address, to_name, facts, sealed_link, state, next_attempt,
        created_at)
    values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $7))";

void insert(Transaction& transaction, const Mail& mail) {
    transaction.run(insert_sql, mail.id, name_of(mail.kind), mail.to_address, mail.to_name,
                    text_of(mail.facts), Blob{mail.sealed_link}, mail.created_at);
}

constexpr auto any_due_sql =
    "select 1 from mail where state = 'waiting' and next_attempt <= $1 limit 1";

bool any_due(Transaction& transaction, Timestamp now) {
    return transaction.query(any_due_sql, now).next();
}

#define LEASE_SQL(lock)                                                                            \
    "update mail set next_attempt = $2, attempts = attempts + 1 where id in (select id from "      \
    "mail where state = 'waiting' and next_attempt <= $1 order by next_attempt, id limit $3 " lock \
    ") returning id, kind, to_address, to_name, facts, sealed_link, created_at, attempts"

constexpr auto lease_sqlite_sql = LEASE_SQL("");
constexpr auto lease_postgres_sql = LEASE_SQL("for update skip locked");

std::vector<Leased> lease(Transaction& transaction, Timestamp now, Timestamp until, int count) {
    auto rows = transaction.engine() == Engine::sqlite
                    ? transaction.query(lease_sqlite_sql, now, until, count)
                    : transaction.query(lease_postgres_sql, now, until, count);
    std::vector<Leased> leased;
    while (rows.next()) {
        leased.push_back({.mail = {.id = rows.uuid(0),
                                   .kind = parse_mail_kind(rows.text_view(1)).value(),
                                   .to_address = rows.text(2),
                                   .to_name = rows.text(3),
                                   .facts = facts_from(rows.text_view(4)),
                                   .sealed_link = rows.blob(5),
                                   .created_at = rows.time(6)},
                          .attempts = static_cast<int>(rows.integer(7))});
    }
    // `returning` promises no order.
    std::ranges::sort(leased, {}, [](const Leased& one) { return one.mail.id; });
    return leased;
}

constexpr auto mark_ended_sql = R"(
    update mail set state = $2, ended_at = $3, reason = $4, sealed_link = $5
    where id = $1 and state = 'waiting')";

void mark_sent(Transaction& transaction, const Uuid& mail, Timestamp now) {
    transaction.run(mark_ended_sql, mail, name_of(MailState::sent), now, "", Blob{});
}

void mark_given_up(Transaction& transaction, const Uuid& mail, Timestamp now,
                   const std::string& reason) {
    transaction.run(mark_ended_sql, mail, name_of(MailState::given_up), now, reason, Blob{});
}

constexpr auto mark_delayed_sql = "update mail set next_attempt = $2, reason = $3 where id = $1";

void mark_delayed(Transaction& transaction, const Uuid& mail, Timestamp next,
                  const std::string& reason) {
    transaction.run(mark_delayed_sql, mail, next, reason);
}

namespace {

#define KEPT_COLUMNS \
    "id, kind, to_address, state, attempts, next_attempt, reason, created_at, ended_at"

Kept kept_in(const Rows& row) {
    return {.id = row.uuid(0),
            .kind = parse_mail_kind(row.text_view(1)).value(),
            .to_address = row.text(2),
            .state = parse_mail_state(row.text_view(3)).value(),
            .attempts = static_cast<int>(row.integer(4)),
            .next_attempt = row.time(5),
            .reason = row.text(6),
            .created_at = row.time(7),
            .ended_at = row.optional_time(8)};
}

}  // namespace

constexpr auto list_sql = "select " KEPT_COLUMNS R"( from mail
    where state = $1 and id < $2
    order by id desc
    limit $3)";

// Their ids tell their age.
constexpr auto newest = "ffffffff-ffff-ffff-ffff-ffffffffffff";

std::vector<Kept> list(Transaction& transaction, MailState state, const std::optional<Uuid>& before,
                       int count) {
    std::vector<Kept> found;
    const auto from = before ? *before : Uuid::parse(newest).value();
    auto rows = transaction.query(list_sql, name_of(state), from, count);
    while (rows.next()) found.push_back(kept_in(rows));
    return found;
}

constexpr auto find_sql = "select " KEPT_COLUMNS " from mail where id = $1";

std::optional<Kept> find(Transaction& transaction, const Uuid& mail) {
    auto rows = transaction.query(find_sql, mail);
    if (!rows.next()) return std::nullopt;
    return kept_in(rows);
}

#define REQUEUE_SQL                                                                     \
    "update mail set state = 'waiting', attempts = 0, next_attempt = $1, reason = '', " \
    "ended_at = null where state = 'given_up' and "

constexpr auto requeue_sql = REQUEUE_SQL "id = $2";
constexpr auto requeue_all_sql = REQUEUE_SQL IS_ANY_OF("kind", "$2");

std::int64_t requeue(Transaction& transaction, const Uuid& mail, Timestamp now) {
    return transaction.run(requeue_sql, now, mail);
}

std::int64_t requeue_all(Transaction& transaction, const std::vector<MailKind>& kinds,
                         Timestamp now) {
    std::vector<std::string> names;
    for (const auto kind : kinds) names.emplace_back(name_of(kind));
    if (names.empty()) return 0;
    return transaction.run(requeue_all_sql, now, any_of(names));
}

constexpr auto count_sql = "select state, count(*) from mail group by state";

Counts count(Transaction& transaction) {
    Counts counts{};
    auto rows = transaction.query(count_sql);
    while (rows.next()) {
        const auto state = rows.text_view(0);
        if (state == name_of(MailState::waiting)) counts.waiting = rows.integer(1);
        if (state == name_of(MailState::sent)) counts.sent = rows.integer(1);
        if (state == name_of(MailState::given_up)) counts.given_up = rows.integer(1);
    }
    return counts;
}

constexpr auto count_in_state_sql = "select count(*) from mail where state = $1";

std::int64_t count(Transaction& transaction, MailState state) {
    auto rows = transaction.query(count_in_state_sql, name_of(state));
    rows.next();
    return rows.integer(0);
}

}  // namespace cartulary::mails
