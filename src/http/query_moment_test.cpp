#include "http/query_moment.h"

#include <gtest/gtest.h>

namespace cartulary::http {

namespace {

std::string written(const std::optional<Timestamp>& moment) {
    return moment ? iso_8601(*moment) : "none";
}

TEST(QueryMoment, understands_a_plus_that_was_not_escaped) {
    EXPECT_EQ(written(parse_moment("2026-09-21T16:00 02:00")), "2026-09-21T14:00:00.000Z");
    EXPECT_EQ(written(parse_moment("2026-09-21 16:00+02:00")), "2026-09-21T14:00:00.000Z");
}

TEST(QueryMoment, takes_a_date_for_its_end_where_something_was_so_on_it) {
    EXPECT_EQ(written(parse_moment("2026-09-21")), "2026-09-21T00:00:00.000Z");
    EXPECT_EQ(written(parse_moment_as_of("2026-09-21")), "2026-09-21T23:59:59.999Z");
    EXPECT_EQ(written(parse_moment_as_of("2026-09-21T14:00:00Z")), "2026-09-21T14:00:00.000Z");
}

TEST(QueryMoment, is_none_for_any_other_text) {
    for (const auto* text : {"", "yesterday", "2026-13-01", "2026-09-2", "0000000000"}) {
        EXPECT_EQ(parse_moment_as_of(text), std::nullopt) << text;
    }
}

}  // namespace

}  // namespace cartulary::http
