#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/resource.h"
#include "store/store.h"

// What changed, in an order in which nobody who follows misses anything.
namespace cartulary::changes {

struct Change {
    std::int64_t number = 0;  // increasing; there may be gaps
    std::int64_t resource = 0;
    std::int64_t revision = 0;
    ResourceEvent event = ResourceEvent::created;
    Timestamp created_at = {};

    bool operator==(const Change&) const = default;
};

// As many as one transaction may make (PostgreSQL).
inline constexpr int of_one_transaction_max = 65'536;

// Writes down a change that was made in this transaction; `number` is not looked at. The last thing
// that a write does: the transaction must have written something before.
void append(Transaction& transaction, const Change& change);

struct Followed {
    std::vector<Change> changes;
    // From where to go on: no change with a number up to this one can still appear. Changes beyond
    // it are told again.
    std::int64_t settled = 0;
};

// The committed changes with a number above `after`, in its order. At most `count`.
Followed after(Transaction& transaction, std::int64_t number, int count);

// The same of those that are settled, for who follows from outside. `resource`: of this one alone.
std::vector<Change> settled_after(Transaction& transaction, std::int64_t number, int count,
                                  std::optional<std::int64_t> resource = {});

// The newest settled ones with a number below this one, newest first. `owner`: of what is this
// organization's now alone, which costs as much as it has resources.
std::vector<Change> settled_before(Transaction& transaction, std::int64_t number, int count,
                                   std::optional<std::int32_t> owner = {});

// The number of the last settled change; 0 where there is none.
std::int64_t last(Transaction& transaction);

// The number of the last settled change before the first that was made after this moment, so that
// who goes on from there misses nothing made after it; 0 where there is none.
std::int64_t last_at(Transaction& transaction, Timestamp moment);

// Once, before anything is written: numbers go on above those that are there, also where the
// database was brought from another PostgreSQL, whose transactions had higher numbers.
inline constexpr auto go_on_postgres_sql = R"(
    update change_base
    set value = value + known.last + 1 - first_change_of(pg_current_xact_id())
    from (select coalesce(max(number), 0) as last from change) known
    where known.last >= first_change_of(pg_current_xact_id()))";

}  // namespace cartulary::changes
