#include "dialects/acclaim/moments.h"

#include <gtest/gtest.h>

namespace cartulary::acclaim {

namespace {

std::string read(std::string_view text) {
    const auto moment = parse_moment(text);
    return moment ? iso_8601(*moment) : moment.error();
}

TEST(Moment, is_read_in_the_forms_that_clients_write) {
    for (const auto& [text, moment] : {
             std::pair{"2014-04-01T14:41:00.000Z", "2014-04-01T14:41:00.000Z"},
             std::pair{"2014-04-01", "2014-04-01T00:00:00.000Z"},
             std::pair{"2014-04-01T14:41", "2014-04-01T14:41:00.000Z"},
             std::pair{"2014-04-01T14:41:00", "2014-04-01T14:41:00.000Z"},
             std::pair{"2014-04-01t14:41:00.1234567z", "2014-04-01T14:41:00.123Z"},
             std::pair{"2014-04-01T14:41:00,5Z", "2014-04-01T14:41:00.500Z"},
             std::pair{"2014-04-01T14:41:00+02:00", "2014-04-01T12:41:00.000Z"},
             std::pair{"2014-04-01T14:41:00+0200", "2014-04-01T12:41:00.000Z"},
             std::pair{"2014-04-01T14:41:00-05", "2014-04-01T19:41:00.000Z"},
             std::pair{"2014-04-01 09:41:00 -0500", "2014-04-01T14:41:00.000Z"},
             std::pair{"2014-04-01 14:41:00 UTC", "2014-04-01T14:41:00.000Z"},
             std::pair{"2014-04-01  09:41:00 am", "2014-04-01T09:41:00.000Z"},
             std::pair{"2014-04-01  09:41:00 pm", "2014-04-01T21:41:00.000Z"},
             std::pair{"2014-04-01  12:00:00 am", "2014-04-01T00:00:00.000Z"},
             std::pair{"2014-04-01 12:00:00 PM", "2014-04-01T12:00:00.000Z"},
             std::pair{"2016-02-29", "2016-02-29T00:00:00.000Z"},
             std::pair{"0001-01-01", "0001-01-01T00:00:00.000Z"},
             std::pair{"9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"},
         }) {
        EXPECT_EQ(read(text), moment) << text;
    }
}

TEST(Moment, is_refused_where_it_is_none) {
    for (const auto* text : {"",
                             "today",
                             "2014",
                             "2014-04",
                             "2014-4-1",
                             "2014-13-01",
                             "2015-02-29",
                             "2014-04-31",
                             "0000-01-01",
                             "2014-04-01T",
                             "2014-04-01T14",
                             "2014-04-01T24:00:00Z",
                             "2014-04-01T14:60:00Z",
                             "2014-04-01T14:41:61Z",
                             "2014-04-01T14:41:00.Z",
                             "2014-04-01  13:41:00 pm",
                             "2014-04-01  00:41:00 am",
                             "2014-04-01T14:41:00+24:00",
                             "2014-04-01T14:41:00+02:",
                             "2014-04-01T14:41:00+02:0",
                             "2014-04-01T14:41:00Z later",
                             "2014-04-01T14:41:00 EST",
                             "2014-04-0114:41:00",
                             "9999-12-31T23:59:59-01:00",
                             "0001-01-01T00:00:00+01:00",
                             "-001-01-01",
                             "1396363260"}) {
        EXPECT_EQ(read(text), "must be a date or time, for example 2014-04-01T14:41:00Z") << text;
    }
    EXPECT_FALSE(parse_moment("2014-04-01T14:41:00." + std::string(10'000, '1') + "Z"));
}

TEST(Moment, has_a_day_in_utc) {
    EXPECT_EQ(date_of(parse_moment("2014-04-01T23:41:00-05:00").value()), "2014-04-02");
}

}  // namespace

}  // namespace cartulary::acclaim
