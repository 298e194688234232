#include "store/sign_ups.h"

namespace cartulary::sign_ups {

constexpr auto insert_sql = R"(
    insert into sign_up (digest, email, email_folded, first_name, last_name, password_hash,
        created_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8))";

void insert(Transaction& transaction, const SignUp& sign_up, std::string_view email_folded) {
    transaction.run(insert_sql, sign_up.digest, sign_up.email, email_folded, sign_up.first_name,
                    sign_up.last_name, sign_up.password_hash, sign_up.created_at,
                    sign_up.expires_at);
}

constexpr auto find_sql = R"(
    select digest, email, first_name, last_name, password_hash, created_at, expires_at
    from sign_up where digest = $1 and expires_at > $2)";

std::optional<SignUp> find(Transaction& transaction, std::string_view digest, Timestamp now) {
    auto rows = transaction.query(find_sql, digest, now);
    if (!rows.next()) return std::nullopt;
    return SignUp{.digest = rows.text(0),
                  .email = rows.text(1),
                  .first_name = rows.text(2),
                  .last_name = rows.text(3),
                  .password_hash = rows.text(4),
                  .created_at = rows.time(5),
                  .expires_at = rows.time(6)};
}

constexpr auto remove_sql = "delete from sign_up where email_folded = $1";

void remove(Transaction& transaction, std::string_view email_folded) {
    transaction.run(remove_sql, email_folded);
}

constexpr auto forget_sql = "delete from sign_up where expires_at <= $1";

std::int64_t forget(Transaction& transaction, Timestamp now) {
    return transaction.run(forget_sql, now);
}

}  // namespace cartulary::sign_ups
