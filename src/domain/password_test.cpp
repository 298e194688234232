#include "domain/password.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "domain/frequent_passwords.h"

namespace cartulary {

namespace {

constexpr std::string_view own[] = {"Robin", "Dean", "robin.dean@harbor.example", "Test Registry"};

bool is_good(std::string_view password) {
    return !problem_in_password(password, own);
}

TEST(Password, is_long_enough_and_not_too_long) {
    EXPECT_TRUE(problem_in_password("eleven char"));
    EXPECT_FALSE(problem_in_password("twelve chars"));
    EXPECT_FALSE(problem_in_password("zwölf Zeich√"));
    EXPECT_TRUE(problem_in_password(std::string(1'025, 'a')));
    EXPECT_TRUE(problem_in_password("not utf-8 \xff\xfe\xfd"));
}

TEST(Password, needs_no_kinds_of_characters) {
    for (const auto* good :
         {"correct horse battery staple", "lampreiding vole", "74029581663820",
          "ein langer Satz von mir", "каждый охотник желает", "東京の朝は早い電車と雨と傘"}) {
        EXPECT_TRUE(is_good(good)) << good;
    }
}

TEST(Password, is_none_of_the_common_ones) {
    for (const auto* common :
         {"password1234", "Password2024", "passwordpassword", "123qweasdzxc", "1qaz2wsx3edc",
          "qwertyuiop123", "letmeinletmein", "iloveyou12345", "Welcome2025!", "P@ssw0rd1234"}) {
        EXPECT_FALSE(is_good(common)) << common;
    }
    std::size_t long_ones = 0;
    for (const auto common : frequent_passwords()) {
        if (common.size() < password_length_min) continue;
        ++long_ones;
        EXPECT_FALSE(is_good(common)) << common;
    }
    EXPECT_GT(long_ones, 200U);
    EXPECT_TRUE(std::ranges::is_sorted(frequent_passwords()));
}

TEST(Password, is_no_row_of_keys_and_no_repetition) {
    for (const auto* simple :
         {"aaaaaaaaaaaa", "abcdefghijkl", "987654321098", "abcabcabcabc", "asdfghjkl;'asd",
          "a1b2a1b2a1b2a1b2", "111122223333", "zyxwvutsrqpo", "hunter2hunter2", "qwerasdfzxcv"}) {
        EXPECT_FALSE(is_good(simple)) << simple;
    }
}

TEST(Password, is_not_what_its_owner_is_known_by) {
    for (const auto* known : {"robindean1234", "Robin.Dean2024", "robin.dean@harbor.example",
                              "testregistry1", "R0binDe@n1990!", "harborharbor"}) {
        EXPECT_FALSE(is_good(known)) << known;
    }
    EXPECT_FALSE(problem_in_password("robindean1234xyqv", {}));
}

TEST(Password, may_hold_a_name_where_there_is_enough_besides) {
    EXPECT_TRUE(is_good("robin kvetches about tides"));
}

TEST(Password, is_judged_in_bounded_time_at_its_greatest_length) {
    std::string almost_one_run(password_bytes_max - 1, 'a');
    almost_one_run += 'b';
    EXPECT_FALSE(is_good(almost_one_run));
    std::string runs;
    while (runs.size() + 3 <= password_bytes_max) runs += "abc";
    EXPECT_EQ(guessing_worth_of(runs, {}), 2U);
}

}  // namespace

}  // namespace cartulary
