#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

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

// A date ("2014-04-01", its beginning in UTC) or a date and time: "2014-04-01T14:41",
// "2014-04-01T14:41:00.5Z", "2014-04-01 16:41:00+02:00"; without a zone it is UTC, and what is
// finer than a millisecond is dropped. Nothing for any other text, and for no day of the calendar.
std::optional<Timestamp> parse_iso_8601(std::string_view text);

}  // namespace cartulary
