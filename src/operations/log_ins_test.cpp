#include <atomic>
#include <thread>

#include "operations/people_for_test.h"

namespace cartulary {

namespace {

using testing::SizeIs;

constexpr auto email = "ada@quay.example";

class LogInTest : public testing::Test, protected PeopleUnderTest {
protected:
    LogInTest() { make_person(email, Role::administrator); }

    // How many of so many wrong tries are looked at, and not told to wait.
    int tried(int count, const Browser& browser, const std::string& account = email) {
        int looked_at = 0;
        for (int i = 0; i < count; ++i) {
            const auto refused = refusal_of(people.log_ins.log_in(account, "wrong", browser));
            if (refused == "unauthenticated") ++looked_at;
        }
        return looked_at;
    }

    static Browser from(const std::string& address, const std::string& mark = {}) {
        return {.agent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
                .address = address,
                .mark = mark};
    }
};

TEST_F(LogInTest, a_right_password_gives_a_session_with_what_the_person_may_do) {
    const auto done = log_in("ADA@quay.example", good_password, from("203.0.113.77"));
    ASSERT_TRUE(done);
    EXPECT_FALSE(done->awaits_code);
    const auto who = actor(done->token);
    EXPECT_EQ(who.person.email, email);
    EXPECT_EQ(who.session.browser, "Firefox, Linux");
    EXPECT_EQ(who.session.address, "203.0.113.0/24");
    ASSERT_THAT(who.parts, SizeIs(1));
    EXPECT_EQ(who.parts[0].id, college.id);
    EXPECT_EQ(who.parts[0].role, Role::administrator);
    EXPECT_EQ(who.name(), "person:" + who.person.id.text());
}

TEST_F(LogInTest, what_is_wrong_is_told_to_nobody) {
    ASSERT_TRUE(add_staff(registry(), "invited@registry.example", std::nullopt));
    const auto wrong = log_in(email, other_password);
    for (const auto& [address, password] :
         {std::pair("nobody@quay.example", good_password), std::pair("no address", good_password),
          std::pair("invited@registry.example", ""), std::pair("", "")}) {
        EXPECT_EQ(log_in(address, password).error(), wrong.error()) << address;
    }
    EXPECT_EQ(log_in(email, std::string(100'000, 'a')).error(), wrong.error());
}

TEST_F(LogInTest, an_unknown_address_costs_as_many_hashes_as_a_known_one) {
    int compared = 0;
    PasswordWork counting(registry().randomness,
                          {.hash = [](std::string_view) { return std::string("hash"); },
                           .verify =
                               [&](std::string_view hash, std::string_view) {
                                   EXPECT_FALSE(hash.empty());
                                   ++compared;
                                   return true;
                               }});
    LogIns log_ins(registry(), people.sessions, counting, people.limits);
    EXPECT_FALSE(log_ins.log_in("nobody@quay.example", good_password, {}));
    EXPECT_EQ(compared, 1);
    EXPECT_TRUE(log_ins.log_in(email, good_password, {}));
    EXPECT_EQ(compared, 2);
}

TEST_F(LogInTest, gives_another_token_each_time_and_ends_the_session_of_before) {
    const auto first = session_of(email);
    const auto second = people.log_ins.log_in(email, good_password, {}, first);
    ASSERT_TRUE(second);
    EXPECT_NE(second->token, first);
    EXPECT_FALSE(people.sessions.find(first));
    EXPECT_TRUE(people.sessions.find(second->token));
    const auto planted = people.log_ins.log_in(email, good_password, {}, "a token of a stranger");
    EXPECT_NE(planted->token, "a token of a stranger");
}

TEST_F(LogInTest, guessing_at_one_account_is_slowed_down_wherever_it_comes_from) {
    int looked_at = 0;
    for (int i = 0; i < 30; ++i) {
        looked_at += tried(1, from("198.51.100." + std::to_string(i)));
    }
    EXPECT_EQ(looked_at, 10);
    const auto refused = people.log_ins.log_in(email, good_password, from("198.51.100.99"));
    EXPECT_EQ(refusal_of(refused), "limited");
    EXPECT_EQ(refused.error().retry, std::chrono::seconds(120));
    under_test.pass(std::chrono::seconds(120));
    EXPECT_EQ(tried(5, from("198.51.100.99")), 1);
}

TEST_F(LogInTest, strangers_who_guess_all_the_time_do_not_keep_out_a_known_browser) {
    const auto mark = log_in(email)->mark;
    tried(30, from("198.51.100.1"));
    EXPECT_EQ(refusal_of(log_in(email, good_password, from("203.0.113.7"))), "limited");
    EXPECT_TRUE(log_in(email, good_password, from("203.0.113.7", mark)));
    EXPECT_EQ(refusal_of(log_in(email, good_password, from("203.0.113.7", mark + "x"))), "limited");
    EXPECT_LE(tried(30, from("203.0.113.7", mark)), 10) << "nor may it guess";
}

TEST_F(LogInTest, a_mark_counts_for_its_own_person) {
    make_person("bo@quay.example");
    const auto mark = log_in("bo@quay.example")->mark;
    tried(30, from("198.51.100.1"));
    EXPECT_EQ(refusal_of(log_in(email, good_password, from("203.0.113.7", mark))), "limited");
}

TEST_F(LogInTest, guessing_from_one_address_is_slowed_down_whatever_accounts_it_tries) {
    int looked_at = 0;
    for (int i = 0; i < 100; ++i) {
        looked_at += tried(1, from("2001:db8:1:2::" + std::to_string(i)),
                           "guess" + std::to_string(i) + "@quay.example");
    }
    EXPECT_EQ(looked_at, 60);
    EXPECT_TRUE(log_in(email, good_password, from("203.0.113.7")));
}

TEST_F(LogInTest, right_passwords_are_not_counted) {
    for (int i = 0; i < 40; ++i) ASSERT_TRUE(log_in(email));
}

TEST_F(LogInTest, a_flood_holds_up_no_more_than_so_many) {
    std::atomic<int> inside = 0;
    std::atomic<bool> open = false;
    PasswordWork slow(registry().randomness,
                      {.hash = [](std::string_view) { return std::string("hash"); },
                       .verify =
                           [&](std::string_view, std::string_view) {
                               ++inside;
                               while (!open) std::this_thread::yield();
                               return true;
                           }});
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < PasswordWork::waiting_max; ++i) {
        threads.emplace_back([&] { EXPECT_TRUE(slow.is_right("hash", "password")); });
    }
    while (inside < static_cast<int>(PasswordWork::waiting_max)) std::this_thread::yield();
    EXPECT_THROW(slow.is_right("hash", "password"), Unavailable);
    EXPECT_THROW(slow.hash("password"), Unavailable);
    open = true;
    for (auto& thread : threads) thread.join();
    EXPECT_TRUE(slow.is_right("hash", "password"));
}

class SecondFactorTest : public LogInTest {
protected:
    Enrolled enrolled = enrol(session_of(email));

    LogIns::LoggedIn half() { return log_in(email).value(); }
    std::string after_code(const std::string& code) {
        return refusal_of(people.log_ins.enter_code(half().token, code));
    }
};

TEST_F(SecondFactorTest, the_password_alone_lets_nobody_in) {
    const auto done = half();
    EXPECT_TRUE(done.awaits_code);
    EXPECT_EQ(done.mark, "");
    EXPECT_FALSE(people.sessions.find(done.token));
    EXPECT_TRUE(people.sessions.find_waiting(done.token));
}

TEST_F(SecondFactorTest, a_code_lets_in_with_another_token) {
    under_test.pass(one_time_step);
    const auto waiting = half().token;
    const auto done = people.log_ins.enter_code(waiting, code_now(enrolled.secret));
    ASSERT_TRUE(done);
    EXPECT_NE(done->token, waiting);
    EXPECT_FALSE(people.sessions.find_waiting(waiting));
    EXPECT_TRUE(actor(done->token).session.second_factor);
    EXPECT_EQ(refusal_of(people.log_ins.enter_code(waiting, code_now(enrolled.secret))), "gone");
}

TEST_F(SecondFactorTest, a_code_counts_once_and_none_before_it_after_that) {
    EXPECT_EQ(after_code(code_now(enrolled.secret)), "unauthenticated")
        << "it was used to turn the second factor on";
    const auto before = code_now(enrolled.secret);
    under_test.pass(one_time_step);
    EXPECT_EQ(after_code(code_now(enrolled.secret)), "nothing");
    EXPECT_EQ(after_code(code_now(enrolled.secret)), "unauthenticated");
    EXPECT_EQ(after_code(before), "unauthenticated");
    under_test.pass(one_time_step);
    auto spaced = code_now(enrolled.secret);
    spaced.insert(3, " ");
    EXPECT_EQ(after_code(spaced), "nothing");
}

TEST_F(SecondFactorTest, waits_ten_minutes_for_the_code) {
    const auto waiting = half().token;
    under_test.pass(code_wait);
    EXPECT_EQ(refusal_of(people.log_ins.enter_code(waiting, code_now(enrolled.secret))), "gone");
}

TEST_F(SecondFactorTest, codes_cannot_be_guessed) {
    int looked_at = 0;
    for (int i = 0; i < 30; ++i) {
        if (after_code("000000") == "unauthenticated") ++looked_at;
    }
    EXPECT_EQ(looked_at, 10);
    under_test.pass(one_time_step);
    EXPECT_EQ(after_code(code_now(enrolled.secret)), "limited");
}

TEST_F(SecondFactorTest, each_recovery_code_lets_in_once_and_its_owner_is_told) {
    ASSERT_THAT(enrolled.recovery_codes, SizeIs(recovery_codes_count));
    EXPECT_THAT(enrolled.recovery_codes[0], testing::MatchesRegex("[A-Z2-7]{5}(-[A-Z2-7]{5}){4}"));
    const auto recover = [&](const std::string& code) {
        return refusal_of(people.log_ins.recover(half().token, code));
    };
    EXPECT_EQ(recover("AAAAA-AAAAA-AAAAA-AAAAA-AAAAA"), "unauthenticated");
    EXPECT_EQ(recover(""), "unauthenticated");
    std::string typed;
    for (const char c : enrolled.recovery_codes[0]) {
        typed += c == '-' ? ' ' : static_cast<char>(std::tolower(c));
    }
    EXPECT_EQ(recover(typed), "nothing");
    EXPECT_EQ(recover(enrolled.recovery_codes[0]), "unauthenticated");
    EXPECT_EQ(recover(enrolled.recovery_codes[1]), "nothing");
    std::vector<std::string> left;
    for (const auto& mail : mail_of(MailKind::recovery_code_used)) {
        left.push_back(mail.facts.at("codes_left"));
    }
    EXPECT_THAT(left, testing::UnorderedElementsAre("9", "8"));
}

TEST_F(SecondFactorTest, is_turned_off_by_the_password_alone) {
    const auto who = actor(enrolled.token);
    EXPECT_EQ(refusal_of(people.second_factors.turn_off(who, other_password)), "unauthenticated");
    EXPECT_EQ(refusal_of(people.second_factors.begin(who)), "conflict");
    EXPECT_TRUE(people.second_factors.turn_off(who, good_password));
    EXPECT_FALSE(half().awaits_code);
    EXPECT_THAT(mail_of(MailKind::second_factor_off), SizeIs(1));
    EXPECT_EQ(people.second_factors.recovery_codes_left(who), 0);
    EXPECT_EQ(refusal_of(people.second_factors.turn_off(who, good_password)), "not_found");
}

TEST_F(SecondFactorTest, new_recovery_codes_take_the_place_of_the_old_ones) {
    const auto who = actor(enrolled.token);
    const auto codes = people.second_factors.renew_recovery_codes(who, good_password);
    ASSERT_TRUE(codes);
    EXPECT_EQ(refusal_of(people.log_ins.recover(half().token, enrolled.recovery_codes[0])),
              "unauthenticated");
    EXPECT_TRUE(people.log_ins.recover(half().token, codes->at(0)));
    EXPECT_EQ(people.second_factors.recovery_codes_left(who), 9);
}

TEST_F(SecondFactorTest, turning_it_on_logs_all_others_out_and_gives_another_token) {
    ASSERT_TRUE(people.second_factors.turn_off(actor(enrolled.token), good_password));
    const auto stays = session_of(email);
    const auto other = session_of(email);
    under_test.pass(one_time_step);
    const auto again = enrol(stays);
    EXPECT_FALSE(people.sessions.find(stays));
    EXPECT_FALSE(people.sessions.find(other));
    EXPECT_TRUE(people.sessions.find(again.token));
}

TEST_F(SecondFactorTest, a_secret_counts_only_after_its_first_code) {
    make_person("bo@quay.example");
    const auto token = session_of("bo@quay.example");
    ASSERT_TRUE(people.second_factors.begin(actor(token)));
    EXPECT_FALSE(log_in("bo@quay.example")->awaits_code);
    EXPECT_FALSE(actor(token).has_second_factor);
    EXPECT_EQ(refusal_of(people.second_factors.confirm(actor(token), "000000")), "unauthenticated");
    const auto waiting = people.second_factors.waiting(actor(token));
    ASSERT_TRUE(waiting);
    EXPECT_EQ(waiting->uri, "otpauth://totp/Test%20Registry:bo%40quay.example?secret=" +
                                waiting->secret + "&issuer=Test%20Registry");
}

}  // namespace

}  // namespace cartulary
