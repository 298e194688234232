#include "store/person_sessions.h"

namespace cartulary::person_sessions {

namespace {

#define SESSION_COLUMNS                                                              \
    "id, digest, person, awaits_code, second_factor, browser, address, created_at, " \
    "expires_at, used_at"

PersonSession session_in(const Rows& row) {
    return {.id = row.uuid(0),
            .digest = row.text(1),
            .person = row.uuid(2),
            .awaits_code = row.boolean(3),
            .second_factor = row.boolean(4),
            .browser = row.text(5),
            .address = row.text(6),
            .created_at = row.time(7),
            .expires_at = row.time(8),
            .used_at = row.time(9)};
}

}  // namespace

constexpr auto insert_sql = "insert into person_session (" SESSION_COLUMNS R"()
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))";

void insert(Transaction& transaction, const PersonSession& session) {
    transaction.run(insert_sql, session.id, session.digest, session.person, session.awaits_code,
                    session.second_factor, session.browser, session.address, session.created_at,
                    session.expires_at, session.used_at);
}

constexpr auto find_sql = "select " SESSION_COLUMNS " from person_session where digest = $1";

std::optional<PersonSession> find(Transaction& transaction, std::string_view digest) {
    auto rows = transaction.query(find_sql, digest);
    if (!rows.next()) return std::nullopt;
    return session_in(rows);
}

constexpr auto of_person_sql = "select " SESSION_COLUMNS R"(
    from person_session where person = $1 order by created_at desc, id desc)";

std::vector<PersonSession> of_person(Transaction& transaction, const Uuid& person) {
    std::vector<PersonSession> sessions;
    auto rows = transaction.query(of_person_sql, person);
    while (rows.next()) sessions.push_back(session_in(rows));
    return sessions;
}

constexpr auto remove_sql = "delete from person_session where id = $1 and person = $2";

bool remove(Transaction& transaction, const Uuid& person, const Uuid& id) {
    return transaction.run(remove_sql, id, person) == 1;
}

constexpr auto remove_others_sql = "delete from person_session where person = $1 and id <> $2";

std::int64_t remove_others(Transaction& transaction, const Uuid& person,
                           const std::optional<Uuid>& but) {
    return transaction.run(remove_others_sql, person, but.value_or(Uuid()));
}

constexpr auto set_used_sql =
    "update person_session set used_at = $2 where id = $1 and used_at < $2";

void set_used(Transaction& transaction, const Uuid& id, Timestamp at) {
    transaction.run(set_used_sql, id, at);
}

constexpr auto forget_sql = "delete from person_session where used_at < $1";

std::int64_t forget(Transaction& transaction, Timestamp unused_since) {
    return transaction.run(forget_sql, unused_since);
}

}  // namespace cartulary::person_sessions
