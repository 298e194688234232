#include "operations/people_for_test.h"

namespace cartulary {

namespace {

using testing::HasSubstr;
using testing::SizeIs;

constexpr auto email = "ada@quay.example";

class PersonAccountTest : public testing::Test, protected PeopleUnderTest {
protected:
    Person person = make_person(email);
    std::string token = session_of(email);

    std::vector<Mail> mail_to(MailKind kind, const std::string& address) {
        auto mails = mail_of(kind);
        std::erase_if(mails, [&](const Mail& mail) { return mail.to_address != address; });
        return mails;
    }
};

TEST_F(PersonAccountTest, may_change_the_name) {
    EXPECT_TRUE(people.accounts.change_name(actor(token), " Augusta ", "King"));
    EXPECT_EQ(actor(token).person.first_name, "Augusta");
    EXPECT_EQ(refusal_of(people.accounts.change_name(actor(token), " ", "a\nb")),
              "invalid: first_name is required; last_name must not hold control characters");
}

TEST_F(PersonAccountTest, a_new_password_logs_all_others_out_and_gives_another_token) {
    const auto other = session_of(email);
    const auto changed =
        people.accounts.change_password(actor(token), good_password, other_password);
    ASSERT_TRUE(changed);
    EXPECT_NE(*changed, token);
    EXPECT_FALSE(people.sessions.find(token));
    EXPECT_FALSE(people.sessions.find(other));
    EXPECT_TRUE(people.sessions.find(*changed));
    EXPECT_EQ(refusal_of(log_in(email)), "unauthenticated");
    EXPECT_TRUE(log_in(email, other_password));
    EXPECT_THAT(mail_to(MailKind::password_changed, email), SizeIs(1));
}

TEST_F(PersonAccountTest, a_new_password_needs_the_old_one_and_is_judged_as_any) {
    const auto change = [&](const std::string& old_password, const std::string& new_password) {
        return refusal_of(
            people.accounts.change_password(actor(token), old_password, new_password));
    };
    EXPECT_EQ(change(other_password, other_password), "unauthenticated");
    EXPECT_THAT(change(good_password, "short"), HasSubstr("invalid: password must be"));
    EXPECT_THAT(change(good_password, "ada@quay.example"), HasSubstr("easy to guess"));
    EXPECT_TRUE(log_in(email));
}

TEST_F(PersonAccountTest, whoever_has_the_session_cannot_guess_the_password) {
    int looked_at = 0;
    for (int i = 0; i < 30; ++i) {
        const auto refused = refusal_of(
            people.accounts.change_password(actor(token), std::to_string(i), other_password));
        if (refused == "unauthenticated") ++looked_at;
    }
    EXPECT_EQ(looked_at, 10);
}

TEST_F(PersonAccountTest, a_new_address_counts_once_its_mailbox_has_confirmed_it) {
    ASSERT_TRUE(people.accounts.ask_email_change(actor(token), "New@quay.example", good_password));
    EXPECT_EQ(actor(token).person.email, email);
    EXPECT_THAT(mail_to(MailKind::email_change, "New@quay.example"), SizeIs(1));
    const auto link = token_of(MailKind::email_change);
    EXPECT_EQ(people.accounts.email_of_link(link).value(), "New@quay.example");
    ASSERT_TRUE(people.accounts.confirm_email_change(link));
    EXPECT_EQ(actor(token).person.email, "New@quay.example");
    EXPECT_THAT(mail_to(MailKind::email_changed, email), SizeIs(1)) << "the old one is told";
    EXPECT_EQ(refusal_of(people.accounts.confirm_email_change(link)), "gone");
    EXPECT_TRUE(log_in("new@quay.example"));
    EXPECT_EQ(refusal_of(log_in(email)), "unauthenticated");
}

TEST_F(PersonAccountTest, an_address_of_another_person_is_refused_to_nobody_but_told_to_its_owner) {
    make_person("bo@quay.example");
    EXPECT_TRUE(people.accounts.ask_email_change(actor(token), "bo@quay.example", good_password));
    EXPECT_THAT(mail_of(MailKind::email_change), SizeIs(0));
    EXPECT_THAT(mail_to(MailKind::account_exists, "bo@quay.example"), SizeIs(1));
}

TEST_F(PersonAccountTest, an_address_that_became_anothers_meanwhile_is_not_taken) {
    ASSERT_TRUE(people.accounts.ask_email_change(actor(token), "new@quay.example", good_password));
    const auto link = token_of(MailKind::email_change);
    make_person("new@quay.example");
    EXPECT_EQ(refusal_of(people.accounts.confirm_email_change(link)), "conflict");
    EXPECT_EQ(actor(token).person.email, email);
}

TEST_F(PersonAccountTest, a_new_address_needs_the_password_and_the_link_ends_after_a_day) {
    EXPECT_EQ(refusal_of(people.accounts.ask_email_change(actor(token), "new@quay.example", "no")),
              "unauthenticated");
    EXPECT_THAT(refusal_of(people.accounts.ask_email_change(actor(token), "new", good_password)),
                HasSubstr("invalid: email"));
    ASSERT_TRUE(people.accounts.ask_email_change(actor(token), "new@quay.example", good_password));
    under_test.pass(email_change_life);
    EXPECT_EQ(refusal_of(people.accounts.email_of_link(token_of(MailKind::email_change))), "gone");
}

TEST_F(PersonAccountTest, a_forgotten_password_is_set_anew_by_a_mailed_link_once) {
    ASSERT_TRUE(people.accounts.forgot_password("ADA@quay.example", {}));
    const auto first = token_of(MailKind::reset_password);
    under_test.pass(std::chrono::minutes(1));
    ASSERT_TRUE(people.accounts.forgot_password(email, {}));
    const auto second = token_of(MailKind::reset_password);
    EXPECT_THAT(link_of(MailKind::reset_password),
                HasSubstr("https://registry.example/reset-password?token="));
    EXPECT_THAT(refusal_of(people.accounts.reset_password(second, "short")),
                HasSubstr("invalid: password"));
    EXPECT_EQ(people.accounts.person_of_reset(second)->email, email);
    const auto mark = people.accounts.reset_password(second, other_password);
    ASSERT_TRUE(mark);
    EXPECT_TRUE(people.limits.is_mark_of(person.id, *mark));
    EXPECT_FALSE(people.sessions.find(token)) << "everybody is logged out";
    EXPECT_EQ(refusal_of(people.accounts.reset_password(second, good_password)), "gone");
    EXPECT_EQ(refusal_of(people.accounts.reset_password(first, good_password)), "gone")
        << "no other link is good any more";
    EXPECT_THAT(mail_to(MailKind::password_changed, email), SizeIs(1));
}

TEST_F(PersonAccountTest, says_the_same_of_a_forgotten_password_whether_or_not_there_is_one) {
    const auto commits = under_test.store().commits().value();
    EXPECT_TRUE(people.accounts.forgot_password(email, {}));
    EXPECT_EQ(under_test.store().commits(), commits + 1);
    EXPECT_TRUE(people.accounts.forgot_password("nobody@quay.example", {}));
    EXPECT_EQ(under_test.store().commits(), commits + 2);
    EXPECT_THAT(mail_to(MailKind::reset_password, email), SizeIs(1));
    EXPECT_THAT(mail_to(MailKind::account_unknown, "nobody@quay.example"), SizeIs(1));
    EXPECT_THAT(refusal_of(people.accounts.forgot_password("nobody", {})), HasSubstr("invalid"));
}

TEST_F(PersonAccountTest, a_link_to_a_new_password_ends_after_an_hour) {
    ASSERT_TRUE(people.accounts.forgot_password(email, {}));
    const auto link = token_of(MailKind::reset_password);
    under_test.pass(reset_life);
    EXPECT_EQ(refusal_of(people.accounts.person_of_reset(link)), "gone");
    EXPECT_EQ(refusal_of(people.accounts.reset_password(link, other_password)), "gone");
}

TEST_F(PersonAccountTest, a_new_password_by_link_leaves_the_second_factor_as_it_is) {
    enrol(token);
    ASSERT_TRUE(people.accounts.forgot_password(email, {}));
    ASSERT_TRUE(people.accounts.reset_password(token_of(MailKind::reset_password), other_password));
    EXPECT_TRUE(log_in(email, other_password)->awaits_code);
}

TEST_F(PersonAccountTest, links_to_the_old_address_end_with_it) {
    ASSERT_TRUE(people.accounts.forgot_password(email, {}));
    const auto reset = token_of(MailKind::reset_password);
    ASSERT_TRUE(people.accounts.ask_email_change(actor(token), "new@quay.example", good_password));
    ASSERT_TRUE(people.accounts.confirm_email_change(token_of(MailKind::email_change)));
    EXPECT_EQ(refusal_of(people.accounts.reset_password(reset, other_password)), "gone");
}

}  // namespace

}  // namespace cartulary
