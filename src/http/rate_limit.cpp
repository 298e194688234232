#include "http/rate_limit.h"

#include <algorithm>
#include <mutex>

#include "base/token_buckets.h"

namespace cartulary::http {

namespace {

using std::chrono::nanoseconds;

TokenBuckets buckets(std::uint64_t per_minute, std::size_t buckets_max) {
    if (per_minute == 0) return TokenBuckets({.interval = {}, .tokens = 0, .buckets_max = 1});
    const nanoseconds minute = std::chrono::minutes(1);
    return TokenBuckets({.interval = minute / static_cast<std::int64_t>(per_minute),
                         .tokens = per_minute,
                         .buckets_max = buckets_max});
}

}  // namespace

struct RateLimits::Implementation {
    Implementation(const RateLimitOptions& options, SteadyClock clock)
        : now(std::move(clock)),
          keys(buckets(options.per_key_per_minute, options.buckets_max)),
          addresses(buckets(options.per_address_per_minute, options.buckets_max)),
          refused(buckets(options.refused_per_address_per_minute, options.buckets_max)),
          on(keys.limit() || addresses.limit() || refused.limit()) {}

    nanoseconds since_beginning() const { return now().time_since_epoch(); }

    SteadyClock now;
    std::mutex mutex;
    TokenBuckets keys;
    TokenBuckets addresses;
    TokenBuckets refused;
    bool on;
};

RateLimits::RateLimits(RateLimitOptions options, SteadyClock now)
    : implementation_(std::make_unique<Implementation>(options, std::move(now))) {}

RateLimits::~RateLimits() = default;

std::optional<std::chrono::seconds> RateLimits::take(std::string_view address,
                                                     std::string_view credential) {
    auto& self = *implementation_;
    if (!self.on) return std::nullopt;
    const auto by_address = TokenBuckets::key_of(address);
    const auto by_key = credential.empty() ? 0 : TokenBuckets::key_of(credential);
    const auto now = self.since_beginning();
    const std::lock_guard lock(self.mutex);
    auto missing =
        std::max(self.addresses.missing(by_address, now), self.refused.missing(by_address, now));
    if (!credential.empty()) missing = std::max(missing, self.keys.missing(by_key, now));
    if (missing > nanoseconds(0)) return std::chrono::ceil<std::chrono::seconds>(missing);
    self.addresses.take(by_address, now);
    if (!credential.empty()) self.keys.take(by_key, now);
    return std::nullopt;
}

void RateLimits::note_refused(std::string_view address) {
    auto& self = *implementation_;
    if (!self.refused.limit()) return;
    const auto now = self.since_beginning();
    const std::lock_guard lock(self.mutex);
    self.refused.take(TokenBuckets::key_of(address), now);
}

}  // namespace cartulary::http
