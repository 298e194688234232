#include "dialects/litmos/dates.h"

#include <gtest/gtest.h>

namespace cartulary::litmos {

namespace {

std::string reread(std::string_view text) {
    const auto date = parse_date(text);
    return date ? date_text(*date) : "none";
}

TEST(Dates, are_read_as_they_are_written) {
    for (const auto* text : {"2014-04-01T14:41:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
                             "2024-02-29T00:00:00Z"}) {
        EXPECT_EQ(reread(text), text);
    }
}

TEST(Dates, may_lack_time_and_zone_and_have_fractions_and_offsets) {
    EXPECT_EQ(reread("2014-04-01"), "2014-04-01T00:00:00Z");
    EXPECT_EQ(reread("2014-04-01T14:41:00"), "2014-04-01T14:41:00Z");
    EXPECT_EQ(reread("2014-04-01 14:41"), "2014-04-01T14:41:00Z");
    EXPECT_EQ(reread("2014-04-01T14:41:00.1234567Z"), "2014-04-01T14:41:00Z");
    EXPECT_EQ(reread("2014-04-01T14:41:00+02:00"), "2014-04-01T12:41:00Z");
    EXPECT_EQ(reread("2014-04-01T23:41:00-0530"), "2014-04-02T05:11:00Z");
}

TEST(Dates, refuses_what_is_no_day_or_time) {
    for (const auto* text : {"",
                             "soon",
                             "2014",
                             "2014-04",
                             "2014-4-1",
                             "2014-02-29",
                             "2014-13-01",
                             "2014-00-01",
                             "2014-04-31",
                             "0000-01-01",
                             "2014-04-01T",
                             "2014-04-01T24:00:00Z",
                             "2014-04-01T14:60:00Z",
                             "2014-04-01T14:41:60Z",
                             "2014-04-01T14:41:00.Z",
                             "2014-04-01T14:41:00ZZ",
                             "2014-04-01T14:41:00+2",
                             "2014-04-01T14:41:00+15:00",
                             " 2014-04-01",
                             "2014-04-01 ",
                             "+014-04-01",
                             "-014-04-01",
                             "9999-12-31T23:59:59-01:00",
                             "0001-01-01T00:00:00+01:00",
                             "01/04/2014"}) {
        EXPECT_EQ(reread(text), "none") << text;
    }
    EXPECT_EQ(reread("2014-04-01T14:41:00." + std::string(30, '1') + "Z"), "none");
}

}  // namespace

}  // namespace cartulary::litmos
