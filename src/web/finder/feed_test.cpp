#include "web/finder/feed.h"

#include "web/finder/things_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto path = "/changes.atom";

class FeedTest : public ThingPagesTest {
protected:
    std::string feed(const std::string& query = "") {
        const auto answer = get(path, query);
        EXPECT_EQ(answer.status, 200) << query << answer.body;
        return answer.body;
    }
    std::string of_college() const { return "owner=" + college_ctid().text(); }
};

TEST_F(FeedTest, tells_the_newest_first_by_ids_that_stay) {
    publish_certificate('1');
    const auto first = feed();
    publish_certificate('1', "Joining metals & more");
    remove(welding);
    const auto later = feed();
    EXPECT_LT(later.find("Removed: Joining metals &amp; more"),
              later.find("Changed: Joining metals &amp; more"));
    EXPECT_THAT(later, HasSubstr("New: Joining metals &amp; more"));
    EXPECT_THAT(later, HasSubstr("Certificate of Harbor College, version 2."));
    const auto begin = first.find("<id>urn:uuid:");
    const auto id = first.substr(begin, first.find("</id>", begin) - begin);
    EXPECT_EQ(count(id, later), 1U) << id;
    EXPECT_THAT(later, HasSubstr("<updated>" + iso_8601(under_test.now()) + "</updated>"));
}

TEST_F(FeedTest, is_asked_for_again_without_being_sent_again) {
    publish_certificate('1');
    const auto answer = get(path);
    EXPECT_EQ(answer.content_type, "application/atom+xml; charset=utf-8");
    EXPECT_EQ(header_of(answer, "Access-Control-Allow-Origin"), "*");
    EXPECT_NE(header_of(answer, "Last-Modified"), "");
    EXPECT_EQ(header_of(answer, "Set-Cookie"), "");
    const auto tag = header_of(answer, "ETag");
    EXPECT_EQ(router.dispatch({.path = path, .headers = {{"if-none-match", tag}}}).status, 304);
    publish_certificate('2');
    EXPECT_EQ(router.dispatch({.path = path, .headers = {{"if-none-match", tag}}}).status, 200);
}

TEST_F(FeedTest, is_of_one_organization_where_that_is_asked) {
    publish_certificate('1');
    under_test.add_partner("Ridge School", "office@ridge.example");
    EXPECT_THAT(feed(of_college()), HasSubstr("New: Welding I"));
    EXPECT_THAT(feed(of_college()), HasSubstr("What changed of Harbor College"));
    EXPECT_THAT(feed(of_college()), Not(HasSubstr("Ridge School")));
    EXPECT_THAT(feed(), HasSubstr("Ridge School"));
    EXPECT_EQ(get(path, "owner=" + ctid('9').text()).status, 404);
    EXPECT_EQ(get(path, "owner=" + welding.text()).status, 404) << "it owns nothing";
    EXPECT_EQ(get(path, "owner=nonsense").status, 400);
}

TEST_F(FeedTest, goes_on_where_a_page_of_it_ends) {
    for (int i = 0; i < 60; ++i) publish_certificate('1', "Welding " + std::to_string(i));
    const auto first = feed(of_college());
    EXPECT_EQ(count("<entry>", first), 50U);
    const std::string_view relation = R"(<link rel="next" type="application/atom+xml" href=")";
    const auto begin = first.find(relation) + relation.size();
    auto next = first.substr(begin, first.find('"', begin) - begin);
    next = next.substr(next.find('?') + 1);
    next.replace(next.find("&amp;"), 5, "&");
    const auto second = feed(next);
    EXPECT_THAT(second, HasSubstr(">New: Welding 59<"));
    EXPECT_THAT(second, Not(HasSubstr("rel=\"next\"")));
    for (const auto* nonsense : {"before=x", "before=-1", "before=99999999999999999999"}) {
        EXPECT_EQ(get(path, nonsense).status, 400) << nonsense;
    }
}

}  // namespace

}  // namespace cartulary::web
