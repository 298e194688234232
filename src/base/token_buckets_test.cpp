#include "base/token_buckets.h"

#include <gtest/gtest.h>

namespace cartulary {

namespace {

using namespace std::chrono_literals;

class Buckets : public testing::Test {
protected:
    int taken(std::uint64_t key, int tries) {
        int count = 0;
        for (int i = 0; i < tries; ++i) {
            if (buckets.missing(key, now) > 0s) continue;
            buckets.take(key, now);
            ++count;
        }
        return count;
    }

    TokenBuckets buckets{{.interval = 10s, .tokens = 3, .buckets_max = 2}};
    TokenBuckets::Time now = 1h;
};

TEST_F(Buckets, hold_so_many_tokens_and_get_one_in_each_interval) {
    EXPECT_EQ(taken(1, 5), 3);
    EXPECT_EQ(buckets.missing(1, now), 10s);
    now += 10s;
    EXPECT_EQ(taken(1, 5), 1);
    now += 1h;
    EXPECT_EQ(taken(1, 5), 3);
}

TEST_F(Buckets, take_back_what_was_not_needed_and_never_hold_more) {
    EXPECT_EQ(taken(1, 3), 3);
    buckets.give_back(1, now);
    EXPECT_EQ(taken(1, 5), 1);
    buckets.give_back(2, now);
    EXPECT_EQ(taken(2, 5), 3);
}

TEST_F(Buckets, are_not_empty_for_longer_when_the_clock_is_set_back) {
    EXPECT_EQ(taken(1, 3), 3);
    now -= 30min;
    EXPECT_EQ(buckets.missing(1, now), 10s);
}

TEST_F(Buckets, without_an_interval_are_no_limit) {
    TokenBuckets none({.interval = 0s, .tokens = 0, .buckets_max = 1});
    none.take(1, now);
    EXPECT_FALSE(none.limit());
    EXPECT_EQ(none.missing(1, now), 0s);
}

TEST_F(Buckets, forget_the_one_longest_unused) {
    EXPECT_EQ(taken(1, 3), 3);
    EXPECT_EQ(taken(2, 3), 3);
    EXPECT_EQ(taken(3, 3), 3);
    EXPECT_EQ(taken(2, 3), 0);
    EXPECT_EQ(taken(1, 3), 3);
}

}  // namespace

}  // namespace cartulary
