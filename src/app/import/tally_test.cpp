#include "app/import/tally.h"

#include <gtest/gtest.h>

#include <sstream>

#include "app/import/progress.h"

namespace cartulary::import {
namespace {

Tally some() {
    Tally tally;
    for (int i = 0; i < 3; ++i) tally.accept();
    tally.refuse("Url is bad", "100654");
    tally.refuse("already registered", "100663");
    tally.refuse("already registered", "100690");
    tally.repair({"EIN: lost zeros put back"});
    return tally;
}

TEST(Tally, is_one_line_of_json) {
    std::ostringstream out;
    some().print_json(out, 1.2344);
    EXPECT_EQ(out.str(), R"({"read":6,"accepted":3,"refused":3,"reasons":{"Url is bad":1,)"
                         R"("already registered":2},"seconds":1.234,)"
                         R"("repaired":{"EIN: lost zeros put back":1}})"
                         "\n");
}

TEST(Tally, is_a_table_with_the_most_frequent_reason_first) {
    std::ostringstream out;
    some().print_table(out, 1.5);
    EXPECT_EQ(out.str(),
              "read               6\n"
              "accepted           3\n"
              "refused            3\n"
              "                   2  already registered (as row 100663)\n"
              "                   1  Url is bad (as row 100654)\n"
              "repaired\n"
              "                   1  EIN: lost zeros put back\n"
              "seconds        1.500\n"
              "per second         4\n");
}

TEST(Tally, knows_whether_all_refused_were_registered_before) {
    EXPECT_FALSE(some().refused_only_for("already registered"));
    Tally again;
    EXPECT_TRUE(again.refused_only_for("already registered"));
    again.refuse("already registered", "100654");
    EXPECT_TRUE(again.refused_only_for("already registered"));
}

TEST(Progress, is_a_line_for_a_terminal) {
    EXPECT_EQ(progress_line(0, 6256, 0), "[" + std::string(30, ' ') + "]   0 %  0 of 6256");
    EXPECT_EQ(progress_line(3128, 6256, 66), "[" + std::string(15, '#') + std::string(15, ' ') +
                                                 "]  50 %  3128 of 6256, 66 refused");
    EXPECT_EQ(progress_line(2, 2, 0), "[" + std::string(30, '#') + "] 100 %  2 of 2");
    EXPECT_EQ(progress_line(0, 0, 0), "[" + std::string(30, ' ') + "]   0 %  0 of 0");
}

TEST(Progress, is_wiped_at_the_end_and_silent_without_a_terminal) {
    std::ostringstream terminal;
    {
        Progress progress(&terminal, 10);
        progress.show(1, 0);
    }
    EXPECT_NE(terminal.str().find("1 of 10"), std::string::npos);
    EXPECT_TRUE(terminal.str().ends_with("\r\033[K"));
    Progress(nullptr, 10).show(1, 0);
}

}  // namespace
}  // namespace cartulary::import
