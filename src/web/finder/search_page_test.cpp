#include "web/finder/search_page.h"

#include "web/assets.h"
#include "web/finder/search_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

TEST_F(SearchPageTest, home_invites_to_search_and_tells_what_there_is) {
    certify("Welding I");
    certify("Welding II", "", "BachelorDegree");
    const auto home = page("");
    EXPECT_THAT(home, HasSubstr("<title>Test Registry</title>"));
    EXPECT_EQ(count("role=\"search\"", home), 1U);
    const auto words = words_of(home);
    EXPECT_THAT(words,
                AllOf(HasSubstr("2 credentials"), HasSubstr("1 organization"),
                      HasSubstr("Latest changes Welding II Bachelor&#39;s Degree from Harbor "
                                "College")));
    for (const auto* link : {"href=\"/?type=Credential\"", "href=\"/?type=Organization\"",
                             "href=\"/?type=BachelorDegree\"", "href=\"/sign-up\"",
                             "href=\"/docs\"", "<link rel=\"canonical\" "}) {
        EXPECT_THAT(home, HasSubstr(link));
    }
    EXPECT_THAT(home, Not(HasSubstr("noindex")));
}

TEST_F(SearchPageTest, home_tells_what_was_just_published) {
    page("");
    certify("Welding I");
    under_test.pass(std::chrono::seconds(1));
    EXPECT_THAT(words_of(page("")), HasSubstr("1 credential "));
}

TEST_F(PagesTest, home_of_a_registry_without_anything_says_so) {
    const auto home = get("/").body;
    EXPECT_EQ(complaint_about_html(home), "");
    EXPECT_THAT(words_of(home), HasSubstr("Nothing is published here yet."));
}

TEST_F(PagesTest, home_may_be_kept_until_it_changes) {
    const auto tag = header_of(get("/"), "ETag");
    const auto again = router.dispatch(
        {.method = http::Method::get, .path = "/", .headers = {{"if-none-match", tag}}});
    EXPECT_EQ(again.status, 304);
}

TEST_F(PagesTest, home_and_results_run_no_script_but_their_own) {
    const auto policy = header_of(get("/"), "Content-Security-Policy");
    EXPECT_THAT(policy, AllOf(HasSubstr("default-src 'none'"), HasSubstr("script-src 'self';"),
                              HasSubstr("connect-src 'self';"), Not(HasSubstr("unsafe"))));
    const auto script = get(finder_script_path());
    EXPECT_EQ(script.status, 200);
    EXPECT_EQ(script.content_type, "text/javascript; charset=utf-8");
    EXPECT_LT(script.body.size(), 4096U);
}

TEST_F(PagesTest, every_other_page_has_a_small_box) {
    const auto docs = get("/docs").body;
    EXPECT_EQ(count("role=\"search\"", docs), 1U);
    EXPECT_THAT(docs, HasSubstr("<label class=\"unseen\" for=\"banner-search\">"));
    EXPECT_THAT(get("/").body, Not(HasSubstr("banner-search")));
}

TEST_F(SearchPageTest, tells_of_each_result_what_it_is_and_whose) {
    const auto ctid =
        certify("Welding I", R"(,"ceterms:description":{"en-US":"Joins steel by heat."})");
    const auto html = page("q=welding");
    EXPECT_THAT(html, HasSubstr("<a href=\"/resources/" + ctid.text() + "\"><bdi>Welding I</bdi>"));
    EXPECT_THAT(html, HasSubstr("<a href=\"/resources/" + college.id.ctid() +
                                "\"><bdi>Harbor College</bdi>"));
    EXPECT_THAT(html, HasSubstr("<p class=\"excerpt\" dir=\"auto\">Joins steel by heat.</p>"));
    EXPECT_THAT(words_of(html), AllOf(HasSubstr("1 result "), HasSubstr("Certificate from")));
    EXPECT_THAT(html, HasSubstr("href=\"/search?q=welding\""));
}

