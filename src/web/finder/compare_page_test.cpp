#include "web/finder/things_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

class ComparePageTest : public ThingPagesTest {
protected:
    // Of CTIDs by their last characters.
    static std::string query(const std::string& lasts) {
        std::string query;
        for (const char last : lasts) {
            query += (query.empty() ? "ctid=" : "&ctid=") + ctid(last).text();
        }
        return query;
    }
    std::string page(const std::string& query) {
        const auto response = get("/compare", query);
        EXPECT_EQ(response.status, 200);
        EXPECT_EQ(complaint_about_html(response.body), "");
        return response.body;
    }
};

TEST_F(ComparePageTest, sets_things_side_by_side_and_marks_where_they_differ) {
    publish_certificate('1', "Welding I",
                        R"(,"ceterms:inLanguage":["en-US"],"ceterms:estimatedCost":[)"
                        R"({"@type":"ceterms:CostProfile","ceterms:price":100,)"
                        R"("ceterms:currency":"USD"}])");
    publish_certificate('2', "Welding II", R"(,"ceterms:inLanguage":["en-US"])");
    const auto words = words_of(page(query("12")));
    EXPECT_THAT(words, HasSubstr("Welding I Remove Welding II Remove"));
    EXPECT_THAT(words, HasSubstr("Kind Certificate Certificate"));
    EXPECT_THAT(words, HasSubstr("In Language English (United States) English (United States)"));
    EXPECT_THAT(words, HasSubstr("Estimated Cost differs $100.00 Not said"));
}

TEST_F(ComparePageTest, lets_each_be_taken_away_by_a_link) {
    for (const char last : {'1', '2', '3'}) publish_certificate(last, std::string("W") + last);
    const auto three = page(query("123"));
    EXPECT_THAT(three, HasSubstr("aria-label=\"Remove W2\""));
    EXPECT_THAT(three, HasSubstr("href=\"/compare?ctid=" + ctid('1').text() +
                                 "&amp;ctid=" + ctid('3').text() + "\""));
}

TEST_F(ComparePageTest, has_room_for_four_and_says_so) {
    for (const char last : {'1', '2', '3', '4', '5'}) {
        publish_certificate(last, std::string("W") + last);
    }
    const auto four = page(query("1234"));
    EXPECT_THAT(words_of(four), Not(HasSubstr("Only the first four")));
    EXPECT_THAT(four, Not(HasSubstr("action=\"/compare\"")));
    const auto five = words_of(page(query("12345")));
    EXPECT_THAT(five, HasSubstr("Only the first four are shown"));
    EXPECT_THAT(five, Not(HasSubstr("W5")));
}

TEST_F(ComparePageTest, shows_what_is_known_though_others_are_not) {
    publish_certificate('1');
    publish_certificate('2', "Gone");
    remove(ctid('2'));
    const auto words = words_of(page(query("129") + "&ctid=<b>&ctid=%FF%FE&ctid="));
    EXPECT_THAT(words, HasSubstr("Welding I"));
    EXPECT_THAT(words, HasSubstr("Nothing is published under " + ctid('2').text()));
    EXPECT_THAT(words, HasSubstr("Nothing is published under " + ctid('9').text()));
    EXPECT_THAT(words, HasSubstr("&lt;b&gt; is no CTID"));
}

TEST_F(ComparePageTest, shows_the_same_thing_once_in_either_case) {
    publish_certificate('1');
    auto upper = welding.text();
    for (auto& c : upper) c = static_cast<char>(std::toupper(c));
    EXPECT_EQ(count("Remove Welding I", page("ctid=" + welding.text() + "&ctid=" + upper)), 1U);
}

TEST_F(ComparePageTest, finds_others_to_put_beside) {
    publish_certificate('1', "Welding I");
    publish_certificate('2', "Welding II");
    const auto found = page(query("1") + "&q=welding");
    EXPECT_THAT(words_of(found), HasSubstr("Found Welding II , Certificate of Harbor College"));
    EXPECT_THAT(found, HasSubstr("href=\"/compare?ctid=" + ctid('1').text() +
                                 "&amp;ctid=" + ctid('2').text() + "\""));
    EXPECT_THAT(words_of(page(query("1") + "&q=zeppelin")), HasSubstr("Nothing is found for"));
    EXPECT_EQ(get("/compare", query("1") + "&q=" + std::string(5'000, 'a')).status, 200);
}

TEST_F(ComparePageTest, begins_empty_with_a_search) {
    const auto empty = page("");
    EXPECT_THAT(words_of(empty), HasSubstr("Nothing is chosen yet"));
    EXPECT_THAT(empty, HasSubstr("action=\"/compare\""));
}

TEST_F(ComparePageTest, stays_short_however_much_they_say_and_however_many_are_asked_for) {
    const std::string much = R"(,"ceterms:description":{"en-US":")" + std::string(500'000, '<') +
                             R"("},"ceterms:requires":[{"@type":"ceterms:ConditionProfile",)"
                             R"("ceterms:condition":{"en-US":[")" +
                             std::string(100'000, '<') + R"("]}}])";
    for (const char last : {'1', '2', '3', '4'}) {
        publish_certificate(last, std::string(100'000, last), much);
    }
    EXPECT_LT(page(query("1234")).size(), 100'000U);
    std::string wild;
    for (int i = 0; i < 2'000; ++i) wild += "&ctid=" + std::to_string(i) + "%3Cx";
    EXPECT_LT(page(query("1") + wild).size(), 100'000U);
}

}  // namespace

}  // namespace cartulary::web
