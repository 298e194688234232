#include "http/rate_limit.h"

#include <gtest/gtest.h>

#include <string>

namespace cartulary::http {
namespace {

using namespace std::chrono_literals;

class RateLimit : public testing::Test {
protected:
    RateLimits limits(RateLimitOptions options) {
        return RateLimits(options, [this] { return now_; });
    }

    // How many of `tries` requests pass.
    static int passed(RateLimits& limits, int tries, const std::string& address,
                      const std::string& credential) {
        int count = 0;
        for (int i = 0; i < tries; ++i) {
            if (!limits.take(address, credential)) ++count;
        }
        return count;
    }

    std::chrono::steady_clock::time_point now_{1h};
};

TEST_F(RateLimit, lets_a_minutes_worth_through_at_once_and_then_no_more) {
    auto limited = limits({.per_key_per_minute = 10, .per_address_per_minute = 0});
    EXPECT_EQ(passed(limited, 15, "192.0.2.1", "ApiToken a"), 10);
    EXPECT_EQ(limited.take("192.0.2.1", "ApiToken a"), 6s);
}

TEST_F(RateLimit, refills_steadily) {
    auto limited = limits({.per_key_per_minute = 10, .per_address_per_minute = 0});
    passed(limited, 10, "192.0.2.1", "ApiToken a");
    now_ += 5s;
    EXPECT_EQ(limited.take("192.0.2.1", "ApiToken a"), 1s);
    now_ += 1s;
    EXPECT_EQ(passed(limited, 3, "192.0.2.1", "ApiToken a"), 1);
    now_ += 1h;
    EXPECT_EQ(passed(limited, 15, "192.0.2.1", "ApiToken a"), 10);
}

TEST_F(RateLimit, counts_each_key_apart_whatever_the_address) {
    auto limited = limits({.per_key_per_minute = 2, .per_address_per_minute = 0});
    EXPECT_EQ(passed(limited, 2, "192.0.2.1", "ApiToken a"), 2);
    EXPECT_EQ(passed(limited, 2, "192.0.2.2", "ApiToken a"), 0);
    EXPECT_EQ(passed(limited, 2, "192.0.2.1", "ApiToken b"), 2);
}

TEST_F(RateLimit, counts_each_address_apart_also_without_a_key) {
    auto limited = limits({.per_key_per_minute = 0, .per_address_per_minute = 3});
    EXPECT_EQ(passed(limited, 5, "192.0.2.1", ""), 3);
    EXPECT_EQ(passed(limited, 5, "192.0.2.2", "ApiToken a"), 3);
}

TEST_F(RateLimit, takes_nothing_from_one_bucket_when_the_other_is_empty) {
    auto limited = limits({.per_key_per_minute = 5, .per_address_per_minute = 2});
    passed(limited, 10, "192.0.2.1", "ApiToken a");
    EXPECT_EQ(passed(limited, 5, "192.0.2.2", "ApiToken a"), 2);
    EXPECT_EQ(passed(limited, 5, "192.0.2.3", "ApiToken a"), 1);
}

TEST_F(RateLimit, keeps_out_an_address_whose_requests_were_refused_too_often) {
    auto limited = limits({.per_key_per_minute = 0,
                           .per_address_per_minute = 0,
                           .refused_per_address_per_minute = 2});
    limited.note_refused("192.0.2.1");
    EXPECT_EQ(limited.take("192.0.2.1", ""), std::nullopt);
    limited.note_refused("192.0.2.1");
    EXPECT_EQ(limited.take("192.0.2.1", ""), 30s);
    EXPECT_EQ(limited.take("192.0.2.2", ""), std::nullopt);
    now_ += 30s;
    EXPECT_EQ(limited.take("192.0.2.1", ""), std::nullopt);
}

TEST_F(RateLimit, forgets_the_bucket_longest_unused_when_there_are_too_many) {
    auto limited = limits({.per_key_per_minute = 0, .per_address_per_minute = 1, .buckets_max = 2});
    EXPECT_EQ(passed(limited, 1, "192.0.2.1", ""), 1);
    EXPECT_EQ(passed(limited, 1, "192.0.2.2", ""), 1);
    EXPECT_EQ(passed(limited, 1, "192.0.2.2", ""), 0);
    EXPECT_EQ(passed(limited, 1, "192.0.2.3", ""), 1);  // the first is forgotten
    EXPECT_EQ(passed(limited, 1, "192.0.2.3", ""), 0);
    EXPECT_EQ(passed(limited, 1, "192.0.2.1", ""), 1);
}

TEST_F(RateLimit, does_not_ask_for_the_time_when_every_limit_is_off) {
    RateLimits off(
        {.per_key_per_minute = 0, .per_address_per_minute = 0, .refused_per_address_per_minute = 0},
        []() -> std::chrono::steady_clock::time_point {
            ADD_FAILURE() << "asked for the time";
            return {};
        });
    off.note_refused("192.0.2.1");
    EXPECT_EQ(passed(off, 1'000, "192.0.2.1", "ApiToken a"), 1'000);
}

}  // namespace
}  // namespace cartulary::http
