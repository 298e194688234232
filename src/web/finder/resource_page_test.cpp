#include "web/finder/things_fixture_test.h"

namespace cartulary::web {

namespace {

using std::chrono::days;
using testing::HasSubstr;
using testing::Not;

using ResourcePageTest = ThingPagesTest;

TEST_F(ResourcePageTest, says_what_it_is_whose_it_is_and_where_its_data_are) {
    publish_certificate('1');
    const auto page = page_of(welding);
    EXPECT_THAT(page, HasSubstr("<h1 lang=\"en-US\" dir=\"auto\">Welding I</h1>"));
    EXPECT_THAT(words_of(page), HasSubstr("Certificate of Harbor College"));
    EXPECT_THAT(page, HasSubstr("href=\"/resources/" + college_ctid().text() + "\""));
    EXPECT_THAT(page, HasSubstr("href=\"/envelopes/" + welding.text() + "\""));
    EXPECT_THAT(page, HasSubstr("href=\"/history/" + welding.text() + "\""));
    EXPECT_THAT(page, HasSubstr("rel=\"canonical\" href=\"https://registry.example/resources/" +
                                welding.text() + "\""));
}

TEST_F(ResourcePageTest, shows_how_it_was_on_a_date_which_stands_for_its_end) {
    const auto first_day = iso_8601(under_test.now()).substr(0, 10);
    publish_certificate('1', "Welding I");
    under_test.pass(days(3));
    publish_certificate('1', "Joining metals");
    const auto now = page_of(welding);
    EXPECT_THAT(now, HasSubstr(">Joining metals</h1>"));
    EXPECT_THAT(now, Not(HasSubstr("See how it is now")));

    const auto then = page_of(welding, "as_of=" + first_day);
    EXPECT_THAT(then, HasSubstr(">Welding I</h1>"));
    EXPECT_THAT(words_of(then), HasSubstr("version 1. See how it is now"));
    EXPECT_THAT(then, HasSubstr("rel=\"canonical\" href=\"https://registry.example/resources/" +
                                welding.text() + "\""));
}

TEST_F(ResourcePageTest, says_that_it_was_not_there_before_its_first_version) {
    publish_certificate('1');
    const auto before = show(welding, "as_of=2001-01-01");
    EXPECT_EQ(before.status, 404);
    EXPECT_EQ(complaint_about_html(before.body), "");
    EXPECT_THAT(words_of(before.body), HasSubstr("not yet in the registry on 1 January 2001"));
    EXPECT_THAT(before.body, HasSubstr("href=\"/resources/" + welding.text() + "\""));
}

TEST_F(ResourcePageTest, refuses_what_is_no_moment) {
    publish_certificate('1');
    for (const auto* query : {"as_of=yesterday", "as_of=2026-02-30", "as_of=%FF"}) {
        const auto status = show(welding, query).status;
        EXPECT_TRUE(status == 400 || status == 200) << query << status;
    }
    EXPECT_EQ(show(welding, "as_of=yesterday").status, 400);
}

TEST_F(ResourcePageTest, tells_when_and_by_whom_it_was_removed) {
    publish_certificate('1');
    remove(welding);
    const auto gone = show(welding);
    EXPECT_EQ(gone.status, 410);
    EXPECT_EQ(complaint_about_html(gone.body), "");
    EXPECT_THAT(gone.body, HasSubstr(">Welding I was removed</h1>"));
    EXPECT_THAT(words_of(gone.body), HasSubstr("Harbor College removed it from the registry on"));
    EXPECT_THAT(gone.body, HasSubstr("href=\"/history/" + welding.text() + "\""));
    EXPECT_THAT(gone.body, HasSubstr("href=\"/resources/" + college_ctid().text() + "\""));
}

TEST_F(ResourcePageTest, leads_who_asks_for_an_unknown_thing_to_the_search) {
    const auto unknown = show(ctid('9'));
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(complaint_about_html(unknown.body), "");
    EXPECT_THAT(unknown.body, HasSubstr(ctid('9').text()));
    EXPECT_THAT(words_of(unknown.body), HasSubstr("Search the registry"));
}

TEST_F(ResourcePageTest, shows_a_part_within_what_it_is_a_part_of) {
    publish(R"({"@id":"$2","@type":"ceasn:CompetencyFramework","ceterms:ctid":")" +
            ctid('2').text() +
            R"(","ceasn:name":{"en-US":"Joining metals"},"ceasn:publisher":["$college"],)"
            R"("ceasn:hasTopChild":["$3"]},)"
            R"({"@id":"$3","@type":"ceasn:Competency","ceterms:ctid":")" +
            ctid('3').text() +
            R"(","ceasn:competencyText":{"en-US":"Joins by heat"},"ceasn:hasChild":["$4"],)"
            R"("ceasn:isPartOf":["$2"]},)"
            R"({"@id":"$4","@type":"ceasn:Competency","ceterms:ctid":")" +
            ctid('4').text() +
            R"(","ceasn:competencyText":{"en-US":"Holds the torch"},"ceasn:isPartOf":["$2"],)"
            R"("ceasn:isChildOf":["$3"]})");
    const auto page = page_of(ctid('4'));
    EXPECT_THAT(page, HasSubstr(">Holds the torch</h1>"));
    EXPECT_THAT(words_of(page), HasSubstr("Joining metals Joins by heat"));
    EXPECT_THAT(page, HasSubstr("rel=\"canonical\" href=\"https://registry.example/resources/" +
                                ctid('4').text() + "\""));
}

}  // namespace

}  // namespace cartulary::web
