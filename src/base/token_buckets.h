#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <list>
#include <string_view>
#include <unordered_map>

namespace cartulary {

// Token buckets of one kind: each key has one, which is full at first, and into which one token
// flows in each interval. Written as one moment each: when the bucket will be full again. A bucket
// that is not in the table is full. Not for several threads at once.
class TokenBuckets {
public:
    using Time = std::chrono::nanoseconds;

    struct Options {
        Time interval;            // 0: there is no limit
        std::uint64_t tokens;     // that a bucket holds
        std::size_t buckets_max;  // the ones longest unused are forgotten
    };
    explicit TokenBuckets(const Options& options);

    bool limit() const { return interval_ > Time(0); }

    // How long until the bucket holds a token; zero when it holds one. `now` is counted from any
    // one beginning.
    Time missing(std::uint64_t key, Time now) const;

    void take(std::uint64_t key, Time now);
    void give_back(std::uint64_t key, Time now);

    // The key of a text, made with a number that differs from process to process, so that nobody
    // can prepare texts that share a bucket.
    static std::uint64_t key_of(std::string_view text);

private:
    struct Bucket {
        std::uint64_t key;
        Time full_at;
    };

    Bucket& used(std::uint64_t key, Time now);

    Time interval_;
    Time capacity_;
    std::size_t buckets_max_;
    std::list<Bucket> by_use_;
    std::unordered_map<std::uint64_t, std::list<Bucket>::iterator> table_;
};

}  // namespace cartulary
