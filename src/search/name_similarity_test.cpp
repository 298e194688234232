#include "search/name_similarity.h"

#include <gtest/gtest.h>

#include <string>

namespace cartulary::search {
namespace {

double similarity(const std::string& left, const std::string& right) {
    return name_similarity(organization_words(left), organization_words(right));
}

TEST(NameSimilarityTest, the_same_words_are_the_same_name) {
    EXPECT_EQ(similarity("Marlow College", "the marlow coll."), 1);
    EXPECT_EQ(similarity("Marlow College", "College of Marlow"), 1);
    EXPECT_EQ(similarity("", ""), 0);
}

TEST(NameSimilarityTest, words_of_kinds_count_less) {
    EXPECT_GT(similarity("Marlow College", "Marlow Academy"), 0.5);
    EXPECT_LT(similarity("Marlow College", "Ostrand College"), 0.3);
}

TEST(NameSimilarityTest, forgives_typing_errors_in_long_words) {
    EXPECT_GT(similarity("Marlow Telecommunication", "Marlow Telecomunication"), 0.9);
    EXPECT_LT(similarity("Oslo", "Osla"), 0.1);
}

TEST(NameSimilarityTest, is_the_same_for_either_side) {
    EXPECT_EQ(similarity("Marlow Welding School", "Ostrand Welding"),
              similarity("Ostrand Welding", "Marlow Welding School"));
}

TEST(NameSimilarityTest, takes_names_of_any_length) {
    std::string name;
    for (int word = 0; word < 1'000; ++word) name += "word" + std::to_string(word) + " ";
    EXPECT_EQ(similarity(name, name), 1);
    EXPECT_GT(similarity(name, name + "more"), 0.9);
}

}  // namespace
}  // namespace cartulary::search
