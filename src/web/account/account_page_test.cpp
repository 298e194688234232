#include "web/account/account_page.h"

#include "base/secrets.h"
#include "operations/people.h"
#include "store/persons.h"
#include "web/pages_fixture_test.h"

namespace cartulary::web {

using testing::HasSubstr;
using testing::Not;

constexpr auto path = "/account/confirm";
constexpr auto email = "robin.dean@harbor.example";

class AccountPageTest : public PagesTest {
protected:
    std::string token = mailed_token(email);

    http::Response send(const std::string& fields) {
        return post(path, "token=" + token + "&" + fields);
    }

    std::string password_hash() {
        return under_test.store()
            .read([&](Transaction& transaction) {
                return persons::find_by_email(transaction, email).value();
            })
            .password_hash;
    }
};

TEST_F(AccountPageTest, shows_a_form_for_the_person_of_the_link) {
    const auto answer = get(path, "token=" + token);
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body, HasSubstr("<h1>Set your password</h1>"));
    EXPECT_THAT(answer.body, HasSubstr(email));
    EXPECT_THAT(answer.body, HasSubstr("<form method=\"post\" action=\"/account/confirm\">"));
    EXPECT_EQ(count(token, answer.body), 2U) << "in its form and in the choice of a language";
    EXPECT_THAT(answer.body,
                HasSubstr("<input type=\"hidden\" name=\"token\" value=\"" + token + "\">"));
    EXPECT_EQ(header_of(answer, "Referrer-Policy"), "no-referrer");
    EXPECT_EQ(header_of(answer, "Cache-Control"), "no-store");
    EXPECT_EQ(header_of(answer, "Set-Cookie"), "");
    EXPECT_EQ(password_hash(), "") << "looking changes nothing";
}

TEST_F(AccountPageTest, sets_the_password_once) {
    const auto fields = "password=correct+h%C3%B6rse+%26&repeated=correct+h%C3%B6rse+%26";
    const auto answer = send(fields);
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body, HasSubstr("<h1>Your password is set</h1>"));
    EXPECT_THAT(answer.body, HasSubstr(email));
    EXPECT_EQ(count(token, answer.body), 0U);
    EXPECT_EQ(header_of(answer, "Set-Cookie"), "");
    EXPECT_TRUE(verifies(password_hash(), "correct hörse &"));

    EXPECT_EQ(get(path, "token=" + token).status, 410);
    const auto again = send("password=another+password&repeated=another+password");
    EXPECT_EQ(again.status, 410);
    EXPECT_THAT(again.body, HasSubstr("<h1>This link is over</h1>"));
    EXPECT_THAT(again.body, HasSubstr("send you a new link"));
    EXPECT_TRUE(verifies(password_hash(), "correct hörse &"));
}

TEST_F(AccountPageTest, says_beside_each_field_what_to_do_about_it) {
    const auto answer = send("password=short&repeated=shorter");
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, HasSubstr("<title>Problem: Set your password"));
    EXPECT_THAT(answer.body, HasSubstr("<p id=\"password-problem\" class=\"problem\">The password "
                                       "must be at least 12 characters.</p>"));
    EXPECT_THAT(
        answer.body,
        HasSubstr("<p id=\"repeated-problem\" class=\"problem\">The two passwords differ."));
    EXPECT_THAT(answer.body, HasSubstr("<a href=\"#password\">The password must be"));
    EXPECT_THAT(answer.body, HasSubstr("aria-describedby=\"password-hint password-problem\" "
                                       "aria-invalid=\"true\" autofocus>"));
    EXPECT_EQ(count("autofocus", answer.body), 1U);
    EXPECT_THAT(answer.body, Not(HasSubstr("shorter"))) << "a password is never shown again";
    EXPECT_EQ(count(token, answer.body), 1U);
    EXPECT_EQ(password_hash(), "");
    EXPECT_EQ(send("password=long+enough+now&repeated=long+enough+now").status, 200)
        << "the link holds until a password is set";
}

TEST_F(AccountPageTest, refuses_two_passwords_that_differ) {
    const auto answer = send("password=correct+horse+1&repeated=correct+horse+2");
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, Not(HasSubstr("password-problem")));
    EXPECT_THAT(answer.body, HasSubstr("The two passwords differ."));
    EXPECT_EQ(count("autofocus", answer.body), 1U);
    EXPECT_EQ(password_hash(), "");
}

TEST_F(AccountPageTest, asks_for_what_was_not_filled_in) {
    const auto nothing = send("");
    EXPECT_EQ(nothing.status, 422);
    EXPECT_THAT(nothing.body, HasSubstr("Enter a password."));
    EXPECT_THAT(nothing.body, Not(HasSubstr("repeated-problem")));
    const auto once = send("password=correct+horse+1");
    EXPECT_EQ(once.status, 422);
    EXPECT_THAT(once.body, HasSubstr("Enter the password a second time."));
}

TEST_F(AccountPageTest, refuses_passwords_that_are_no_text_or_too_long) {
    EXPECT_EQ(send("password=%FF%FE%FF%FE%FF%FE%FF&repeated=%FF%FE%FF%FE%FF%FE%FF").status, 422);
    const std::string huge(1025, 'a');
    const auto answer = send("password=" + huge + "&repeated=" + huge);
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, HasSubstr("The password must be at most 1,024 bytes."));
    std::string longest = "kestrels over the flooded meadow";
    longest.resize(1024, '.');
    EXPECT_EQ(send("password=" + longest + "&repeated=" + longest).status, 200);
}

TEST_F(AccountPageTest, refuses_a_password_that_is_easy_to_guess) {
    const auto answer = send("password=robin.dean2024&repeated=robin.dean2024");
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, HasSubstr("The password is easy to guess"));
    EXPECT_EQ(password_hash(), "");
}

TEST_F(AccountPageTest, knows_no_link_but_those_it_mailed) {
    const std::string script = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for (const auto& query :
         {std::string(), std::string("token="), "token=" + script, "token=x" + token}) {
        const auto answer = get(path, query);
        EXPECT_EQ(answer.status, 410) << query;
        EXPECT_THAT(answer.body, Not(HasSubstr("alert")));
        EXPECT_EQ(header_of(answer, "Referrer-Policy"), "no-referrer");
        EXPECT_EQ(header_of(answer, "Cache-Control"), "no-store");
    }
    EXPECT_EQ(post(path, "").status, 410);
    EXPECT_EQ(
        post(path, "token=" + script + "&password=twelve+letters&repeated=twelve+letters").status,
        410);
}

TEST_F(AccountPageTest, takes_no_form_of_another_site) {
    const auto answer = router.dispatch(
        {.method = http::Method::post,
         .path = path,
         .headers = {{"accept", "text/html"}, {"sec-fetch-site", "cross-site"}},
         .body = "token=" + token + "&password=correct+horse+1&repeated=correct+horse+1"});
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(password_hash(), "");
}

TEST_F(AccountPageTest, a_link_ends_after_its_days) {
    under_test.pass(std::chrono::hours(24 * 365));
    EXPECT_EQ(get(path, "token=" + token).status, 410);
    EXPECT_EQ(send("password=correct+horse+1&repeated=correct+horse+1").status, 410);
    EXPECT_EQ(password_hash(), "");
}

TEST_F(AccountPageTest, shows_an_address_with_signs_that_mean_something_to_html) {
    const auto odd = mailed_token("o'brien&co@harbor.example");
    EXPECT_THAT(get(path, "token=" + odd).body,
                HasSubstr("value=\"o&#39;brien&amp;co@harbor.example\""));
}

}  // namespace cartulary::web
