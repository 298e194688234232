#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/ctid.h"
#include "store/store.h"

// Where everything lies that has a document, for those who read all of it.
namespace cartulary::resources {

struct ResourceAddress {
    std::int64_t number;
    Ctid ctid;
    Timestamp updated_at;

    bool operator==(const ResourceAddress&) const = default;
};

// Those with a number above `after`, up to `until`, in its order; without deleted ones and parts.
std::vector<ResourceAddress> addresses_between(Transaction& transaction, std::int64_t after,
                                               std::int64_t until, int count);

// The number of the first of them above `after`.
std::optional<std::int64_t> address_after(Transaction& transaction, std::int64_t after);

}  // namespace cartulary::resources
