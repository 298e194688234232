#include "app/demo/colleges.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "app/demo/programs.h"

namespace cartulary::demo {

namespace {

TEST(DemoColleges, are_several_hundred_of_all_states_and_territories) {
    std::set<std::string> numbers;
    std::set<std::string> states;
    for (const auto& college : all_colleges()) {
        numbers.insert(college.told.unitid);
        states.insert(college.told.state);
    }
    EXPECT_GT(numbers.size(), 350U);
    EXPECT_EQ(numbers.size(), all_colleges().size());
    EXPECT_GT(states.size(), 55U);
    for (const auto* state : {"AK", "HI", "PR", "GU"}) EXPECT_TRUE(states.contains(state)) << state;
}

TEST(DemoColleges, lie_where_the_united_states_and_their_islands_are) {
    for (const auto& college : all_colleges()) {
        const auto [latitude, longitude] = college.position;
        EXPECT_TRUE(latitude > -15 && latitude < 72) << college.told.name;
        const bool is_west = longitude > -180 && longitude < -64;
        const bool is_beyond_the_date_line = longitude > 130 && longitude < 175;
        EXPECT_TRUE(is_west || is_beyond_the_date_line) << college.told.name;
    }
}

TEST(DemoColleges, have_other_names_in_several_scripts) {
    std::set<std::string> languages;
    for (const auto& college : all_colleges()) {
        for (const auto& [language, name] : college.other_names) {
            EXPECT_FALSE(name.empty()) << college.told.name;
            languages.insert(language);
        }
    }
    EXPECT_THAT(languages, testing::IsSupersetOf({"es", "haw", "ja", "zh", "ar", "he"}));
}

TEST(DemoPrograms, have_codes_and_as_many_subjects_in_both_languages) {
    EXPECT_GE(all_programs().size(), 50U);
    for (const auto& program : all_programs()) {
        EXPECT_EQ(program.soc.size(), 7U) << program.name;
        EXPECT_EQ(program.cip.size(), 7U) << program.name;
        EXPECT_FALSE(program.name_es.empty()) << program.name;
        EXPECT_EQ(program.subjects.size(), program.subjects_es.size()) << program.name;
        for (const char letter : program.levels) EXPECT_GT(level_of(letter).months, 0);
    }
}

}  // namespace

}  // namespace cartulary::demo