TEST_F(SearchPageTest, lets_others_list_what_plain_words_find_and_no_more) {
    certify("Welding I", subject("Metal"));
    const auto* const kept_out = "<meta name=\"robots\" content=\"noindex\">";
    EXPECT_THAT(page("q=welding"), Not(HasSubstr(kept_out)));
    for (const auto* query : {"q=welding&subject=Metal", "q=welding&sort=name", "subject=Metal",
                              "q=welding&exact=1", "q=nobodyknowsthisword"}) {
        EXPECT_THAT(page(query), HasSubstr(kept_out)) << query;
    }
}

TEST_F(SearchPageTest, puts_exact_names_first) {
    certify("Advanced Welding");
    certify("Welding of Steel");
    certify("Welding");
    EXPECT_THAT(names_found("q=welding"),
                ElementsAre("Welding", "Welding of Steel", "Advanced Welding"));
}

TEST_F(SearchPageTest, forgives_typing_mistakes_says_so_and_searches_the_very_words_on_demand) {
    certify("Project Management");
    const auto html = page("q=projcet+managemnet");
    EXPECT_THAT(names_in(html), ElementsAre("Project Management"));
    EXPECT_THAT(words_of(html), HasSubstr("Showing results for project management . Search "
                                          "instead for projcet managemnet"));
    const auto very = query_of(link_in(html, "Search instead for"));
    EXPECT_EQ(very, "q=projcet%20managemnet&exact=1");
    const auto nothing = page(very);
    EXPECT_THAT(names_in(nothing), IsEmpty());
    EXPECT_THAT(nothing, HasSubstr("Nothing found for"));
    EXPECT_EQ(link_in(nothing, "Search again and forgive"), "/?q=projcet%20managemnet");
    EXPECT_THAT(names_found("q=project+management&exact=1"), ElementsAre("Project Management"));
}

TEST_F(SearchPageTest, combines_facets_and_adds_and_removes_their_values) {
    certify("Welding of Steel", subject("Metal"));
    certify("Welding of Brass", subject("Metal"), "Badge");
    certify("Welding of Plastic", subject("Polymers"));
    const auto html = page("q=welding");
    EXPECT_EQ(link_in(html, "<bdi>Metal"), "/?q=welding&subject=Metal");
    EXPECT_THAT(words_of(html), HasSubstr("Subject Metal 2 Polymers 1"));

    const auto metal = page("q=welding&subject=Metal");
    EXPECT_THAT(names_in(metal), SizeIs(2));
    EXPECT_EQ(link_in(metal, "aria-label=\"Remove the filter Subject Metal\""), "/?q=welding");
    // What else could be chosen is still counted.
    EXPECT_THAT(words_of(metal), HasSubstr("Subject Metal 2 Polymers 1"));
    EXPECT_THAT(metal, HasSubstr("name=\"subject\" value=\"Metal\" form=\"search\" checked>"));
    EXPECT_EQ(link_in(metal, "<bdi>Polymers"), "/?q=welding&subject=Metal&subject=Polymers");

    EXPECT_THAT(names_found("q=welding&subject=Metal&subject=Polymers"), SizeIs(3));
    EXPECT_THAT(names_found("q=welding&subject=Metal&type=Badge"), ElementsAre("Welding of Brass"));
    EXPECT_THAT(names_found("q=welding&subject=Metal&subject=Polymers&type=Certificate"),
                SizeIs(2));
    EXPECT_THAT(names_found("subject=Metal"), SizeIs(2));
    const auto two = page("q=welding&subject=Metal&type=Badge");
    EXPECT_EQ(link_in(two, "Remove all filters"), "/?q=welding");
}

TEST_F(SearchPageTest, narrows_a_class_to_one_below_it) {
    certify("Welding I");
    certify("Welding II", "", "Badge");
    const auto html = page("type=ceterms:Credential");
    EXPECT_THAT(names_in(html), SizeIs(2));
    EXPECT_EQ(link_in(html, "<bdi>Badge"), "/?type=Badge");
    EXPECT_THAT(html, HasSubstr("<link rel=\"canonical\" "
                                "href=\"https://registry.example/?type=Credential\">"));
}

TEST_F(SearchPageTest, names_the_owner_that_was_chosen) {
    certify("Welding I");
    certify("Welding II");
    const auto html = page("q=welding&owner=" + college.id.ctid());
    EXPECT_THAT(html, HasSubstr("aria-label=\"Remove the filter Owner Harbor College\""));
    EXPECT_THAT(names_in(html), SizeIs(2));
}

