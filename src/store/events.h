#pragma once

#include <optional>
#include <vector>

#include "base/page.h"
#include "domain/event.h"
#include "store/store.h"

// What happened, numbered for each organization, so that totals and pages cost no counting.
namespace cartulary::events {

// Appends an event with the next sequence number of its organization and gives that number;
// `event.sequence` is not looked at.
std::int64_t append(Transaction& transaction, const Event& event);

// How many an organization has: the sequence number of its last.
std::int64_t count(Transaction& transaction, std::int32_t organization);

// Newest first, beginning with the sequence number `from`, at most `count_max`.
std::vector<Event> list(Transaction& transaction, std::int32_t organization, std::int64_t from,
                        int count_max);

// Those that left a version of the organization's record, newest first.
Page<Event> of_record(Transaction& transaction, std::int32_t organization, const Slice& slice);

// The last one of these at or before a sequence number.
std::optional<Event> of_record_until(Transaction& transaction, std::int32_t organization,
                                     std::int64_t sequence);

std::optional<Event> find(Transaction& transaction, std::int32_t organization, const Uuid& id);

}  // namespace cartulary::events
