#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/store.h"

// What is known of the registry itself.
namespace cartulary::facts {

std::optional<std::string> find(Transaction& transaction, std::string_view name);

// Keeps the value unless there is one, and gives the one that is kept.
std::string keep_first(Transaction& transaction, std::string_view name, std::string_view value);

// What the database takes on disk, without what it writes ahead.
std::int64_t database_bytes(Transaction& transaction);

}  // namespace cartulary::facts