TEST_F(SearchPageTest, shows_more_values_of_a_facet_where_that_is_asked_for) {
    for (int i = 10; i < 25; ++i) {
        certify("Welding " + std::to_string(i), subject("Metal " + std::to_string(i)));
    }
    const auto html = page("q=welding");
    EXPECT_EQ(count("name=\"subject\"", html), 8U);
    const auto more = link_in(html, "Show more: Subject");
    EXPECT_EQ(more, "/?q=welding&more=subject#subject-1");
    EXPECT_EQ(count("name=\"subject\"", page("q=welding&more=subject")), 15U);
}

TEST_F(SearchPageTest, orders_and_pages_have_addresses_of_their_own) {
    for (int i = 10; i < 55; ++i) certify("Welding " + std::to_string(i));
    const auto first = page("q=welding");
    EXPECT_THAT(names_in(first), SizeIs(20));
    EXPECT_THAT(words_of(first), HasSubstr("45 results"));
    EXPECT_EQ(link_in(first, "Next"), "/?q=welding&page=2");
    EXPECT_THAT(first, HasSubstr("<link rel=\"next\" href=\"/?q=welding&amp;page=2\">"));
    EXPECT_THAT(first, Not(HasSubstr("rel=\"prev\"")));

    const auto last = page("q=welding&sort=name&page=3");
    EXPECT_THAT(names_in(last), SizeIs(5));
    EXPECT_EQ(names_in(last).back(), "Welding 54");
    EXPECT_THAT(last, HasSubstr("start=\"41\""));
    EXPECT_EQ(link_in(last, "Previous"), "/?q=welding&sort=name&page=2");
    EXPECT_EQ(link_in(last, "aria-label=\"Page 1\""), "/?q=welding&sort=name");
    EXPECT_THAT(last, Not(HasSubstr("rel=\"next\"")));
    EXPECT_EQ(link_in(last, "Latest change"), "/?q=welding&sort=newest");
    EXPECT_EQ(link_in(last, "Best match"), "/?q=welding");
}

TEST_F(SearchPageTest, the_address_of_a_page_says_nothing_twice_and_no_default) {
    certify("Welding I", subject("Metal"));
    const auto html =
        page("page=1&sort=relevance&exact=0&subject=Metal&subject=Metal&q=+welding+&utm=1&type=");
    EXPECT_THAT(html, HasSubstr("<link rel=\"canonical\" "
                                "href=\"https://registry.example/?q=welding&amp;subject=Metal\">"));
}

TEST_F(SearchPageTest, offers_near_things_where_nothing_is_found) {
    certify("Welding I", subject("Metal"));
    const auto nothing = page("q=xylophonequartz+welding+&exact=1");
    EXPECT_THAT(nothing, HasSubstr("Nothing found for"));
    EXPECT_EQ(link_in(nothing, "<bdi>welding"), "/?q=welding");
    EXPECT_THAT(words_of(nothing), HasSubstr("Names that are near Welding I"));
    EXPECT_EQ(link_in(nothing, "Begin anew"), "/");

    const auto filtered = page("q=welding&subject=Cheese");
    EXPECT_THAT(words_of(filtered), HasSubstr("Without the filters there is 1 result"));
    EXPECT_EQ(link_in(filtered, "Without the filters"), "/?q=welding");
    EXPECT_THAT(filtered, HasSubstr("aria-label=\"Remove the filter Subject Cheese\""));
    EXPECT_THAT(names_in(filtered), ElementsAre("Welding I"));
}

TEST_F(SearchPageTest, lets_credentials_be_compared_and_nothing_else) {
    const auto one = certify("Welding I");
    EXPECT_THAT(page("q="), Not(HasSubstr("\"compare\"")));
    certify("Welding II");
    const auto html = page("q=");
    EXPECT_THAT(html, HasSubstr("<form id=\"compare\" class=\"ticked\" method=\"get\" "
                                "action=\"/compare\">"));
    EXPECT_EQ(count("name=\"ctid\"", html), 2U);
    EXPECT_THAT(html, HasSubstr("name=\"ctid\" value=\"" + one.text() + "\" form=\"compare\">"));
}

}  // namespace

}  // namespace cartulary::web
