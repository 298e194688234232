#include "store/answers.h"

namespace cartulary::answers {

constexpr auto take_sql = R"(
    insert into idempotency (scope, name, fingerprint, sealed, created_at)
    values ($1, $2, $3, $4, $5)
    on conflict (scope, name) do update
    set fingerprint = excluded.fingerprint, sealed = excluded.sealed,
        created_at = excluded.created_at
    where idempotency.created_at < $6)";

constexpr auto find_sql =
    "select fingerprint, sealed from idempotency where scope = $1 and name = $2";

std::optional<Stored> take(Transaction& transaction, std::string_view scope, std::string_view name,
                           std::string_view fingerprint, Timestamp now, Timestamp oldest) {
    if (transaction.run(take_sql, scope, name, fingerprint, Blob{}, now, oldest) == 1) {
        return std::nullopt;
    }
    auto rows = transaction.query(find_sql, scope, name);
    if (!rows.next()) throw DatabaseError("an idempotency key vanished");
    return Stored{rows.text(0), rows.blob(1)};
}

constexpr auto fill_sql = "update idempotency set sealed = $3 where scope = $1 and name = $2";

void fill(Transaction& transaction, std::string_view scope, std::string_view name,
          std::string_view sealed) {
    transaction.run(fill_sql, scope, name, Blob{sealed});
}

constexpr auto forget_sql = "delete from idempotency where created_at < $1";

std::int64_t forget(Transaction& transaction, Timestamp oldest) {
    return transaction.run(forget_sql, oldest);
}

}  // namespace cartulary::answers
