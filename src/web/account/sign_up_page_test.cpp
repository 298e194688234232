#include "web/browser_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto email = "ada@quay.example";

class SignUpPageTest : public PeoplePagesTest {
protected:
    http::Response sign_up(const Fields& fields) {
        browser.get("/sign-up");
        return browser.send("/sign-up", fields);
    }
    Fields whole(const std::string& address = email) {
        return {{"first_name", "Ada"},
                {"last_name", "Quay"},
                {"email", address},
                {"password", good_password}};
    }
};

TEST_F(SignUpPageTest, leads_by_the_mailed_link_to_the_dashboard) {
    const auto page = browser.get("/sign-up");
    EXPECT_THAT(page.body, HasSubstr("autocomplete=\"given-name\""));
    EXPECT_THAT(page.body, HasSubstr("autocomplete=\"new-password\""));
    const auto sent = sign_up(whole());
    EXPECT_EQ(TestBrowser::where(sent), "/sign-up/mailed");
    EXPECT_THAT(browser.follow(sent).body, HasSubstr("<h1>Look at your mail</h1>"));

    TestBrowser phone(router);
    const auto link = link_of(MailKind::sign_up);
    const auto confirm = phone.get(link);
    EXPECT_EQ(confirm.status, 200);
    EXPECT_THAT(confirm.body, HasSubstr(email));
    EXPECT_EQ(header_of(confirm, "Referrer-Policy"), "no-referrer");
    const auto wrong = phone.send("/sign-up/confirm", {{"password", other_password}});
    EXPECT_EQ(wrong.status, 422);
    const auto done = phone.send("/sign-up/confirm", {{"password", good_password}});
    EXPECT_EQ(TestBrowser::where(done), "/dashboard");
    const auto dashboard = phone.follow(done);
    EXPECT_THAT(dashboard.body, HasSubstr("Welcome! Your account is ready."));
    EXPECT_THAT(dashboard.body, HasSubstr("You have a part in no organization yet."));
    const auto again = phone.get(link);
    EXPECT_EQ(again.status, 410);
    EXPECT_THAT(again.body, HasSubstr("href=\"/sign-up\""));
}

TEST_F(SignUpPageTest, answers_the_same_whether_or_not_the_address_is_known) {
    make_person(email);
    const auto known = sign_up(whole());
    const auto unknown = sign_up(whole("bo@quay.example"));
    EXPECT_EQ(known.status, unknown.status);
    EXPECT_EQ(known.body, unknown.body);
    EXPECT_EQ(TestBrowser::where(known), TestBrowser::where(unknown));
    EXPECT_EQ(known.headers.size(), unknown.headers.size());
    EXPECT_EQ(mails_of(MailKind::account_exists), 1U);
    EXPECT_EQ(mails_of(MailKind::sign_up), 1U);
}

TEST_F(SignUpPageTest, says_beside_each_field_what_is_wrong_and_keeps_the_rest) {
    const auto answer = sign_up({{"first_name", "<Ada>"},
                                 {"last_name", ""},
                                 {"email", "nobody"},
                                 {"password", "password1234"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, HasSubstr("<title>Problem: Sign up"));
    EXPECT_THAT(answer.body, HasSubstr("value=\"&lt;Ada&gt;\""));
    EXPECT_THAT(answer.body, HasSubstr("<a href=\"#last_name\">Last name is required.</a>"));
    EXPECT_THAT(answer.body, HasSubstr("<p id=\"email-problem\" class=\"problem\">E-mail address "
                                       "must be an e-mail address"));
    EXPECT_THAT(answer.body, HasSubstr("Password is easy to guess"));
    EXPECT_THAT(answer.body, Not(HasSubstr("password1234")));
    EXPECT_EQ(count("autofocus", answer.body), 1U);
    EXPECT_EQ(complaint_about_html(answer.body), "");
}

TEST_F(SignUpPageTest, takes_only_text) {
    browser.get("/sign-up");
    auto fields = whole();
    fields[0].second = "\xff\xfe";
    EXPECT_EQ(browser.send("/sign-up", fields).status, 403);
    EXPECT_EQ(mails_of(MailKind::sign_up), 0U);
}

TEST_F(SignUpPageTest, knows_no_link_but_those_it_mailed) {
    for (const auto* query : {"", "?token=", "?token=%22%3E%3Cscript%3E", "?token=%ff"}) {
        const auto answer = browser.get(std::string("/sign-up/confirm") + query);
        EXPECT_EQ(answer.status, 410) << query;
        EXPECT_EQ(complaint_about_html(answer.body), "");
    }
}

class ForgottenPasswordTest : public PeoplePagesTest {
protected:
    http::Response forgot(const std::string& address) {
        browser.get("/forgot-password");
        return browser.send("/forgot-password", {{"email", address}});
    }
};

TEST_F(ForgottenPasswordTest, is_set_anew_by_the_mailed_link) {
    make_person(email);
    TestBrowser elsewhere(router);
    log_in(elsewhere, email);
    const auto sent = forgot(email);
    EXPECT_EQ(TestBrowser::where(sent), "/forgot-password/mailed");
    const auto link = link_of(MailKind::reset_password);
    const auto page = browser.get(link);
    EXPECT_THAT(page.body, HasSubstr("autocomplete=\"new-password\""));
    EXPECT_EQ(browser.send("/reset-password", {{"password", "short"}}).status, 422);
    const auto done = browser.send("/reset-password", {{"password", other_password}});
    EXPECT_EQ(TestBrowser::where(done), "/log-in");
    EXPECT_THAT(browser.follow(done).body, HasSubstr("Your new password is set."));
    EXPECT_EQ(browser.get(link).status, 410);
    EXPECT_EQ(elsewhere.get("/dashboard").status, 303) << "logged out everywhere";
    EXPECT_EQ(log_in(browser, email, other_password).status, 303);
}

TEST_F(ForgottenPasswordTest, answers_the_same_whether_or_not_the_address_is_known) {
    make_person(email);
    const auto known = forgot(email);
    const auto unknown = forgot("nobody@quay.example");
    EXPECT_EQ(known.status, unknown.status);
    EXPECT_EQ(TestBrowser::where(known), TestBrowser::where(unknown));
    EXPECT_EQ(forgot("nobody").status, 422);
}

}  // namespace

}  // namespace cartulary::web
