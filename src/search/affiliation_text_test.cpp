#include "search/affiliation_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace cartulary::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

AffiliationText read(const std::string& text) {
    return read_affiliation(text, [](std::string_view) { return true; });
}

TEST(AffiliationTextTest, parts_segments_at_punctuation) {
    const auto text = read("Dept. of Physics (DP); Marlow College - Springfield: Hall/Wing");
    EXPECT_THAT(text.standard, ElementsAre("department", "physics", "dp", "marlow", "college",
                                           "springfield", "hall", "wing"));
    EXPECT_THAT(text.begins, ElementsAre(0, 2, 3, 5, 6, 7));
    EXPECT_EQ(text.segment_end(3), 5U);
    EXPECT_TRUE(text.begins_segment(5));
    EXPECT_TRUE(text.ends_segment(5));
}

TEST(AffiliationTextTest, keeps_hyphenated_names_in_one_segment) {
    EXPECT_THAT(read("Marlow-Ostrand-College").begins, ElementsAre(0));
}

TEST(AffiliationTextTest, tells_how_a_word_stands) {
    const auto text = read("Univ. of MARLOW & Ostrand 75");
    ASSERT_EQ(text.words.size(), 4U);
    EXPECT_TRUE(text.words[0].shortened);
    EXPECT_TRUE(text.words[1].after_of);
    EXPECT_TRUE(text.words[1].capitals);
    EXPECT_TRUE(text.words[2].after_joining);
    EXPECT_FALSE(text.words[2].after_of);
    EXPECT_TRUE(text.words[3].is_number);
}

TEST(AffiliationTextTest, finds_countries_that_stand_by_themselves_or_at_an_end) {
    EXPECT_THAT(read("Marlow College, Lyon, France").countries, ElementsAre("FR"));
    EXPECT_THAT(read("Marlow College, Lyon FRANCE").countries, ElementsAre("FR"));
    EXPECT_THAT(read("Marlow College, P.R. China 100080").countries, ElementsAre("CN"));
    EXPECT_THAT(read("Marlow College, UK").countries, ElementsAre("GB"));
}

TEST(AffiliationTextTest, a_country_in_a_name_is_only_mentioned) {
    const auto text = read("France College of Marlow");
    EXPECT_THAT(text.countries, IsEmpty());
    EXPECT_TRUE(text.names_country("FR"));
    EXPECT_THAT(read("Bank of France").countries, IsEmpty());
}

TEST(AffiliationTextTest, finds_states_and_the_countries_they_are_of) {
    const auto by_code = read("Marlow College, Springfield, IL 62701");
    EXPECT_THAT(by_code.states, ElementsAre(Words{"illinois"}));
    EXPECT_THAT(by_code.countries_mentioned, ElementsAre("US"));
    const auto by_name = read("Marlow College, Springfield, Illinois");
    EXPECT_THAT(by_name.states, ElementsAre(Words{"illinois"}));
    EXPECT_THAT(by_name.countries, ElementsAre("US"));
    EXPECT_THAT(read("Marlow College in Illinois il").states, IsEmpty());
}

TEST(AffiliationTextTest, does_not_decide_between_a_state_and_a_country_of_one_name) {
    const auto text = read("Marlow College, Georgia");
    EXPECT_THAT(text.countries, IsEmpty());
    EXPECT_TRUE(text.names_country("GE"));
    EXPECT_TRUE(text.names_country("US"));
}

TEST(AffiliationTextTest, rights_misspelled_kinds_unless_names_have_the_word) {
    const auto unknown = [](std::string_view) { return false; };
    EXPECT_THAT(read_affiliation("Unversity of Marlow", unknown).standard,
                ElementsAre("university", "marlow"));
    EXPECT_THAT(read("Unversity of Marlow").standard, ElementsAre("unversity", "marlow"));
}

TEST(AffiliationTextTest, reads_no_more_words_than_its_limit) {
    std::string text;
    for (std::size_t word = 0; word < affiliation_words_max; ++word) text += "word ";
    EXPECT_EQ(read(text).words.size(), affiliation_words_max);
    EXPECT_EQ(read(text + "more, and, more").words.size(), affiliation_words_max);
}

TEST(AffiliationTextTest, takes_nothing_and_what_is_no_text) {
    EXPECT_THAT(read("").words, IsEmpty());
    EXPECT_THAT(read(",,;; - : ()").begins, IsEmpty());
    EXPECT_THAT(read("\xC3\x28 \xFF").begins.size(), testing::Le(1U));
}

}  // namespace
}  // namespace cartulary::search
