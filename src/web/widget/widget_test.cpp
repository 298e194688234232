#include "web/widget/widget.h"

#include "http/form.h"
#include "web/finder/things_fixture_test.h"
#include "web/widget/make_widget_page.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

class WidgetTest : public ThingPagesTest {
protected:
    std::string widget(const std::string& query = "") {
        const auto answer = get("/widget", query);
        EXPECT_EQ(answer.status, 200) << query;
        EXPECT_EQ(complaint_about_html(answer.body), "") << query;
        return answer.body;
    }
    std::string make(const std::string& query = "") {
        const auto answer = get("/widget/make", query);
        EXPECT_EQ(answer.status, 200) << query;
        EXPECT_EQ(complaint_about_html(answer.body), "") << query;
        return answer.body;
    }
    std::string of_college() const { return "owner=" + college_ctid().text(); }
};

TEST_F(WidgetTest, alone_may_be_framed_by_other_sites) {
    const auto framed = get("/widget");
    EXPECT_THAT(header_of(framed, "Content-Security-Policy"), HasSubstr("frame-ancestors *"));
    EXPECT_EQ(header_of(framed, "Set-Cookie"), "") << "it knows nobody";
    EXPECT_THAT(framed.body, HasSubstr("<meta name=\"robots\" content=\"noindex\">"));
    for (const auto* path : {"/", "/widget/make", "/docs", "/log-in"}) {
        EXPECT_THAT(header_of(get(path), "Content-Security-Policy"),
                    HasSubstr("frame-ancestors 'none'"))
            << path;
    }
}

TEST_F(WidgetTest, finds_and_leads_out_of_the_frame) {
    publish_certificate('1');
    EXPECT_THAT(widget(), Not(HasSubstr("<ul")));
    const auto found = widget("q=welding");
    EXPECT_THAT(found, HasSubstr("<a href=\"/resources/" + welding.text() +
                                 "\" target=\"_blank\" rel=\"noopener\">"));
    EXPECT_THAT(words_of(found), HasSubstr("Certificate · Harbor College"));
    EXPECT_THAT(found, HasSubstr("href=\"/?q=welding\""));
    EXPECT_THAT(words_of(widget("q=%22%3E%3Cscript%3Ezzz")), HasSubstr("Nothing was found"));
    EXPECT_THAT(words_of(widget("q=" + std::string(5'000, 'x'))), HasSubstr("cannot be searched"));
    EXPECT_EQ(get("/widget", "q=%FF").status, 200);
}

TEST_F(WidgetTest, finds_what_was_chosen_alone) {
    publish_certificate('1');
    under_test.add_partner("Welding Works", "office@works.example");
    EXPECT_THAT(widget("q=welding"), HasSubstr("Welding Works"));
    EXPECT_THAT(widget("q=welding&type=credential"), Not(HasSubstr("Welding Works")));
    EXPECT_THAT(widget("q=welding&type=organization"), Not(HasSubstr(welding.text())));
    const auto own = widget(of_college());
    EXPECT_THAT(own, HasSubstr(welding.text())) << "without a word all that it has";
    EXPECT_THAT(own, HasSubstr("<input type=\"hidden\" name=\"owner\" value=\"" +
                               college_ctid().text() + "\">"));
    EXPECT_THAT(widget("owner=" + ctid('9').text()), HasSubstr("is not known"));
    EXPECT_THAT(widget("type=nonsense&theme=x&lang=tlh&owner=1&q=welding"),
                HasSubstr("Welding Works"))
        << "a page of somebody else must not break";
}

TEST_F(WidgetTest, speaks_the_language_of_the_site_around_it) {
    const auto spanish = widget("lang=es");
    EXPECT_THAT(spanish, HasSubstr("<html lang=\"es\">"));
    EXPECT_THAT(spanish, HasSubstr(">Buscar</button>"));
    EXPECT_THAT(spanish, HasSubstr("<input type=\"hidden\" name=\"lang\" value=\"es\">"));
    EXPECT_THAT(widget("lang=en"), HasSubstr(">Search</button>"));
}

TEST_F(WidgetTest, has_the_colors_of_the_site_around_it) {
    EXPECT_THAT(widget(), HasSubstr("name=\"color-scheme\" content=\"light dark\""));
    const auto dark = widget("theme=dark");
    EXPECT_THAT(dark, HasSubstr("name=\"color-scheme\" content=\"dark\""));
    const auto begin = dark.find("/assets/style-dark");
    const auto style = get(dark.substr(begin, dark.find('"', begin) - begin));
    EXPECT_EQ(style.status, 200);
    EXPECT_THAT(style.body, Not(HasSubstr("prefers-color-scheme: dark")));
}

TEST_F(WidgetTest, is_made_by_choosing_and_copying) {
    publish_certificate('1');
    const auto page = make(of_college() + "&type=credential&theme=dark&title=A+%22b%22+%3C");
    EXPECT_THAT(page, HasSubstr(Markup("<script src=\"https://registry.example/widget.js\" "
                                       "data-owner=\"" +
                                       college_ctid().text() +
                                       "\" data-type=\"credential\" data-theme=\"dark\" "
                                       "data-title=\"A &quot;b&quot; &lt;\" async></script>")
                                    .text()));
    EXPECT_THAT(page, HasSubstr("<iframe class=\"widget\" src=\"/widget?owner=" +
                                college_ctid().text() + "&amp;type=credential&amp;theme=dark\""));
    EXPECT_THAT(header_of(get("/widget/make"), "Content-Security-Policy"),
                HasSubstr("frame-src 'self'"));
}

TEST_F(WidgetTest, is_made_for_an_organization_by_its_name) {
    EXPECT_THAT(make("owner=harbor+college"),
                HasSubstr("data-owner=&quot;" + college_ctid().text()));
    under_test.add_partner("Harbor Academy", "office@academy.example");
    const auto several = make("owner=harbor");
    EXPECT_THAT(several, HasSubstr("Which one is it?"));
    EXPECT_THAT(several, HasSubstr("href=\"/widget/make?owner=" + college_ctid().text()));
    EXPECT_THAT(several, Not(HasSubstr("<textarea")));
    EXPECT_THAT(make("owner=zzzz"), HasSubstr("No organization of this name"));
    EXPECT_THAT(make("owner=" + ctid('9').text()), HasSubstr("No organization of this name"));
    EXPECT_THAT(make("owner=" + std::string(widget_owner_length_max + 1, 'x')),
                HasSubstr("at most 200 characters"));
    EXPECT_THAT(make("title=" + std::string(widget_heading_length_max + 1, 'x')),
                HasSubstr("at most 100 characters"));
}

TEST_F(WidgetTest, has_a_small_script_that_any_site_may_include) {
    const auto script = get("/widget.js");
    EXPECT_EQ(script.content_type, "text/javascript; charset=utf-8");
    EXPECT_LT(script.body.size(), 4'096U);
    EXPECT_EQ(header_of(script, "Cross-Origin-Resource-Policy"), "cross-origin");
    EXPECT_EQ(header_of(script, "Access-Control-Allow-Origin"), "*");
    EXPECT_EQ(get("/widget/frame.js").status, 200);
}

}  // namespace

}  // namespace cartulary::web
