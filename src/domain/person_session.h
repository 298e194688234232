#pragma once

#include <cstddef>
#include <string>

#include "base/time.h"
#include "base/uuid.h"

namespace cartulary {

// A browser in which a person is logged in, or almost is.
struct PersonSession {
    Uuid id;
    std::string digest;  // of the token in its cookie
    Uuid person;
    bool awaits_code = false;    // the password was right, the second factor is still asked for
    bool second_factor = false;  // it was shown
    std::string browser;         // as browser_name() gives it
    std::string address;         // as network_of() gives it
    Timestamp created_at;
    Timestamp expires_at;
    Timestamp used_at;  // to the minute

    bool operator==(const PersonSession&) const = default;
};

inline constexpr std::size_t person_sessions_max = 20;  // of one person; the oldest ends

}  // namespace cartulary
