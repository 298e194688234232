#include "web/browser_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto email = "ada@quay.example";
constexpr auto session_cookie = "__Host-session";

class OwnAccountTest : public PeoplePagesTest {
protected:
    OwnAccountTest() {
        make_person(email);
        log_in_as(email);
    }
};

TEST_F(OwnAccountTest, every_page_is_whole_html_and_kept_nowhere) {
    for (const auto* path : {"/dashboard", "/account", "/account/name", "/account/email",
                             "/account/password", "/account/second-factor", "/account/sessions"}) {
        const auto answer = browser.get(path);
        EXPECT_EQ(answer.status, 200) << path;
        EXPECT_EQ(complaint_about_html(answer.body), "") << answer.body;
        EXPECT_EQ(header_of(answer, "Cache-Control"), "no-store") << path;
        EXPECT_THAT(header_of(answer, "Content-Security-Policy"), HasSubstr("default-src 'none'"));
        EXPECT_THAT(answer.body, HasSubstr("<form method=\"post\" action=\"/log-out\">")) << path;
    }
}

TEST_F(OwnAccountTest, is_shown_to_nobody_else) {
    TestBrowser stranger(router);
    for (const auto& route : router.areas().front().routes) {
        const bool is_own = route.path.starts_with("/account/") ||
                            route.path.starts_with("/dashboard") || route.path == "/account";
        const bool by_link =
            route.path == "/account/confirm" || route.path == "/account/email/confirm";
        if (!is_own || by_link) continue;
        if (route.method == http::Method::get) {
            const auto answer = stranger.get(route.path);
            EXPECT_EQ(answer.status, 303) << route.path;
            EXPECT_THAT(TestBrowser::where(answer), testing::StartsWith("/log-in"));
        } else {
            const auto answer = stranger.post(route.path, {});
            EXPECT_EQ(TestBrowser::where(answer), "/log-in") << route.path;
        }
    }
}

TEST_F(OwnAccountTest, no_form_is_taken_without_its_key) {
    for (const auto& route : router.areas().front().routes) {
        if (route.method != http::Method::post || route.path.starts_with("/badges/") ||
            route.path == "/account/confirm" || route.path.starts_with("/staff/")) {
            continue;  // the last are not there for who is none of the staff
        }
        EXPECT_EQ(browser.post(route.path, {}).status, 403) << route.path;
        EXPECT_EQ(browser.post(route.path, {{"form_key", std::string(64, 'a')}}).status, 403)
            << route.path;
        const auto key = digest("form of " + browser.cookies[session_cookie]);
        EXPECT_EQ(browser.post(route.path, {{"form_key", key}}, {{"sec-fetch-site", "cross-site"}})
                      .status,
                  403)
            << route.path;
    }
}

TEST_F(OwnAccountTest, changes_the_name) {
    browser.get("/account/name");
    EXPECT_EQ(browser.send("/account/name", {{"first_name", ""}, {"last_name", "Quay"}}).status,
              422);
    const auto done =
        browser.send("/account/name", {{"first_name", "<b>Ada</b>"}, {"last_name", "Quay"}});
    EXPECT_EQ(TestBrowser::where(done), "/account");
    const auto page = browser.follow(done);
    EXPECT_THAT(page.body, HasSubstr("&lt;b&gt;Ada&lt;/b&gt; Quay"));
    EXPECT_THAT(page.body, Not(HasSubstr("<b>Ada")));
}

