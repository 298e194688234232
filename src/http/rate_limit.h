#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace cartulary::http {

// Token buckets: how many requests a minute one key, and one address, may make. A bucket holds a
// minute's worth, so that a burst is as good as a steady stream. 0 turns a limit off.
struct RateLimitOptions {
    std::uint64_t per_key_per_minute = 120'000;
    std::uint64_t per_address_per_minute = 240'000;
    std::uint64_t refused_per_address_per_minute = 600;  // answers 401: guessing is slow
    std::size_t buckets_max = 100'000;                   // the ones longest unused are forgotten
};

class RateLimits {
public:
    using SteadyClock = std::function<std::chrono::steady_clock::time_point()>;
    explicit RateLimits(RateLimitOptions options, SteadyClock now = std::chrono::steady_clock::now);
    ~RateLimits();

    // Takes one request from both buckets. Nothing when it may go on, else how long to wait.
    // `credential` is the Authorization header, of which only a digest is kept; empty: none.
    std::optional<std::chrono::seconds> take(std::string_view address, std::string_view credential);

    // Notes that a request from this address was answered 401.
    void note_refused(std::string_view address);

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace cartulary::http
