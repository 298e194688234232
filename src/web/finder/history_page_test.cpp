#include "web/finder/things_fixture_test.h"

namespace cartulary::web {

namespace {

using std::chrono::hours;
using testing::HasSubstr;
using testing::Not;

class HistoryPageTest : public ThingPagesTest {
protected:
    std::string path(const Ctid& ctid) const { return "/history/" + ctid.text(); }
    std::string well_made(const http::Response& response) {
        EXPECT_EQ(response.status, 200);
        EXPECT_EQ(complaint_about_html(response.body), "");
        return response.body;
    }
    std::string difference(int from, int to) {
        const auto query = "from=" + std::to_string(from) + "&to=" + std::to_string(to);
        return well_made(get(path(welding) + "/difference", query));
    }
};

TEST_F(HistoryPageTest, lists_versions_latest_first_and_leads_to_each) {
    publish_certificate('1', "Welding I");
    under_test.pass(hours(1));
    const auto second_at = iso_8601(under_test.now());
    publish_certificate('1', "Joining metals");
    const auto page = well_made(get(path(welding)));
    EXPECT_THAT(page, HasSubstr("<h1>History of Joining metals</h1>"));
    const auto words = words_of(page);
    EXPECT_LT(words.find("Version 2"), words.find("Version 1"));
    EXPECT_THAT(words, HasSubstr("Changed By an interface for software"));
    EXPECT_THAT(words, HasSubstr("Published first By an interface for software"));
    EXPECT_THAT(page, HasSubstr(path(welding) + "/difference?from=1&amp;to=2"));
    EXPECT_THAT(page, HasSubstr("as_of=" + second_at.substr(0, 10)));
}

TEST_F(HistoryPageTest, leads_to_versions_that_are_there_at_their_moment) {
    publish_certificate('1', "Welding I");
    publish_certificate('1', "Joining metals");
    const auto page = get(path(welding)).body;
    const auto at = page.find("?as_of=") + 1;
    const auto query = page.substr(at, page.find('"', at) - at);
    EXPECT_THAT(page_of(welding, query), HasSubstr("Joining metals"));
}

TEST_F(HistoryPageTest, shows_what_changed_property_by_property) {
    publish_certificate('1', "Welding I",
                        R"(,"ceterms:keyword":{"en-US":["fire","metal"]},)"
                        R"("ceterms:estimatedDuration":[{"@type":"ceterms:DurationProfile",)"
                        R"("ceterms:exactDuration":"P6W"}],"ceterms:dateEffective":"2026-01-31")");
    publish_certificate('1', "Welding I",
                        R"(,"ceterms:keyword":{"en-US":["metal","torch"]},)"
                        R"("ceterms:estimatedDuration":[{"@type":"ceterms:DurationProfile",)"
                        R"("ceterms:exactDuration":"P8W"}],"ceterms:inLanguage":["es"])");
    const auto words = words_of(difference(1, 2));
    EXPECT_THAT(words, HasSubstr("Keyword en-US fire en-US torch"));
    EXPECT_THAT(words, Not(HasSubstr("metal")));
    EXPECT_THAT(words, HasSubstr("Estimated Duration 6 weeks 8 weeks"));
    EXPECT_THAT(words, HasSubstr("Date Effective 31 January 2026 – not there"));
    EXPECT_THAT(words, HasSubstr("In Language – not there Spanish"));
    EXPECT_THAT(words, Not(HasSubstr("Owned By")));

    const auto back = words_of(difference(2, 1));
    EXPECT_THAT(back, HasSubstr("Estimated Duration 8 weeks 6 weeks"));
    EXPECT_THAT(words_of(difference(2, 2)), HasSubstr("These two versions say the same."));
}

TEST_F(HistoryPageTest, shows_which_parts_came_went_and_changed) {
    const auto part = [](char last, const std::string& text) {
        return std::string(R"(,{"@id":"$)") + last +
               R"(","@type":"ceasn:Competency","ceterms:ctid":")" + ctid(last).text() +
               R"(","ceasn:competencyText":{"en-US":")" + text + R"("},"ceasn:isPartOf":["$1"]})";
    };
    const auto framework = [](const std::string& tops) {
        return R"({"@id":"$1","@type":"ceasn:CompetencyFramework","ceterms:ctid":")" +
               ctid('1').text() + R"(","ceasn:name":{"en-US":"Joining"},"ceasn:hasTopChild":[)" +
               tops + "]}";
    };
    publish(framework(R"("$2","$3")") + part('2', "Holds the torch") + part('3', "Sweeps"));
    publish(framework(R"("$2","$4")") + part('2', "Keeps the torch") + part('4', "Reads plans"));
    const auto words = words_of(difference(1, 2));
    EXPECT_THAT(words, HasSubstr("Competency Text en-US Holds the torch en-US Keeps the torch"));
    EXPECT_THAT(words, HasSubstr("Part – not there Reads plans"));
    EXPECT_THAT(words, HasSubstr("Part Sweeps – not there"));
}