TEST_F(OwnAccountTest, changes_the_password_and_the_token) {
    TestBrowser elsewhere(router);
    log_in(elsewhere, email);
    browser.get("/account/password");
    const auto wrong = browser.send(
        "/account/password", {{"present_password", other_password}, {"password", other_password}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("<a href=\"#present_password\">This is not your present"));
    const auto before = browser.cookies[session_cookie];
    const auto done = browser.send(
        "/account/password", {{"present_password", good_password}, {"password", other_password}});
    EXPECT_EQ(TestBrowser::where(done), "/account");
    EXPECT_NE(browser.cookies[session_cookie], before);
    EXPECT_EQ(browser.get("/account").status, 200);
    EXPECT_EQ(elsewhere.get("/account").status, 303);
}

TEST_F(OwnAccountTest, changes_the_address_by_a_link_to_the_new_one) {
    browser.get("/account/email");
    const auto done = browser.send(
        "/account/email", {{"email", "new@quay.example"}, {"present_password", good_password}});
    EXPECT_THAT(browser.follow(done).body, HasSubstr("We sent a mail to the new address."));
    TestBrowser mail_program(router);
    const auto link = link_of(MailKind::email_change);
    EXPECT_THAT(mail_program.get(link).body, HasSubstr("new@quay.example"));
    EXPECT_THAT(browser.get("/account").body, HasSubstr(email)) << "looking changes nothing";
    mail_program.get(link);
    EXPECT_EQ(TestBrowser::where(mail_program.send("/account/email/confirm")), "/log-in");
    EXPECT_THAT(browser.get("/account").body, HasSubstr("new@quay.example"));
    EXPECT_EQ(mail_program.get(link).status, 410);
}

TEST_F(OwnAccountTest, lists_where_one_is_logged_in_and_ends_one_or_all) {
    TestBrowser phone(router);
    phone.address = "2001:db8:1:2::7";
    log_in(phone, email);
    const auto page = browser.get("/account/sessions");
    EXPECT_THAT(page.body, HasSubstr("Firefox, Linux"));
    EXPECT_THAT(page.body, HasSubstr("Network 2001:db8:1::/48"));
    EXPECT_THAT(page.body, HasSubstr("Network 203.0.113.0/24"));
    EXPECT_EQ(count("This browser", page.body), 1U);
    const auto at = page.body.find("action=\"/account/sessions/0") + 8;
    const auto action = page.body.substr(at, page.body.find('"', at) - at);
    EXPECT_EQ(TestBrowser::where(browser.send(action)), "/account/sessions");
    EXPECT_EQ(phone.get("/account").status, 303);
    EXPECT_EQ(browser.get("/account").status, 200);

    log_in(phone, email);
    browser.get("/account/sessions");
    EXPECT_EQ(TestBrowser::where(browser.send("/account/sessions/end-all")), "/log-in");
    EXPECT_EQ(browser.get("/account").status, 303);
    EXPECT_EQ(phone.get("/account").status, 303);
}

TEST_F(OwnAccountTest, ends_no_session_of_somebody_else) {
    make_person("bo@quay.example");
    TestBrowser bo(router);
    log_in(bo, "bo@quay.example");
    const auto token = bo.cookies[session_cookie];
    const auto id = people.sessions.find(token)->session.id.text();
    const auto key = digest("form of " + browser.cookies[session_cookie]);
    const Fields fields = {{"form_key", key}};
    EXPECT_EQ(browser.post("/account/sessions/" + id + "/end", fields).status, 404);
    EXPECT_EQ(browser.post("/account/sessions/nonsense/end", fields).status, 404);
    EXPECT_EQ(bo.get("/account").status, 200);
}

TEST_F(OwnAccountTest, the_second_factor_is_set_up_with_a_picture_and_a_key_in_words) {
    browser.get("/account/second-factor");
    const auto begun = browser.send("/account/second-factor/begin");
    const auto page = browser.follow(begun);
    EXPECT_EQ(complaint_about_html(page.body), "");
    EXPECT_THAT(page.body,
                HasSubstr("<svg class=\"qr\" role=\"img\" aria-label=\"The key as a QR"));
    EXPECT_THAT(page.body, HasSubstr("href=\"otpauth://totp/Test%20Registry:ada%40quay.example"));
    EXPECT_THAT(page.body, testing::ContainsRegex("<code>[A-Z2-7]{32}</code>"));
    const auto wrong = browser.send("/account/second-factor/set-up", {{"code", "000000"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(complaint_about_html(wrong.body), "");
    EXPECT_THAT(browser.get("/account/second-factor").body, HasSubstr("Set it up"));
}

TEST_F(OwnAccountTest, what_is_said_once_cannot_be_said_by_a_link_or_a_stranger) {
    browser.cookies["__Host-notice"] = "<script>";
    EXPECT_THAT(browser.get("/account").body, Not(HasSubstr("class=\"notice\"")));
    EXPECT_THAT(browser.get("/account?done=logged-out").body, Not(HasSubstr("class=\"notice\"")));
}

}  // namespace

}  // namespace cartulary::web
