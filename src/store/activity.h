#pragma once

#include <compare>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "domain/ctid.h"
#include "domain/event.h"
#include "store/store.h"

// What happened in the whole registry: the events of all organizations, and what staff did that
// changed none.
namespace cartulary::activity {

// Where in the log something stands: the newest is the greatest.
struct Place {
    Timestamp occurred_at = timestamp(std::numeric_limits<std::int64_t>::max());
    std::int32_t organization = std::numeric_limits<std::int32_t>::max();  // 0: of none
    std::int64_t sequence = std::numeric_limits<std::int64_t>::max();

    auto operator<=>(const Place&) const = default;
};

struct Filter {
    std::optional<std::int32_t> organization = {};  // number
    std::string actor = {};                         // whole; empty: any
    std::string type = {};                          // of the event, or of what staff did by it
    std::optional<Timestamp> from = {};
    std::optional<Timestamp> until = {};  // before it
};

struct Entry {
    Place place;
    std::string type;
    std::string actor;
    std::optional<OrganizationId> organization = {};
    std::string organization_name = {};
    std::string snapshot = {};  // of an event
    std::string about = {};     // of what staff did
    std::string act = {};       // what staff did by an event; or empty
    std::string reason = {};

    bool operator==(const Entry&) const = default;
};

// Newest first, those before `before`, at most `count`. No more than `scanned` of the log are
// looked at, so that a rare thing costs no more than a common one: `next` is then where to go on,
// also where fewer than `count` were found.
struct Found {
    std::vector<Entry> entries;
    std::optional<Place> next;  // nothing: there are no more
};
Found list(Transaction& transaction, const Filter& filter, const Place& before, int count,
           int scanned);

// How many events of a type there are from one moment up to another.
std::int64_t count(Transaction& transaction, std::string_view type, Timestamp from,
                   Timestamp until);

}  // namespace cartulary::activity
