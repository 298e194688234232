#include "http/date.h"

#include <gtest/gtest.h>

namespace cartulary::http {

namespace {

TEST(HttpDate, is_written_and_read) {
    for (const std::time_t time : {std::time_t{0}, std::time_t{784887151}, std::time_t{951782400},
                                   std::time_t{253402300799}}) {
        EXPECT_EQ(date_in(date_text(time)), time);
    }
    EXPECT_EQ(date_text(784887151), "Tue, 15 Nov 1994 08:12:31 GMT");
}

TEST(HttpDate, is_nothing_else) {
    for (const auto* text : {"", "Tue, 15 Nov 1994 08:12:31 UTC", "Wed, 15 Nov 1994 08:12:31 GMT",
                             "Tue, 31 Feb 1995 08:12:31 GMT", "Tue, 15 Foo 1994 08:12:31 GMT",
                             "Tue, -5 Nov 1994 08:12:31 GMT", "Tue, 15 Nov 1994 25:12:31 GMT",
                             "Tuesday, 15-Nov-94 08:12:31 GMT", "1994-11-15T08:12:31.000000Z  "}) {
        EXPECT_FALSE(date_in(text)) << text;
    }
}

}  // namespace

}  // namespace cartulary::http
