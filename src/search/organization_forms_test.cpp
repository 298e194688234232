#include "search/organization_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace cartulary::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ResourceEntry organization(std::vector<std::string> names) {
    ResourceEntry entry;
    entry.number = 1;
    entry.type = "ceterms:QACredentialOrganization";
    for (auto& name : names) entry.names.push_back({std::move(name), ""});
    entry.places = {"New Harbor"};
    entry.regions = {"CA"};
    entry.countries = {"United States"};
    return entry;
}

TEST(OrganizationFormsTest, tells_the_main_name_alternate_ones_and_acronyms) {
    const auto made = forms_of(organization({"Marlow College", "The Old College", "MCOL"}));
    EXPECT_THAT(made.forms, ElementsAre(NameForm{{"marlow", "college"}, FormKind::main, 0},
                                        NameForm{{"old", "college"}, FormKind::alternate, 1},
                                        NameForm{{"mcol"}, FormKind::acronym, 2}));
}

TEST(OrganizationFormsTest, a_country_in_parentheses_is_no_part_of_the_name) {
    const auto made = forms_of(organization({"Ostrand Ltd (United States)"}));
    EXPECT_THAT(made.forms, ElementsAre(NameForm{{"ostrand"}, FormKind::main, 0}));
}

TEST(OrganizationFormsTest, the_own_place_at_the_end_may_be_left_out) {
    const auto made = forms_of(organization({"Marlow College, New Harbor"}));
    EXPECT_THAT(
        made.forms,
        ElementsAre(
            NameForm{{"marlow", "college"}, FormKind::without_place, 0, {"new", "harbor"}, ""},
            NameForm{{"marlow", "college", "new", "harbor"}, FormKind::main, 0}));
    const auto country = forms_of(organization({"Marlow College United States"}));
    EXPECT_EQ(country.forms.front().words, (Words{"marlow", "college"}));
    EXPECT_EQ(country.forms.front().country, "US");
}

TEST(OrganizationFormsTest, but_not_where_one_word_would_be_left) {
    const auto made = forms_of(organization({"College of New Harbor"}));
    EXPECT_EQ(made.forms.size(), 1U);
}

TEST(OrganizationFormsTest, initials_before_a_name_may_be_left_out) {
    const auto made = forms_of(organization({"N. I. Marlow College"}));
    ASSERT_EQ(made.forms.size(), 2U);
    EXPECT_EQ(made.forms[1].words, (Words{"marlow", "college"}));
}

TEST(OrganizationFormsTest, knows_a_region_by_its_code_and_its_name) {
    const auto made = forms_of(organization({"Marlow College"}));
    EXPECT_THAT(made.regions, ElementsAre(Words{"ca"}, Words{"california"}));
    EXPECT_THAT(made.countries, ElementsAre("US"));
}

TEST(OrganizationFormsTest, leaves_out_what_is_too_long_or_too_much) {
    std::string name = "w1";
    for (std::size_t word = 2; word <= form_words_max; ++word) name += " w" + std::to_string(word);
    EXPECT_EQ(forms_of(organization({name})).forms.size(), 1U);
    EXPECT_THAT(forms_of(organization({name + " more"})).forms, IsEmpty());

    std::vector<std::string> names;
    for (std::size_t index = 0; index <= forms_names_max; ++index) {
        names.push_back("Marlow College " + std::to_string(index));
    }
    EXPECT_EQ(forms_of(organization(names)).forms.size(), forms_names_max);
}

TEST(OrganizationFormsTest, rough_keys_forgive_order_and_endings) {
    const auto key = rough_key(Words{"marlow", "telecommunication", "college"});
    EXPECT_EQ(rough_key(Words{"college", "telecommun", "marlow"}), key);
    EXPECT_NE(rough_key(Words{"college", "marlow"}), key);
    EXPECT_NE(rough_key(Words{"college", "college"}), rough_key(Words{"marlow", "marlow"}));
    EXPECT_EQ(rough_key(Words{"青嵐大学院生"}), rough_key(Words{"青嵐大学部"}));
}

TEST(OrganizationFormsTest, joined_keys_forgive_spaces) {
    EXPECT_EQ(joined_key(Words{"post", "graduate"}), joined_key(Words{"postgraduate"}));
    EXPECT_NE(joined_key(Words{"post", "graduate"}), joined_key(Words{"graduate", "post"}));
}

TEST(OrganizationFormsTest, knows_countries_by_what_people_write) {
    EXPECT_EQ(country_of(Words{"united", "states", "america"}), "US");
    EXPECT_EQ(country_of(Words{"p", "r", "china"}), "CN");
    EXPECT_EQ(country_of(Words{"uk"}), "GB");
    EXPECT_EQ(country_of(Words{"de"}), "") << "a word of many languages";
    EXPECT_EQ(country_of(Words{"marlow"}), "");
    EXPECT_EQ(country_of(Words{}), "");
}

TEST(OrganizationFormsTest, knows_acronyms_by_their_look) {
    EXPECT_TRUE(is_acronym("CERN"));
    EXPECT_TRUE(is_acronym("MIT-X"));
    EXPECT_FALSE(is_acronym("Marlow"));
    EXPECT_FALSE(is_acronym("A B"));
    EXPECT_FALSE(is_acronym("TECHNOLOGY"));
}

}  // namespace
}  // namespace cartulary::search
