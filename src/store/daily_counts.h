#pragma once

#include <cstdint>
#include <map>
#include <string_view>

#include "store/store.h"

// How often something happened on each day.
namespace cartulary::daily_counts {

// A day of UTC, by its number since 1970.
using Day = std::int64_t;

Day day_of(Timestamp moment);
Timestamp begin_of(Day day);

void add(Transaction& transaction, Day day, std::string_view name, std::int64_t count);

// Keeps the first count of a day that is over.
void keep_first(Transaction& transaction, Day day, std::string_view name, std::int64_t count);

// Those of `from` and later that are there.
std::map<Day, std::int64_t> since(Transaction& transaction, Day from, std::string_view name);

}  // namespace cartulary::daily_counts
