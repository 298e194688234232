#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/store.h"

// Answers that are given again to who repeats a request under the same Idempotency-Key.
namespace cartulary::answers {

struct Stored {
    std::string fingerprint;
    std::string sealed;
};

// Takes the key for a request whose answer is not known yet; nothing when that succeeded, else
// what another request stored under it. A rival that has taken it and not ended is waited for.
// What was stored before `oldest` no longer counts.
std::optional<Stored> take(Transaction& transaction, std::string_view scope, std::string_view name,
                           std::string_view fingerprint, Timestamp now, Timestamp oldest);

void fill(Transaction& transaction, std::string_view scope, std::string_view name,
          std::string_view sealed);

// Drops what was stored before `oldest`; gives how many.
std::int64_t forget(Transaction& transaction, Timestamp oldest);

}  // namespace cartulary::answers
