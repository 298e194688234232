#include "http/form.h"
#include "operations/people_for_test.h"
#include "web/browser_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto email = "ada@quay.example";
constexpr auto session_cookie = "__Host-session";

class LogInPageTest : public PeoplePagesTest {
protected:
    LogInPageTest() { make_person(email, Role::administrator); }

    // Turns the second factor on in a browser that is logged in; gives its secret.
    std::string enrol(TestBrowser& with) {
        with.get("/account/second-factor");
        with.follow(with.send("/account/second-factor/begin"));
        const auto page = with.get("/account/second-factor/set-up");
        const auto at = page.body.find("<code>") + 6;
        const auto secret = base32_decode(page.body.substr(at, page.body.find("</code>") - at));
        last_page = with.send("/account/second-factor/set-up", {{"code", code_of(secret)}});
        EXPECT_EQ(last_page.status, 200);
        return secret;
    }
    std::string code_of(const std::string& secret) {
        return one_time_code(secret, one_time_step_at(under_test.now()));
    }
    http::Response last_page;
};

TEST_F(LogInPageTest, leads_a_stranger_to_log_in_and_back) {
    const auto led = browser.get(members_path());
    EXPECT_EQ(led.status, 303);
    EXPECT_THAT(TestBrowser::where(led), testing::StartsWith("/log-in?next=%2Fdashboard"));
    browser.follow(led);
    const auto done = browser.send("/log-in", {{"email", email}, {"password", good_password}});
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(TestBrowser::where(done), members_path());
    EXPECT_EQ(browser.get(members_path()).status, 200);
    EXPECT_EQ(TestBrowser::where(browser.get("/log-in")), "/dashboard");
}

TEST_F(LogInPageTest, its_cookies_are_for_nobody_else) {
    browser.get("/log-in");
    const auto done = browser.send("/log-in", {{"email", email}, {"password", good_password}});
    int seen = 0;
    for (const auto& header : done.headers) {
        if (header.name != "Set-Cookie") continue;
        ++seen;
        EXPECT_THAT(header.value, testing::StartsWith("__Host-"));
        EXPECT_THAT(header.value, HasSubstr("; Path=/; HttpOnly; SameSite=Lax; Secure"));
        EXPECT_THAT(header.value, Not(HasSubstr("Domain")));
    }
    EXPECT_EQ(seen, 3);
    EXPECT_EQ(header_of(done, "Cache-Control"), "no-store");
}

TEST_F(LogInPageTest, without_tls_the_cookies_are_sent_without_it_too) {
    auto registry = under_test.registry();
    registry.public_url = "http://127.0.0.1:8080";
    const http::Router plain({area(registry, operations, {})});
    TestBrowser with(plain);
    const auto page = with.get("/log-in");
    EXPECT_THAT(header_of(page, "Set-Cookie"), testing::StartsWith("form="));
    EXPECT_THAT(header_of(page, "Set-Cookie"), Not(HasSubstr("Secure")));
    EXPECT_EQ(with.send("/log-in", {{"email", email}, {"password", good_password}}).status, 303);
    EXPECT_EQ(with.get("/dashboard").status, 200);
}

TEST_F(LogInPageTest, a_session_that_somebody_planted_is_not_taken_over) {
    const std::string planted(43, 'A');
    browser.get("/log-in");
    browser.cookies[session_cookie] = planted;
    ASSERT_EQ(browser.send("/log-in", {{"email", email}, {"password", good_password}}).status, 303);
    EXPECT_NE(browser.cookies[session_cookie], planted);
    TestBrowser attacker(router);
    attacker.cookies[session_cookie] = planted;
    EXPECT_EQ(attacker.get("/dashboard").status, 303);
}

