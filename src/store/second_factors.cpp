#include "store/second_factors.h"

namespace cartulary::second_factors {

constexpr auto find_sql = R"(
    select sealed, last_step, created_at, confirmed_at from second_factor where person = $1)";

std::optional<SecondFactor> find(Transaction& transaction, const Uuid& person) {
    auto rows = transaction.query(find_sql, person);
    if (!rows.next()) return std::nullopt;
    return SecondFactor{.sealed = rows.blob(0),
                        .last_step = rows.integer(1),
                        .created_at = rows.time(2),
                        .confirmed_at = rows.optional_time(3)};
}

constexpr auto put_sql = R"(
    insert into second_factor (person, sealed, last_step, created_at, confirmed_at)
    values ($1, $2, $3, $4, $5)
    on conflict (person) do update set sealed = excluded.sealed, last_step = excluded.last_step,
        created_at = excluded.created_at, confirmed_at = excluded.confirmed_at)";

void put(Transaction& transaction, const Uuid& person, const SecondFactor& factor) {
    transaction.run(put_sql, person, Blob{factor.sealed}, factor.last_step, factor.created_at,
                    factor.confirmed_at);
}

constexpr auto use_step_sql = R"(
    update second_factor set last_step = $2, confirmed_at = coalesce(confirmed_at, $3)
    where person = $1 and last_step < $2)";

bool use_step(Transaction& transaction, const Uuid& person, std::int64_t step, Timestamp now) {
    return transaction.run(use_step_sql, person, step, now) == 1;
}

constexpr auto remove_sql = "delete from second_factor where person = $1";
constexpr auto remove_recovery_codes_sql = "delete from recovery_code where person = $1";

void remove(Transaction& transaction, const Uuid& person) {
    transaction.run(remove_sql, person);
    transaction.run(remove_recovery_codes_sql, person);
}

constexpr auto insert_recovery_code_sql =
    "insert into recovery_code (person, digest) values ($1, $2)";

void put_recovery_codes(Transaction& transaction, const Uuid& person,
                        const std::vector<std::string>& digests) {
    transaction.run(remove_recovery_codes_sql, person);
    for (const auto& digest : digests) transaction.run(insert_recovery_code_sql, person, digest);
}

constexpr auto use_recovery_code_sql = R"(
    update recovery_code set used_at = $3
    where person = $1 and digest = $2 and used_at is null)";

bool use_recovery_code(Transaction& transaction, const Uuid& person, std::string_view digest,
                       Timestamp now) {
    return transaction.run(use_recovery_code_sql, person, digest, now) == 1;
}

constexpr auto count_recovery_codes_sql =
    "select count(*) from recovery_code where person = $1 and used_at is null";

std::int64_t count_recovery_codes(Transaction& transaction, const Uuid& person) {
    auto rows = transaction.query(count_recovery_codes_sql, person);
    rows.next();
    return rows.integer(0);
}

}  // namespace cartulary::second_factors
