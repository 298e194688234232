#include "web/assets.h"
#include "web/pages_fixture_test.h"
#include "web/texts/language.h"
#include "web/texts/try_texts.h"

namespace cartulary::web {

using testing::HasSubstr;
using testing::Not;

class TryFormTest : public PagesTest {
protected:
    std::string body = get("/docs/sample").body;

    // The form of one operation.
    std::string form(std::string_view operation) const {
        const auto section = body.find("<section id=\"" + std::string(operation));
        const auto from = body.find("<details class=\"try\"", section);
        return body.substr(from, body.find("</details>", from) - from);
    }
};

TEST_F(TryFormTest, has_a_field_for_each_parameter_with_its_example_and_choices) {
    EXPECT_THAT(form("addBoat"),
                HasSubstr("<label for=\"try-addBoat-2\"><code>tide</code> <span class=\"tag\">in "
                          "the query</span> <span class=\"tag required\">required</span></label>"
                          "<select id=\"try-addBoat-2\" data-in=\"query\" data-name=\"tide\""));
    EXPECT_THAT(form("addBoat"), HasSubstr("<option>high</option><option>low</option>"));
    EXPECT_THAT(form("getBoat"), HasSubstr("data-in=\"path\" data-name=\"boat_id\" required>"));
}

TEST_F(TryFormTest, asks_for_what_a_call_needs_and_says_how_it_is_sent) {
    EXPECT_THAT(form("addBoat"),
                HasSubstr("<div data-credential=\"header\" data-name=\"Authorization\" "
                          "data-value=\"Boat $BOAT_KEY\">"));
    EXPECT_THAT(form("addBoat"), HasSubstr("<code>Authorization: Boat …</code>"));
    EXPECT_THAT(form("addBoat"), HasSubstr("type=\"password\" autocomplete=\"off\""));
    EXPECT_THAT(form("getBoat"), Not(HasSubstr("data-credential")));
}

TEST_F(TryFormTest, holds_the_example_of_a_body) {
    EXPECT_THAT(form("addBoat"),
                HasSubstr("data-in=\"body\" data-name=\"application/json\">{\n  &quot;Name&quot;: "
                          "&quot;Queen&#39;s &lt;Barge&gt;&quot;,"));
}

TEST_F(TryFormTest, says_what_changes_and_asks_twice_before_it_deletes) {
    const std::string for_real(try_texts(texts_in(Language::english)).for_real);
    EXPECT_THAT(form("addBoat"), HasSubstr(for_real));
    EXPECT_THAT(form("getBoat"), Not(HasSubstr("standing")));
    EXPECT_THAT(form("sinkBoat"),
                HasSubstr(std::string(try_texts(texts_in(Language::english)).deletes)));
    EXPECT_THAT(form("sinkBoat"), HasSubstr("type=\"checkbox\" required>"));
    EXPECT_THAT(form("addBoat"), Not(HasSubstr("checkbox")));
}

TEST_F(TryFormTest, is_hidden_until_the_script_shows_it_and_never_put_into_an_address) {
    EXPECT_EQ(count("<details class=\"try\" hidden>", body), 3U);
    EXPECT_EQ(count("<template id=\"try-answer\"", body), 1U);
    for (const auto* operation : {"addBoat", "getBoat", "sinkBoat"}) {
        EXPECT_THAT(form(operation), Not(HasSubstr(" name=\""))) << operation;
    }
    EXPECT_EQ(complaint_about_html(body), "");
}

TEST_F(TryFormTest, is_moved_by_a_small_script_of_this_registry) {
    EXPECT_THAT(body, HasSubstr("<script src=\"" + try_script_path() + "\" defer></script>"));
    const auto script = get(try_script_path());
    EXPECT_EQ(script.status, 200);
    EXPECT_EQ(script.content_type, "text/javascript; charset=utf-8");
    EXPECT_LT(script.body.size(), 8U * 1024);
    EXPECT_THAT(header_of(get("/docs/sample"), "Content-Security-Policy"),
                HasSubstr("script-src 'self'; connect-src 'self';"));
    EXPECT_THAT(get("/docs").body, Not(HasSubstr("<script")));
}

}  // namespace cartulary::web
