#include "search/organization_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cartulary::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(OrganizationWordsTest, says_the_same_of_abbreviations_and_other_languages) {
    const auto words = organization_words("The University of Geneva");
    EXPECT_THAT(words, ElementsAre("university", "geneva"));
    EXPECT_EQ(organization_words("Univ. de Genève"), words);
    EXPECT_EQ(organization_words("UNIVERSITÄT GENF"), words);
    EXPECT_EQ(organization_words("Università di Geneva"), words);
}

TEST(OrganizationWordsTest, keeps_what_is_no_word_of_kinds) {
    EXPECT_THAT(organization_words("Marlow & Ostrand 3"), ElementsAre("marlow", "ostrand", "3"));
    EXPECT_THAT(organization_words("of the and"), IsEmpty());
    EXPECT_THAT(organization_words(""), IsEmpty());
}

TEST(OrganizationWordsTest, parts_an_elided_article_from_its_noun) {
    EXPECT_EQ(with_elisions_parted("de l’Université d'Armance"), "de l Université d Armance");
    EXPECT_EQ(with_elisions_parted("dell'Acqua L'Orme"), "dell Acqua L Orme");
    EXPECT_EQ(with_elisions_parted("O'Neill's Women's"), "O'Neill's Women's");
    EXPECT_EQ(with_elisions_parted("l'"), "l ");
}

TEST(OrganizationWordsTest, drops_legal_forms_but_never_the_whole_name) {
    Words words{"marlow", "casting", "company", "ltd"};
    drop_legal_form(words);
    EXPECT_THAT(words, ElementsAre("marlow", "casting"));
    Words only{"ltd"};
    drop_legal_form(only);
    EXPECT_THAT(only, ElementsAre("ltd"));
}

TEST(OrganizationWordsTest, knows_kinds_and_how_they_are_misspelled) {
    EXPECT_TRUE(says_kind("university"));
    EXPECT_FALSE(says_kind("univ"));
    EXPECT_FALSE(says_kind("marlow"));
    EXPECT_EQ(kind_misspelled("unversity"), "university");
    EXPECT_EQ(kind_misspelled("institue"), "institute");
    EXPECT_EQ(kind_misspelled("marlowsity"), "");
    EXPECT_EQ(kind_misspelled("colege"), "") << "too short to be sure";
}

TEST(OrganizationWordsTest, finds_words_that_follow_each_other) {
    const Words words{"new", "york", "state"};
    EXPECT_TRUE(contains_run(words, Words{"york", "state"}));
    EXPECT_FALSE(contains_run(words, Words{"new", "state"}));
    EXPECT_FALSE(contains_run(words, Words{}));
}

}  // namespace
}  // namespace cartulary::search
