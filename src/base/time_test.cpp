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

TEST(Iso8601, is_read_back) {
    for (const auto moment : {timestamp(0), timestamp(1'396'363'260'007), timestamp(-1)}) {
        EXPECT_EQ(parse_iso_8601(iso_8601(moment)), moment);
    }
    const auto moment = timestamp(1'396'363'260'000);
    EXPECT_EQ(parse_iso_8601("2014-04-01T14:41:00Z"), moment);
    EXPECT_EQ(parse_iso_8601("2014-04-01 14:41"), moment);
    EXPECT_EQ(parse_iso_8601("2014-04-01T16:41:00+02:00"), moment);
    EXPECT_EQ(parse_iso_8601("2014-04-01T09:11:00-0530"), moment);
    EXPECT_EQ(parse_iso_8601("2014-04-01T14:41:00.0079"), moment + std::chrono::milliseconds(7));
    EXPECT_EQ(parse_iso_8601("2014-04-01"), timestamp(1'396'310'400'000));
}

TEST(Iso8601, is_nothing_of_any_other_text) {
    for (const auto* text :
         {"", "2014", "2014-04", "2014-4-1", "2014-04-31", "2014-00-01", "0000-01-01",
          "2014-04-01T", "2014-04-01T24:00", "2014-04-01T14:60", "2014-04-01T14:41:60",
          "2014-04-01T14:41:00.Z", "2014-04-01T14:41:00Zulu", "2014-04-01T14:41:00+2",
          "2014-04-01T14:41:00+24:00", "2014-04-01T14:41:00Z ", "yesterday", "-014-04-01"}) {
        EXPECT_EQ(parse_iso_8601(text), std::nullopt) << text;
    }
}

}  // namespace

}  // namespace cartulary
