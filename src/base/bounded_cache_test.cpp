#include "base/bounded_cache.h"

#include <gtest/gtest.h>

namespace cartulary {

namespace {

BoundedCache::Text text_of(std::size_t size) {
    return std::make_shared<const std::string>(size, 'x');
}

TEST(BoundedCache, finds_what_was_put_under_the_same_version) {
    BoundedCache cache(10'000);
    cache.put({1, 1}, text_of(5));
    ASSERT_TRUE(cache.find({1, 1}));
    EXPECT_EQ(*cache.find({1, 1}), "xxxxx");
    EXPECT_FALSE(cache.find({1, 2}));
    EXPECT_FALSE(cache.find({2, 1}));
}

TEST(BoundedCache, forgets_what_was_not_used_lately_and_keeps_what_was) {
    BoundedCache cache(10'000);
    cache.put({0, 1}, text_of(1'000));
    for (int subject = 1; subject < 100; ++subject) {
        cache.put({subject, 1}, text_of(1'000));
        EXPECT_TRUE(cache.find({0, 1})) << subject;
    }
    EXPECT_FALSE(cache.find({1, 1}));
    EXPECT_TRUE(cache.find({99, 1}));
}

TEST(BoundedCache, keeps_nothing_that_does_not_fit) {
    BoundedCache cache(1'000);
    cache.put({1, 1}, text_of(1'000));
    EXPECT_FALSE(cache.find({1, 1}));
    BoundedCache none(0);
    none.put({1, 1}, text_of(0));
    EXPECT_FALSE(none.find({1, 1}));
}

}  // namespace

}  // namespace cartulary
