#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace cartulary {

// A moment in UTC, to the millisecond: what the store keeps and the dialects show.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

// Tells the time; a test hands in its own.
using Clock = std::function<Timestamp()>;

Timestamp system_now();

inline std::int64_t milliseconds(Timestamp time) {
    return time.time_since_epoch().count();
}
inline Timestamp timestamp(std::int64_t milliseconds_since_1970) {
    return Timestamp(std::chrono::milliseconds(milliseconds_since_1970));
}

// ISO 8601 with milliseconds and Z: "2014-04-01T14:41:00.000Z".
std::string iso_8601(Timestamp time);

}  // namespace cartulary
