#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace cartulary::import {

inline constexpr std::size_t connections_max = 1000;
inline constexpr std::size_t answer_bytes_max = std::size_t{1} << 20;

// How a request is tried again after a lost connection, a timeout, 429 or 5xx. Each wait is twice
// the one before, unless the server names one (Retry-After); none is longer than wait_max.
struct Patience {
    int retries_max = 5;
    std::chrono::milliseconds first_wait{200};
    std::chrono::milliseconds wait_max{30'000};
    std::chrono::milliseconds connect_timeout{10'000};
    std::chrono::milliseconds request_timeout{60'000};
};

struct RegisterServer {
    std::string url;  // "http://host:port", perhaps with a path before the interface's own
    std::string api_key;
    std::size_t connections = 16;
    Patience patience = {};
};

// One organization to register. `name` is the caller's and comes back with the answer.
struct Registration {
    std::string name;
    std::string idempotency_key;  // so that a repeated request registers nothing twice
    std::string body;             // JSON
};

struct Answer {
    std::string name;
    bool accepted = false;
    std::string reason;  // why not, in words that are the same for every such answer
};

// Said of a CTID that the server knew before.
inline constexpr const char* already_registered = "already registered";

// Asked whenever a connection is free; nothing ends the work.
using NextRegistration = std::function<std::optional<Registration>()>;
// Told once of each registration, in any order.
using Answered = std::function<void(const Answer&)>;

// Posts to the accounts interface on several connections until there is nothing more. Keeps one
// registration per connection in memory. The error is one line for the person who asked: the
// server cannot be reached, does not know the key, or is no registration server; then whatever
// else was under way was perhaps registered, and nothing more is sent.
tl::expected<void, std::string> register_all(const RegisterServer& server,
                                             const NextRegistration& next,
                                             const Answered& answered);

}  // namespace cartulary::import
