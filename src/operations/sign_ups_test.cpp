#include "operations/people_for_test.h"

namespace cartulary {

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class SignUpTest : public testing::Test, protected PeopleUnderTest {
protected:
    Result<void> sign_up(const std::string& email, const std::string& password = good_password) {
        return people.sign_ups.sign_up(
            {.first_name = " Ada ", .last_name = "Quay", .email = email, .password = password}, {});
    }
    std::optional<Person> person(const std::string& email) {
        return under_test.store().read(
            [&](Transaction& transaction) { return persons::find_by_email(transaction, email); });
    }
};

TEST_F(SignUpTest, makes_a_person_of_who_opens_the_mailed_link_and_knows_the_password) {
    ASSERT_TRUE(sign_up("Ada@quay.example"));
    EXPECT_EQ(person("ada@quay.example"), std::nullopt) << "nobody is made before";
    EXPECT_THAT(link_of(MailKind::sign_up),
                HasSubstr("https://registry.example/sign-up/confirm?token="));
    const auto token = token_of(MailKind::sign_up);
    EXPECT_EQ(people.sign_ups.of_link(token)->email, "Ada@quay.example");
    EXPECT_EQ(refusal_of(people.sign_ups.confirm(token, "another password entirely", {})),
              "unauthenticated");
    const auto session = people.sign_ups.confirm(token, good_password, {});
    ASSERT_TRUE(session);
    const auto made = actor(*session);
    EXPECT_EQ(made.person.first_name, "Ada");
    EXPECT_EQ(made.person.email, "Ada@quay.example");
    EXPECT_FALSE(made.staff);
    EXPECT_THAT(made.parts, IsEmpty());
    EXPECT_EQ(refusal_of(people.sign_ups.confirm(token, good_password, {})), "gone");
    EXPECT_TRUE(log_in("ada@QUAY.example"));
}

TEST_F(SignUpTest, says_the_same_of_an_address_that_is_known_and_tells_its_mailbox_alone) {
    make_person("ada@quay.example");
    EXPECT_TRUE(sign_up("ADA@quay.example"));
    EXPECT_TRUE(sign_up("bo@quay.example"));
    EXPECT_THAT(mail_of(MailKind::sign_up), SizeIs(1));
    ASSERT_THAT(mail_of(MailKind::account_exists), SizeIs(1));
    EXPECT_EQ(mail_of(MailKind::account_exists)[0].to_address, "ada@quay.example");
    EXPECT_TRUE(log_in("ada@quay.example")) << "the password stays as it was";
}

TEST_F(SignUpTest, does_the_same_work_whether_or_not_an_address_is_known) {
    int hashed = 0;
    PasswordWork counting(registry().randomness,
                          {.hash =
                               [&](std::string_view password) {
                                   ++hashed;
                                   return "hash of " + std::string(password);
                               },
                           .verify = [](std::string_view, std::string_view) { return false; }});
    SignUps sign_ups(registry(), people.sessions, counting, people.limits);
    make_person("ada@quay.example");
    hashed = 0;
    const auto commits = under_test.store().commits().value();
    ASSERT_TRUE(sign_ups.sign_up({"Ada", "Quay", "ada@quay.example", good_password}, {}));
    EXPECT_EQ(hashed, 1);
    EXPECT_EQ(under_test.store().commits(), commits + 1);
    ASSERT_TRUE(sign_ups.sign_up({"Ada", "Quay", "bo@quay.example", good_password}, {}));
    EXPECT_EQ(hashed, 2);
    EXPECT_EQ(under_test.store().commits(), commits + 2);
}

TEST_F(SignUpTest, says_nothing_in_its_mail_that_a_stranger_wrote) {
    ASSERT_TRUE(people.sign_ups.sign_up(
        {"Buy now", "https://evil.example", "ada@quay.example", good_password}, {}));
    const auto mail = mail_of(MailKind::sign_up).at(0);
    EXPECT_EQ(mail.to_name, "");
    for (const auto& [name, value] : mail.facts) {
        EXPECT_THAT(value, testing::Not(HasSubstr("evil"))) << name;
    }
}

TEST_F(SignUpTest, names_every_problem_at_once) {
    EXPECT_EQ(refusal_of(people.sign_ups.sign_up({"", std::string(101, 'a'), "x", "short"}, {})),
              "invalid: first_name is required; last_name must be at most 100 characters; email "
              "must be an e-mail address, for example name@example.org; password must be at least "
              "12 characters");
    EXPECT_THAT(refusal_of(sign_up("ada@quay.example", "adaquay12345")),
                HasSubstr("easy to guess"));
    EXPECT_THAT(under_test.waiting_mail(), SizeIs(2)) << "those of the fixture alone";
}

TEST_F(SignUpTest, its_link_ends_after_a_day) {
    ASSERT_TRUE(sign_up("ada@quay.example"));
    const auto token = token_of(MailKind::sign_up);
    under_test.pass(sign_up_life - std::chrono::milliseconds(1));
    EXPECT_TRUE(people.sign_ups.of_link(token));
    under_test.pass(std::chrono::milliseconds(1));
    EXPECT_EQ(refusal_of(people.sign_ups.of_link(token)), "gone");
    EXPECT_EQ(refusal_of(people.sign_ups.confirm(token, good_password, {})), "gone");
    people.forget_ended();
}

TEST_F(SignUpTest, two_may_sign_up_with_an_address_and_the_one_with_its_mailbox_gets_it) {
    ASSERT_TRUE(sign_up("ada@quay.example", other_password));
    const auto strangers = token_of(MailKind::sign_up);
    under_test.pass(std::chrono::minutes(1));
    ASSERT_TRUE(sign_up("ada@quay.example"));
    const auto owners = token_of(MailKind::sign_up);
    ASSERT_NE(strangers, owners);
    EXPECT_EQ(refusal_of(people.sign_ups.confirm(strangers, good_password, {})), "unauthenticated")
        << "the owner of the mailbox who opens a stranger's link makes no account for them";
    ASSERT_TRUE(people.sign_ups.confirm(owners, good_password, {}));
    EXPECT_EQ(refusal_of(people.sign_ups.confirm(strangers, other_password, {})), "gone");
}

TEST_F(SignUpTest, a_person_whom_others_brought_in_gets_the_password_and_keeps_the_parts) {
    ASSERT_TRUE(add_member(registry(), command_line(),
                           {"ada@quay.example", college.id, Role::publisher, {}}));
    ASSERT_TRUE(sign_up("ada@quay.example"));
    const auto session = people.sign_ups.confirm(token_of(MailKind::sign_up), good_password, {});
    ASSERT_TRUE(session);
    ASSERT_THAT(actor(*session).parts, SizeIs(1));
    EXPECT_EQ(actor(*session).parts[0].role, Role::publisher);
}

TEST_F(SignUpTest, mails_an_address_only_so_often_and_says_so_to_nobody) {
    for (int i = 0; i < 5; ++i) EXPECT_TRUE(sign_up("ada@quay.example"));
    EXPECT_THAT(mail_of(MailKind::sign_up), SizeIs(3));
    under_test.pass(std::chrono::minutes(20));
    EXPECT_TRUE(sign_up("ada@quay.example"));
    EXPECT_THAT(mail_of(MailKind::sign_up), SizeIs(4));
}

TEST_F(SignUpTest, a_stranger_who_asks_for_mails_all_the_time_keeps_nobody_from_theirs) {
    const auto from = [&](const std::string& address) {
        return people.sign_ups.sign_up({"Ada", "Quay", "ada@quay.example", good_password},
                                       {.agent = {}, .address = address, .mark = {}});
    };
    for (int i = 0; i < 9; ++i) EXPECT_TRUE(from("198.51.100.1"));
    EXPECT_THAT(mail_of(MailKind::sign_up), SizeIs(3));
    EXPECT_TRUE(from("203.0.113.7"));
    EXPECT_THAT(mail_of(MailKind::sign_up), SizeIs(4));
    for (int i = 0; i < 60; ++i) EXPECT_TRUE(from("192.0.2." + std::to_string(i)));
    EXPECT_THAT(mail_of(MailKind::sign_up), SizeIs(30)) << "there is an end to it";
}

TEST_F(SignUpTest, refuses_an_address_of_the_network_that_signs_up_too_often) {
    const auto try_as = [&](const std::string& address, int number) {
        const auto email = "ada" + std::to_string(number) + "@quay.example";
        return refusal_of(people.sign_ups.sign_up({"Ada", "Quay", email, good_password},
                                                  {.agent = {}, .address = address, .mark = {}}));
    };
    int number = 0;
    while (number < 30) ASSERT_EQ(try_as("203.0.113.7", number++), "nothing");
    EXPECT_EQ(try_as("203.0.113.7", number++), "limited");
    EXPECT_EQ(try_as("203.0.113.8", number++), "nothing");
}

}  // namespace

}  // namespace cartulary