TEST_F(LogInPageTest, a_form_of_before_the_log_in_does_not_know_the_key_of_after_it) {
    browser.get("/log-in");
    const auto form_cookie = browser.cookies["__Host-form"];
    browser.send("/log-in", {{"email", email}, {"password", good_password}});
    EXPECT_FALSE(browser.cookies.contains("__Host-form"));
    browser.cookies["__Host-form"] = form_cookie;
    const auto key = digest("form of " + form_cookie);
    EXPECT_EQ(browser.post("/log-out", {{"form_key", key}}).status, 303) << "it is the own one";
    browser.cookies.erase("__Host-form");
    log_in_as(email);
    EXPECT_EQ(browser.post("/log-out", {{"form_key", key}}).status, 403);
}

TEST_F(LogInPageTest, says_of_a_wrong_password_and_an_unknown_address_the_same) {
    const auto wrong = log_in(browser, email, other_password);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("aria-invalid=\"true\""));
    EXPECT_THAT(wrong.body, HasSubstr("<a href=\"#email\">The e-mail address or the password"));
    EXPECT_THAT(wrong.body, Not(HasSubstr(other_password)));
    auto unknown = log_in(browser, "bob@quay.example", other_password).body;
    unknown.replace(unknown.find("bob@"), 4, "ada@");
    EXPECT_EQ(unknown, wrong.body);
    EXPECT_FALSE(browser.cookies.contains(session_cookie));
}

TEST_F(LogInPageTest, leads_to_no_other_site) {
    for (const auto* next :
         {"https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example",
          "javascript:alert(1)", "/%0d%0aSet-Cookie:%20x=y", "evil.example", "/a b", "/\xC3\xA9"}) {
        const auto page = browser.get("/log-in?next=" + http::percent_encode(next));
        EXPECT_THAT(page.body, HasSubstr("name=\"next\" value=\"/dashboard\"")) << next;
        Fields fields = {{"email", email}, {"password", good_password}, {"next", next}};
        const auto done = browser.send("/log-in", fields);
        const auto to = TestBrowser::where(done);
        EXPECT_TRUE(to == "/dashboard" || to.starts_with("/%0d")) << next << " → " << to;
        browser.cookies.erase(session_cookie);
    }
}

TEST_F(LogInPageTest, takes_no_form_without_its_key_and_none_of_another_site) {
    browser.get("/log-in");
    const Fields fields = {{"email", email}, {"password", good_password}};
    EXPECT_EQ(browser.post("/log-in", fields).status, 403);
    auto wrong = fields;
    wrong.emplace_back("form_key", std::string(64, '0'));
    EXPECT_EQ(browser.post("/log-in", wrong).status, 403);
    auto right = fields;
    right.emplace_back("form_key", digest("form of " + browser.cookies["__Host-form"]));
    EXPECT_EQ(browser.post("/log-in", right, {{"sec-fetch-site", "cross-site"}}).status, 403);
    EXPECT_EQ(browser.post("/log-in", right, {{"origin", "https://evil.example"}}).status, 403);
    TestBrowser without_cookies(router);
    EXPECT_EQ(without_cookies.post("/log-in", right).status, 403);
    EXPECT_EQ(browser.post("/log-in", right).status, 303);
}

TEST_F(LogInPageTest, tells_who_tries_too_often_how_long_to_wait) {
    http::Response answer;
    for (int i = 0; i < 11; ++i) answer = log_in(browser, email, other_password);
    EXPECT_EQ(answer.status, 429);
    EXPECT_EQ(header_of(answer, "Retry-After"), "120");
    EXPECT_THAT(answer.body, HasSubstr("Please try again in 2 minutes."));
    EXPECT_EQ(complaint_about_html(answer.body), "");
}

