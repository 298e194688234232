#include "domain/tenant.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace cartulary {

namespace {

using enum TenantState;

TEST(Tenant, only_the_listed_changes_of_state_are_possible) {
    const std::pair<TenantState, std::vector<TenantState>> allowed[] = {
        {active, {inactive, active, blocked, retired}},
        {inactive, {inactive, active}},
        {blocked, {active, blocked, retired}},
        {retired, {retired}}};
    for (const auto& [before, after] : allowed) {
        for (const auto state : {inactive, active, blocked, retired}) {
            const bool expected = std::find(after.begin(), after.end(), state) != after.end();
            EXPECT_EQ(may_become(before, state), expected)
                << static_cast<int>(before) << " to " << static_cast<int>(state);
        }
    }
}

TEST(Tenant, a_state_survives_being_a_status) {
    for (const auto state : {inactive, active, blocked, retired}) {
        EXPECT_EQ(state_of(status_of(state)), state);
    }
}

TEST(Tenant, has_a_profile_name_that_its_channel_gives) {
    EXPECT_EQ(profile_name_of_channel("xyzCorpArcheologyChannel"), "xyzcorparcheologychannel");
    EXPECT_EQ(profile_name_of_channel("Life  Science - 7"), "life-science-7");
    EXPECT_EQ(profile_name_of_channel("in.example/\"x\""), "inexamplex");
    EXPECT_EQ(profile_name_of_channel("TN"), "tn-channel");
    EXPECT_EQ(profile_name_of_channel("../"), "-channel");
    EXPECT_EQ(profile_name_of_channel("தமிழ்"), text::folded("தமிழ்"));
}

TEST(Tenant, a_serial_has_one_spelling) {
    EXPECT_EQ(shown_serial(4584469560898483465), "04584469560898483465");
    EXPECT_EQ(parse_serial("04584469560898483465"), 4584469560898483465);
    for (const auto* wrong : {"", "0", "4584469560898483465", "00458", "0-1", "0+1", "01 ", "0x1",
                              "09999999999999999999999"}) {
        EXPECT_EQ(parse_serial(wrong), std::nullopt) << wrong;
    }
}

TEST(Tenant, never_has_a_profile_name_of_a_wrong_length) {
    EXPECT_EQ(text::length(profile_name_of_channel(std::string(255, 'x'))),
              profile_name_length_max);
    std::string long_channel;
    for (int i = 0; i < 60; ++i) long_channel += "क";
    const auto name = profile_name_of_channel(long_channel);
    EXPECT_TRUE(text::is_utf8(name));
    EXPECT_EQ(text::length(name), profile_name_length_max);
}

TEST(Tenant, a_person_needs_a_name_and_no_address) {
    TenantPerson person;
    person.username = "gita";
    person.first_name = "Gita";
    EXPECT_TRUE(problems_in(person, std::nullopt).empty());
    person.email = "nowhere";
    person.username = " ";
    const auto problems = problems_in(person, "short");
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_EQ(problems[0].field, "username");
    EXPECT_EQ(problems[1].field, "email");
    EXPECT_EQ(problems[2].field, "password");
}

}  // namespace

}  // namespace cartulary
