#include "http/rate_limit.h"

#include <algorithm>
#include <functional>
#include <list>
#include <mutex>
#include <unordered_map>

#include "base/random.h"

namespace cartulary::http {

namespace {

using std::chrono::nanoseconds;
using Moment = std::chrono::steady_clock::time_point;

constexpr auto minute = nanoseconds(std::chrono::minutes(1));

// Token buckets of one kind, written as one moment each: when the bucket will be full again. It
// holds a token as long as that moment is less than a minute off; a token taken moves it by the
// time that one token takes to flow in. A bucket not in the table is full.
class Buckets {
public:
    Buckets(std::uint64_t per_minute, std::size_t buckets_max)
        : token_(per_minute == 0 ? nanoseconds(0) : minute / static_cast<std::int64_t>(per_minute)),
          buckets_max_(std::max<std::size_t>(buckets_max, 1)),
          limits_(per_minute != 0) {}

    bool limit() const { return limits_; }

    // How long until the bucket holds a token; nothing when it holds one.
    nanoseconds missing(std::uint64_t key, Moment now) const {
        if (!limits_) return {};
        const auto found = table_.find(key);
        if (found == table_.end()) return {};
        return std::max(nanoseconds(0), found->second->full_at + token_ - now - minute);
    }

    void take(std::uint64_t key, Moment now) {
        if (!limits_) return;
        auto& bucket = used(key, now);
        bucket.full_at = std::min(std::max(bucket.full_at, now) + token_, now + minute);
    }

private:
    struct Bucket {
        std::uint64_t key;
        Moment full_at;
    };

    // The bucket of this key, now the last one used; the one longest unused makes room.
    Bucket& used(std::uint64_t key, Moment now) {
        const auto found = table_.find(key);
        if (found != table_.end()) {
            by_use_.splice(by_use_.begin(), by_use_, found->second);
            return by_use_.front();
        }
        if (by_use_.size() >= buckets_max_) {
            table_.erase(by_use_.back().key);
            by_use_.pop_back();
        }
        by_use_.push_front({key, now});
        table_.emplace(key, by_use_.begin());
        return by_use_.front();
    }

    nanoseconds token_;
    std::size_t buckets_max_;
    bool limits_;
    std::list<Bucket> by_use_;
    std::unordered_map<std::uint64_t, std::list<Bucket>::iterator> table_;
};

std::uint64_t random_seed() {
    std::uint64_t seed = 0;
    system_randomness({reinterpret_cast<std::uint8_t*>(&seed), sizeof seed});
    return seed;
}

}  // namespace

struct RateLimits::Implementation {
    Implementation(const RateLimitOptions& options, SteadyClock clock)
        : now(std::move(clock)),
          keys(options.per_key_per_minute, options.buckets_max),
          addresses(options.per_address_per_minute, options.buckets_max),
          refused(options.refused_per_address_per_minute, options.buckets_max),
          on(keys.limit() || addresses.limit() || refused.limit()) {}

    // Differs from process to process, so that nobody can prepare texts that share a bucket.
    std::uint64_t digest(std::string_view text) const {
        std::uint64_t mixed = std::hash<std::string_view>{}(text) ^ seed;
        mixed = (mixed ^ (mixed >> 31)) * 0x9E37'79B9'7F4A'7C15U;
        return mixed ^ (mixed >> 29);
    }

    SteadyClock now;
    std::uint64_t seed = random_seed();
    std::mutex mutex;
    Buckets keys;
    Buckets addresses;
    Buckets refused;
    bool on;
};

RateLimits::RateLimits(RateLimitOptions options, SteadyClock now)
    : implementation_(std::make_unique<Implementation>(options, std::move(now))) {}

RateLimits::~RateLimits() = default;

std::optional<std::chrono::seconds> RateLimits::take(std::string_view address,
                                                     std::string_view credential) {
    auto& self = *implementation_;
    if (!self.on) return std::nullopt;
    const auto by_address = self.digest(address);
    const auto by_key = credential.empty() ? 0 : self.digest(credential);
    const auto now = self.now();
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
    const auto now = self.now();
    const std::lock_guard lock(self.mutex);
    self.refused.take(self.digest(address), now);
}

}  // namespace cartulary::http