TEST_F(LogInPageTest, logs_out_by_a_form_alone) {
    log_in_as(email);
    EXPECT_EQ(browser.get("/log-out").status, 405);
    EXPECT_EQ(browser.post("/log-out", {}).status, 403);
    const auto session = browser.cookies[session_cookie];
    browser.get("/dashboard");
    const auto done = browser.send("/log-out");
    EXPECT_EQ(TestBrowser::where(done), "/log-in");
    EXPECT_THAT(browser.follow(done).body, HasSubstr("You are logged out."));
    EXPECT_THAT(browser.get("/log-in").body, Not(HasSubstr("You are logged out.")));
    browser.cookies[session_cookie] = session;
    EXPECT_EQ(browser.get("/dashboard").status, 303) << "the token is no good any more";
}

TEST_F(LogInPageTest, asks_for_the_code_and_changes_the_token) {
    log_in_as(email);
    const auto before = browser.cookies[session_cookie];
    const auto secret = enrol(browser);
    EXPECT_THAT(last_page.body, HasSubstr("<h1>Your recovery codes</h1>"));
    EXPECT_EQ(count("<li><code>", last_page.body), recovery_codes_count);
    EXPECT_NE(browser.cookies[session_cookie], before);

    TestBrowser phone(router);
    phone.get("/log-in?next=/account");
    const auto half = phone.send("/log-in", {{"email", email}, {"password", good_password}});
    EXPECT_EQ(TestBrowser::where(half), "/log-in/code?next=%2Faccount");
    EXPECT_EQ(phone.get("/account").status, 303) << "not logged in yet";
    const auto waiting = phone.cookies[session_cookie];
    const auto page = phone.get("/log-in/code?next=/account");
    EXPECT_THAT(page.body, HasSubstr("autocomplete=\"one-time-code\" inputmode=\"numeric\""));
    const auto wrong = phone.send("/log-in/code", {{"code", "000000"}});
    EXPECT_EQ(wrong.status, 422);
    under_test.pass(one_time_step);
    const auto done = phone.send("/log-in/code", {{"code", code_of(secret)}});
    EXPECT_EQ(TestBrowser::where(done), "/account");
    EXPECT_NE(phone.cookies[session_cookie], waiting);
    EXPECT_EQ(phone.get("/account").status, 200);
}

TEST_F(LogInPageTest, takes_a_recovery_code_in_the_place_of_the_program) {
    log_in_as(email);
    enrol(browser);
    const auto at = last_page.body.find("<li><code>") + 10;
    const auto code = last_page.body.substr(at, 29);
    TestBrowser phone(router);
    log_in(phone, email);
    EXPECT_THAT(phone.get("/log-in/code").body, HasSubstr("href=\"/log-in/recovery-code\""));
    phone.get("/log-in/recovery-code");
    EXPECT_EQ(phone.send("/log-in/recovery-code", {{"code", "nonsense"}}).status, 422);
    EXPECT_EQ(TestBrowser::where(phone.send("/log-in/recovery-code", {{"code", code}})),
              "/dashboard");
    EXPECT_EQ(phone.get("/dashboard").status, 200);
}

TEST_F(LogInPageTest, who_waits_for_no_code_is_led_to_the_beginning) {
    EXPECT_EQ(TestBrowser::where(browser.get("/log-in/code")), "/log-in");
    EXPECT_EQ(TestBrowser::where(browser.get("/log-in/recovery-code")), "/log-in");
    browser.get("/log-in");
    const Fields fields = {{"code", "000000"},
                           {"form_key", digest("form of " + browser.cookies["__Host-form"])}};
    EXPECT_EQ(TestBrowser::where(browser.post("/log-in/code", fields)), "/log-in");
}

TEST_F(LogInPageTest, leads_staff_without_a_second_factor_to_set_one_up) {
    ASSERT_TRUE(cartulary::add_staff(under_test.registry(), "clerk@registry.example",
                                     std::string(good_password)));
    const auto done = log_in(browser, "clerk@registry.example");
    EXPECT_EQ(TestBrowser::where(done), "/account/second-factor");
    EXPECT_THAT(browser.follow(done).body, HasSubstr("Staff need a second factor."));
}

}  // namespace

}  // namespace cartulary::web