TEST_F(HistoryPageTest, names_nobody) {
    publish_certificate('1');
    const auto page = get(path(welding)).body;
    EXPECT_THAT(page, Not(HasSubstr("office@harbor.example")));
    EXPECT_THAT(page, Not(HasSubstr("organization:")));
    EXPECT_THAT(page, Not(HasSubstr("person:")));
}

TEST_F(HistoryPageTest, has_pages) {
    for (int i = 0; i < 120; ++i) publish_certificate('1', "Welding " + std::to_string(i));
    EXPECT_THAT(words_of(well_made(get(path(welding)))), HasSubstr("1–50 of 120"));
    const auto last = well_made(get(path(welding), "page=3"));
    EXPECT_THAT(words_of(last), HasSubstr("101–120 of 120"));
    EXPECT_THAT(words_of(last), HasSubstr("Published first"));
    for (const auto* query : {"page=4", "page=-3", "page=x"}) {
        EXPECT_EQ(get(path(welding), query).status, 200) << query;
    }
}

TEST_F(HistoryPageTest, is_there_of_what_was_removed_and_of_parts) {
    publish_certificate('1');
    remove(welding);
    const auto page = well_made(get(path(welding)));
    EXPECT_THAT(words_of(page), HasSubstr("History of Welding I"));
    EXPECT_THAT(words_of(page), HasSubstr("Removed"));
    EXPECT_EQ(count("?as_of=", page), 1U);
    EXPECT_THAT(words_of(difference(1, 2)), HasSubstr("These two versions say the same."));
}

TEST_F(HistoryPageTest, refuses_versions_that_are_not_there) {
    publish_certificate('1');
    for (const auto* query : {"", "from=0&to=1", "from=1&to=2", "from=a&to=1", "from=1",
                              "from=1&to=99999999999999999999"}) {
        EXPECT_EQ(get(path(welding) + "/difference", query).status, 400) << query;
    }
    EXPECT_EQ(get(path(ctid('9'))).status, 404);
    EXPECT_EQ(get("/history/nothing").status, 404);
}

TEST_F(HistoryPageTest, stays_short_however_much_changed) {
    const auto many = [](const std::string& what) {
        std::string texts;
        for (int i = 0; i < 5'000; ++i) {
            texts +=
                (i == 0 ? "\"" : ",\"") + what + std::to_string(i) + std::string(100, '<') + '"';
        }
        return R"(,"ceterms:keyword":{"en-US":[)" + texts +
               R"(]},"ceterms:description":{"en-US":")" + what + std::string(500'000, '&') + "\"}";
    };
    publish_certificate('1', "Welding I", many("a"));
    publish_certificate('1', "Welding I", many("b"));
    EXPECT_LT(difference(1, 2).size(), 100'000U);
}

}  // namespace

}  // namespace cartulary::web
