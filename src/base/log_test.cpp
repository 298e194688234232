#include "base/log.h"

#include <gtest/gtest.h>

namespace cartulary::log {

TEST(Log, quotes_what_could_be_taken_for_something_else) {
    EXPECT_EQ(line("request", {{"path", "/a b"}, {"status", 200}, {"id", "x-1"}, {"name", ""}}),
              R"(request path="/a b" status=200 id=x-1 name="")");
}

TEST(Log, no_value_can_forge_a_line) {
    EXPECT_EQ(line("request", {{"path", "/\n2026-01-01 error forged"}}),
              R"(request path="/\x0a2026-01-01 error forged")");
}

}  // namespace cartulary::log
