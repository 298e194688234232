#include "base/time.h"

#include <gtest/gtest.h>

namespace cartulary {

namespace {

TEST(Iso8601, tells_a_moment_to_the_millisecond) {
    EXPECT_EQ(iso_8601(timestamp(0)), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(iso_8601(timestamp(1'396'363'260'007)), "2014-04-01T14:41:00.007Z");
    EXPECT_EQ(iso_8601(timestamp(1'709'251'199'999)), "2024-02-29T23:59:59.999Z");
    EXPECT_EQ(iso_8601(timestamp(-1)), "1969-12-31T23:59:59.999Z");
}

}  // namespace

}  // namespace cartulary
