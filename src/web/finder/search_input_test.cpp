#include "operations/search_conditions.h"
#include "search/words.h"
#include "web/finder/search_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

TEST_F(SearchPageTest, leads_from_a_page_that_is_not_there_to_the_last_one) {
    for (int i = 10; i < 35; ++i) certify("Welding " + std::to_string(i));
    for (const auto* number : {"3", "500", "501", "99999999999", "99999999999999999999999999"}) {
        const auto response = get("/", std::string("q=welding&page=") + number);
        EXPECT_EQ(response.status, 303) << number;
        EXPECT_EQ(header_of(response, "Location"), "/?q=welding&page=2") << number;
    }
    for (const auto* number : {"", "0", "-1", "-99999999999999999999999", "abc", "1e3", "2.5",
                               "%00", "0x2", "+2", "%D9%A2"}) {
        EXPECT_THAT(names_found(std::string("q=welding&page=") + number), SizeIs(20)) << number;
    }
}

TEST_F(SearchPageTest, shows_everything_for_a_box_without_words) {
    certify("Welding I");
    for (const auto* query : {"q=", "q=+++", "q=%00"}) {
        const auto html = page(query);
        EXPECT_THAT(names_in(html), ElementsAre("Harbor College", "Welding I")) << query;
        EXPECT_THAT(html, HasSubstr("<h1>Everything in the registry</h1>"));
    }
}

TEST_F(SearchPageTest, takes_values_that_nothing_has) {
    certify("Welding I");
    for (const auto* query :
         {"type=Nonsense", "kind=Nonsense", "sector=1", "region=%3Cb%3E", "country=%25",
          "owner=harbor", "publisher=ce-1", "owner=ce-7a3b1f60-2d4c-4e5f-8a9b-000000000009"}) {
        const auto html = page(query);
        EXPECT_THAT(html, HasSubstr("Nothing found with these filters")) << query;
        EXPECT_THAT(html, HasSubstr("Remove the filter ")) << query;
    }
    EXPECT_THAT(names_found("q=welding&type=Nonsense&type=Certificate"), SizeIs(1));
    EXPECT_THAT(names_found("q=welding&sort=sideways&more=nothing&exact=perhaps"), SizeIs(1));
}

TEST_F(SearchPageTest, says_which_limit_a_search_exceeds) {
    const auto refused = [&](const std::string& query) {
        const auto response = get("/", query);
        EXPECT_EQ(response.status, 400);
        EXPECT_EQ(complaint_about_html(response.body), "");
        return words_of(response.body);
    };
    certify("Welding I");
    EXPECT_THAT(page("q=" + std::string(search::query_length_max, 'x')),
                HasSubstr("Nothing found"));
    EXPECT_THAT(refused("q=" + std::string(search::query_length_max + 1, 'x')),
                HasSubstr("The text has 1,001 characters; 1,000 are the most."));
    std::string words;
    for (std::size_t i = 0; i < search::query_words_max; ++i) words += "a+";
    page("q=" + words);
    EXPECT_THAT(refused("q=" + words + "a"), HasSubstr("The text has more than 64 words."));
    std::string values = "q=welding";
    for (std::size_t i = 0; i < condition_values_max; ++i)
        values += "&subject=" + std::to_string(i);
    page(values);
    EXPECT_THAT(refused(values + "&subject=x"),
                HasSubstr("chooses more than 100 values of “Subject”"));
    for (const auto* bytes : {"q=%FF", "q=%C3", "type=%ED%A0%80", "q=a&%FF=1"}) {
        EXPECT_THAT(refused(bytes), HasSubstr("no text (UTF-8)")) << bytes;
    }
}

