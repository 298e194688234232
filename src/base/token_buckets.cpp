#include "base/token_buckets.h"

#include <algorithm>
#include <functional>

#include "base/random.h"

namespace cartulary {

namespace {

std::uint64_t random_seed() {
    std::uint64_t seed = 0;
    system_randomness({reinterpret_cast<std::uint8_t*>(&seed), sizeof seed});
    return seed;
}

}  // namespace

TokenBuckets::TokenBuckets(const Options& options)
    : interval_(options.interval),
      capacity_(options.interval * static_cast<std::int64_t>(options.tokens)),
      buckets_max_(std::max<std::size_t>(options.buckets_max, 1)) {}

TokenBuckets::Time TokenBuckets::missing(std::uint64_t key, Time now) const {
    if (!limit()) return Time(0);
    const auto found = table_.find(key);
    if (found == table_.end()) return Time(0);
    // A clock that was set back does not empty a bucket.
    const auto full_at = std::min(found->second->full_at, now + capacity_);
    return std::max(Time(0), full_at + interval_ - now - capacity_);
}

// A bucket holds a token as long as it is full in less than the time in which it fills; a token
// taken moves that moment by the time in which one flows in.
void TokenBuckets::take(std::uint64_t key, Time now) {
    if (!limit()) return;
    auto& bucket = used(key, now);
    bucket.full_at = std::min(std::max(bucket.full_at, now) + interval_, now + capacity_);
}

void TokenBuckets::give_back(std::uint64_t key, Time now) {
    if (!limit()) return;
    auto& bucket = used(key, now);
    bucket.full_at = std::max(bucket.full_at - interval_, now);
}

// The bucket of this key, now the last one used; the one longest unused makes room.
TokenBuckets::Bucket& TokenBuckets::used(std::uint64_t key, Time now) {
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

std::uint64_t TokenBuckets::key_of(std::string_view text) {
    static const auto seed = random_seed();
    std::uint64_t mixed = std::hash<std::string_view>{}(text) ^ seed;
    mixed = (mixed ^ (mixed >> 31)) * 0x9E37'79B9'7F4A'7C15U;
    return mixed ^ (mixed >> 29);
}

}  // namespace cartulary
