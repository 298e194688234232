#include <algorithm>
#include <cctype>

#include "web/publisher/publisher_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;

// What a page says, without its tags, code, and what it marks as English.
std::string said_in_spanish(const std::string& html) {
    std::string said;
    int english_depth = 0;  // of elements within one that is in English
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] != '<') {
            if (english_depth == 0) said += html[at];
            ++at;
            continue;
        }
        const auto end = html.find('>', at);
        const auto tag = html.substr(at, end - at);
        const bool closes = tag.starts_with("</");
        const bool is_void = tag.starts_with("<meta") || tag.starts_with("<link") ||
                             tag.starts_with("<input") || tag.starts_with("<img") ||
                             tag.starts_with("<br") || tag.starts_with("<wbr") ||
                             tag.starts_with("<!");
        if (english_depth > 0 && !is_void) english_depth += closes ? -1 : 1;
        const bool is_english = count(" lang=\"en\"", tag) == 1 || tag.starts_with("<pre") ||
                                tag.starts_with("<code") || tag.starts_with("<textarea");
        if (english_depth == 0 && !closes && !is_void && is_english) {
            english_depth = 1;
        }
        said += ' ';
        at = end + 1;
    }
    std::ranges::replace_if(
        said, [](unsigned char c) { return c < 0x80 && !std::isalpha(c); }, ' ');
    return said;
}

// The first words that only English has.
std::string english_in(const std::string& html) {
    const auto said = " " + said_in_spanish(html) + " ";
    for (const std::string word :
         {"the",  "The",   "your", "Your", "you",    "and",   "with",  "this",
          "This", "which", "was",  "must", "nobody", "there", "There", "what",
          "What", "Save",  "Back", "Next", "Name",   "Search"}) {
        const auto at = said.find(" " + word + " ");
        if (at != std::string::npos) return said.substr(at > 60 ? at - 60 : 0, 160);
    }
    return "";
}

class SpanishPagesTest : public PublisherTest {
protected:
    SpanishPagesTest() {
        for (auto* each : {&ada, &anybody}) each->cookies["__Host-language"] = "es";
        log_in(ada, "ada@quay.example");
    }

    static void expect_spanish(const http::Response& answer, const std::string& path) {
        EXPECT_THAT(answer.body, HasSubstr("<html lang=\"es\">")) << path;
        EXPECT_EQ(complaint_about_html(answer.body), "") << path;
        EXPECT_EQ(english_in(answer.body), "") << path;
    }

    TestBrowser ada{router};  // administers the college
    TestBrowser anybody{router};
};

TEST_F(SpanishPagesTest, are_those_for_everybody) {
    for (const auto* path :
         {"/", "/?q=harbor", "/?q=xylophone", "/docs", "/docs/sample", "/log-in", "/sign-up",
          "/sign-up/mailed", "/forgot-password", "/forgot-password/mailed", "/org/Harbor-College",
          "/account/confirm?token=none", "/invitations?token=none", "/nowhere", "/compare",
          "/widget", "/resources/ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301"}) {
        expect_spanish(anybody.get(path), path);
    }
    EXPECT_THAT(anybody.get("/log-in").body, HasSubstr("<h1>Iniciar sesión</h1>"));
}

TEST_F(SpanishPagesTest, are_those_of_an_account) {
    for (const auto* path :
         {"/account", "/account/name", "/account/email", "/account/password", "/account/sessions",
          "/account/second-factor", "/dashboard", "/dashboard/organizations/new"}) {
        expect_spanish(ada.get(path), path);
    }
}

TEST_F(SpanishPagesTest, are_those_of_an_organization) {
    const auto own = "/dashboard/organizations/" + college.id.ctid();
    for (const auto* page :
         {"", "/edit", "/members", "/keys", "/third-parties", "/webhooks", "/webhooks/rotate",
          "/history", "/activity", "/publisher", "/publisher/credentials",
          "/publisher/credentials/new", "/publisher/credentials/bulk", "/publisher/locations/new",
          "/publisher/assessments/new", "/publisher/learning-opportunities/new"}) {
        expect_spanish(ada.get(own + page), page);
    }
}

TEST_F(SpanishPagesTest, are_those_of_the_staff) {
    TestBrowser clerk{router};
    clerk.cookies["__Host-language"] = "es";
    log_in_staff(clerk);
    for (const auto* path :
         {"/staff", "/staff/organizations", "/staff/organizations/waiting", "/staff/publications",
          "/staff/people", "/staff/activity", "/staff/mail", "/staff/webhooks"}) {
        expect_spanish(clerk.get(path), path);
    }
    const auto organization = "/staff/organizations/" + college.id.ctid();
    expect_spanish(clerk.get(organization), organization);
}

TEST_F(SpanishPagesTest, say_what_is_wrong_with_a_form) {
    ada.get("/dashboard/organizations/new");
    const auto answer = ada.send("/dashboard/organizations/new",
                                 {{"name", "Gull Island Institute"}, {"website", "gull island"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, HasSubstr("Página web: no debe contener espacios"));
    expect_spanish(answer, "a form with problems");
}

TEST_F(SpanishPagesTest, say_what_is_wrong_with_a_table) {
    const auto bulk = path() + "/credentials/bulk";
    ada.get(bulk);
    const auto answer = ada.send_file(bulk, "file", "credentials.csv", "Nonsense,Name\r\n1,2\r\n");
    const auto page = answer.status == 303 ? ada.follow(answer) : answer;
    EXPECT_THAT(page.body, HasSubstr("<html lang=\"es\">"));
    EXPECT_EQ(english_in(page.body), "");
}

}  // namespace

}  // namespace cartulary::web