TEST_F(SearchPageTest, a_page_stays_small_whatever_is_asked) {
    for (int i = 10; i < 40; ++i) {
        certify("Welding " + std::to_string(i), subject("Metal " + std::to_string(i)));
    }
    std::string long_text;
    for (std::size_t i = 0; i < search::query_words_max; ++i) long_text += "welding ";
    const auto html = page(asked(long_text));
    EXPECT_THAT(names_in(html), SizeIs(20));
    EXPECT_LT(html.size(), 100'000U);
    EXPECT_LT(page("q=welding&more=subject").size(), 100'000U);
}

TEST_F(SearchPageTest, finds_names_in_any_script_and_lets_them_run_their_way) {
    const std::string names[] = {"جامعة القاهرة", "האוניברסיטה העברית",    "จุฬาลงกรณ์มหาวิทยาลัย",
                                 "清华大学",      "Київський університет", "𐌰𐌱 Gothic 𐍈",
                                 "Öğrenci"};
    for (const auto& name : names) {
        certify(name);
        const auto html = page(asked(name));
        EXPECT_EQ(names_in(html).front(), name);
        EXPECT_THAT(html, HasSubstr("“\u2068" + name + "\u2069”")) << name;
        EXPECT_THAT(html, HasSubstr("value=\"" + name + "\""));
    }
}

TEST_F(SearchPageTest, takes_attacks_for_words_and_sends_them_back_harmless) {
    certify("Welding I");
    const std::string attacks[] = {"'; drop table resource; --",
                                   "\" or 1=1 --",
                                   "1' union select null, null --",
                                   "%",
                                   "%%%",
                                   "_",
                                   "*",
                                   "\\",
                                   "\\'",
                                   "\\x00",
                                   "welding*",
                                   "welding OR",
                                   "NEAR(a b)",
                                   "\"welding",
                                   "(",
                                   "^welding$",
                                   "(a+)+$",
                                   "[",
                                   "a:b",
                                   "a & | ! b",
                                   "<->",
                                   "$1",
                                   "${jndi:ldap://x.example/a}",
                                   "{{7*7}}",
                                   "{text}",
                                   "{count}",
                                   "<script>alert(1)</script>",
                                   "\"><img src=x onerror=y>",
                                   "' autofocus onfocus=alert(1) x='",
                                   "</title><script>",
                                   "<!--",
                                   "]]>",
                                   "&lt;b&gt;",
                                   "&#0;",
                                   "javascript:alert(1)",
                                   "../../etc/passwd",
                                   "\u202Egniklaw\u202C",
                                   "\u2066\u2069\u2069\u202D",
                                   "\u200B\u200D\uFEFF",
                                   "Z͑ͫ̓ͪ̂ͫ̽͏a̴l̙g̬o̠",
                                   "\U0001F469\u200D\U0001F4BB",
                                   "\U0010FFFF",
                                   "ﷺ",
                                   "İ",
                                   "ﬁ",
                                   "\r\nSet-Cookie: a=b",
                                   "a\tb",
                                   "NULL",
                                   "undefined",
                                   "-1",
                                   "1e309",
                                   "٠١٢"};
    for (const auto& attack : attacks) {
        const auto response = get("/", asked(attack));
        EXPECT_EQ(response.status, 200) << attack;
        EXPECT_EQ(complaint_about_html(response.body), "") << attack << response.body;
        EXPECT_THAT(response.body, Not(HasSubstr("<script>"))) << attack;
        EXPECT_THAT(response.body, Not(HasSubstr("<img src=x"))) << attack;
        const auto filtered = get("/", "subject=" + http::percent_encode(attack));
        EXPECT_EQ(filtered.status, 200) << attack;
        EXPECT_EQ(complaint_about_html(filtered.body), "") << attack;
    }
}

TEST_F(SearchPageTest, names_that_are_attacks_come_back_harmless) {
    const std::string name = "Welding <script>alert(1)</script> \" ' & {text} \u202E";
    certify(name, subject("<b onclick=x>"));
    certify("Welding II");
    const auto html = page("q=welding");
    EXPECT_THAT(html, HasSubstr("<bdi>Welding &lt;script&gt;"));
    EXPECT_THAT(html, Not(HasSubstr("<b onclick")));
}

}  // namespace

}  // namespace cartulary::web
