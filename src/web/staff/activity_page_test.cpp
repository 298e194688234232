#include "web/staff/staff_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ActivityPage : public StaffPagesTest {
protected:
    // All pieces of a file.
    std::string file(const std::string& path) {
        const auto answer = clerk.get(path);
        EXPECT_EQ(answer.status, 200) << answer.body;
        std::string text;
        if (answer.stream) {
            while (const auto piece = answer.stream()) text += *piece;
        }
        return text + answer.body;
    }
    void block(const std::string& reason) {
        ASSERT_TRUE(staff.organizations.block(actor_in(clerk), college.id, reason));
    }
};

TEST_F(ActivityPage, tells_what_happened_and_who_did_it) {
    block("It <b>sells</b> degrees.");
    const auto all = page("/staff/activity");
    EXPECT_THAT(all, HasSubstr("<td>Organization entered"));
    EXPECT_THAT(all, HasSubstr("<td>Organization blocked"));
    EXPECT_THAT(all, HasSubstr("It &lt;b&gt;sells&lt;/b&gt; degrees."));
    EXPECT_THAT(all, HasSubstr("clerk@registry.example"));
}

TEST_F(ActivityPage, is_narrowed_by_its_filters) {
    block("It sells degrees.");
    const auto by_clerk = page("/staff/activity?actor=clerk@registry.example");
    EXPECT_THAT(by_clerk, HasSubstr("<td>Organization blocked"));
    EXPECT_THAT(by_clerk, Not(HasSubstr("<td>Organization entered")));
    const auto date = iso_8601(under_test.now()).substr(0, 10);
    EXPECT_THAT(
        page("/staff/activity?organization=" + college.id.ctid() + "&from=" + date + "&to=" + date),
        HasSubstr("<td>Organization entered"));
    EXPECT_THAT(page("/staff/activity?to=2001-01-01"), HasSubstr("Nothing is found."));
    EXPECT_THAT(page("/staff/activity?type=badge.created"), HasSubstr("Nothing is found."));
}

TEST_F(ActivityPage, says_beside_a_field_what_is_wrong_with_it) {
    for (const auto* query :
         {"from=yesterday", "to=2026-02-30", "organization=harbor",
          "organization=ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301", "type=a%0Ab"}) {
        const auto answer = clerk.get(std::string("/staff/activity?") + query);
        EXPECT_EQ(answer.status, 422) << query;
        EXPECT_EQ(complaint_about_html(answer.body), "") << answer.body;
    }
    EXPECT_EQ(clerk.get("/staff/activity?actor=" + std::string(301, 'x')).status, 422);
    EXPECT_EQ(clerk.get("/staff/activity?before=nonsense").status, 422);
    EXPECT_EQ(clerk.get("/staff/activity.csv?from=yesterday").status, 422);
}

TEST_F(ActivityPage, is_fifty_at_a_time) {
    for (int i = 0; i < 60; ++i) {
        ASSERT_TRUE(staff.people.end_sessions(actor_in(clerk), id_of("office@harbor.example")));
    }
    const auto first = page("/staff/activity?actor=clerk@registry.example");
    EXPECT_EQ(count("<td>Person logged out everywhere", first), 50U);
    const auto at = first.find("before=");
    ASSERT_NE(at, std::string::npos);
    const auto before = first.substr(at, first.find('"', at) - at);
    const auto second = page("/staff/activity?actor=clerk%40registry.example&" + before);
    EXPECT_EQ(count("<td>Person logged out everywhere", second), 10U);
    EXPECT_THAT(second, Not(HasSubstr("before=")));
}

TEST_F(ActivityPage, is_a_table_without_formulas_and_lines_of_json) {
    block("=HYPERLINK(\"https://evil.example\",\"look\")");
    const auto csv = file("/staff/activity.csv?type=organization.blocked");
    EXPECT_THAT(csv, StartsWith("occurred_at,type,act,"));
    EXPECT_THAT(csv, HasSubstr("\"'=HYPERLINK("));
    EXPECT_THAT(csv, Not(HasSubstr("\"=HYPERLINK(")));
    EXPECT_EQ(count("\r\n", csv), 2U);
    const auto lines = file("/staff/activity.jsonl?type=organization.blocked");
    EXPECT_EQ(count("\n", lines), 1U);
    EXPECT_THAT(lines, HasSubstr("\"act\":\"organization.blocked\""));
    EXPECT_THAT(lines, HasSubstr("\"organization\":\"" + college.id.ctid() + "\""));
    EXPECT_THAT(lines, HasSubstr("=HYPERLINK("));
}

}  // namespace

}  // namespace cartulary::web
