#pragma once

#include <cstdint>
#include <string>

#include "base/time.h"
#include "base/uuid.h"

namespace cartulary {

// Something that happened to an organization, with the state it left, written in the transaction
// that made it happen.
struct Event {
    Uuid id;
    std::int32_t organization;  // number
    std::int64_t sequence;      // within the organization, from 1, without gaps; the store's
    std::string type;           // "organization.registered"
    std::string actor;          // who did it: "organization:ce-…", "staff", "command"
    std::string snapshot;       // JSON of what it was about, as it was then
    Timestamp occurred_at;

    bool operator==(const Event&) const = default;
};

}  // namespace cartulary
