#include "search/matching.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "search/mentions.h"

namespace cartulary::search {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

struct Place {
    std::string city;
    std::string region;
    std::string country;
};
const Place springfield{"Springfield", "Illinois", "US"};
const Place other_springfield{"Springfield", "Massachusetts", "US"};
const Place lyon{"Lyon", "Auvergne-Rhône-Alpes", "FR"};
const Place munich{"Munich", "Bavaria", "DE"};

class MatchingTest : public testing::Test {
protected:
    std::int64_t add(std::vector<std::string> organization_names, const Place& place,
                     const std::string& website = {}, std::vector<std::string> identifiers = {}) {
        ResourceEntry entry;
        entry.number = ++last_;
        entry.resource = entry.number;
        entry.type = "ceterms:CredentialOrganization";
        for (auto& name : organization_names) entry.names.push_back({std::move(name), "en"});
        if (!place.city.empty()) entry.places = {place.city};
        if (!place.region.empty()) entry.regions = {place.region};
        if (!place.country.empty()) entry.countries = {place.country};
        entry.website = website;
        entry.identifiers = std::move(identifiers);
        names_.put(entry);
        return entry.number;
    }

    std::vector<std::int64_t> chosen_of(const Described& described) const {
        std::vector<std::int64_t> numbers;
        for (const auto& candidate : match(names_, described)) {
            if (candidate.chosen) numbers.push_back(candidate.number);
        }
        return numbers;
    }
    std::vector<std::int64_t> chosen(const std::string& affiliation) const {
        return chosen_of({.affiliation = affiliation});
    }
    std::vector<std::int64_t> found(const Described& described) const {
        std::vector<std::int64_t> numbers;
        for (const auto& candidate : match(names_, described)) numbers.push_back(candidate.number);
        return numbers;
    }

    Names names_;

private:
    std::int64_t last_ = 0;
};

TEST_F(MatchingTest, finds_the_university_behind_the_department) {
    const auto number = add({"University of Marlow"}, springfield);
    EXPECT_THAT(chosen("Department of Chemistry, University of Marlow, Springfield, IL 62701, USA"),
                ElementsAre(number));
}

TEST_F(MatchingTest, reads_abbreviations) {
    const auto number = add({"Marlow National Institute of Technology"}, springfield);
    EXPECT_THAT(chosen("Dept. Chem., Marlow Natl. Inst. Technol., Springfield, IL, USA"),
                ElementsAre(number));
    EXPECT_THAT(chosen("Dept of Phys, Marlow Nat Inst of Tech, Springfield, USA"),
                ElementsAre(number));
}

TEST_F(MatchingTest, reads_words_cut_short_by_a_full_stop) {
    const auto number = add({"Marlow Telecommunication Observatory"}, springfield);
    EXPECT_THAT(chosen("Marlow Telecommun. Observatory, Springfield, USA"), ElementsAre(number));
}

TEST_F(MatchingTest, reads_the_names_of_kinds_in_other_languages) {
    const auto number = add({"Technical University of Bergheim"}, munich);
    EXPECT_THAT(chosen("Technische Universität Bergheim, München, Deutschland"),
                ElementsAre(number));
}

TEST_F(MatchingTest, parts_elided_articles) {
    const auto number = add({"Université de l'Armance"}, lyon);
    EXPECT_THAT(chosen("Faculté de droit de l’Université de l’Armance, Lyon, France"),
                ElementsAre(number));
}

TEST_F(MatchingTest, does_not_mind_the_order_of_words) {
    const auto number = add({"Harrowgate State University"}, springfield);
    EXPECT_THAT(chosen("State University of Harrowgate, Springfield, USA"), ElementsAre(number));
}

TEST_F(MatchingTest, forgives_a_typing_error) {
    const auto number = add({"University of Harrowgate"}, springfield);
    EXPECT_THAT(chosen("Unversity of Harrowgate, Springfield, USA"), ElementsAre(number));
    EXPECT_THAT(found({.affiliation = "University of Harrowgaet, Springfield, USA"}),
                ElementsAre(number));
}

TEST_F(MatchingTest, prefers_the_longer_name_across_a_comma) {
    add({"University of Ostrand System", "University of Ostrand"}, springfield);
    const auto campus = add({"University of Ostrand, Springfield"}, springfield);
    EXPECT_THAT(chosen("University of Ostrand, Springfield, USA"), ElementsAre(campus));
}

TEST_F(MatchingTest, does_not_take_a_hospital_for_its_university) {
    add({"Aldham University"}, springfield);
    EXPECT_THAT(chosen("Clinic of Surgery, Aldham University Hospital, Springfield, USA"),
                IsEmpty());
    EXPECT_THAT(chosen("The First Hospital of Aldham University, Springfield, USA"), IsEmpty());
}

TEST_F(MatchingTest, does_not_take_the_end_of_a_longer_name_for_the_name) {
    add({"Carlow University"}, {});
    EXPECT_THAT(chosen("Department of Law, West Upper Carlow University Press, USA"), IsEmpty());
}

TEST_F(MatchingTest, does_not_choose_where_the_country_contradicts) {
    add({"Institute of Low Temperatures"}, lyon);
    EXPECT_THAT(found({.affiliation = "Institute of Low Temperatures, Riga, Latvia"}), IsEmpty());
}

TEST_F(MatchingTest, does_not_choose_where_the_state_contradicts) {
    add({"Elmwood Academy of Arts"}, springfield);
    EXPECT_THAT(chosen("Elmwood Academy of Arts, Portland, Oregon, USA"), IsEmpty());
}

TEST_F(MatchingTest, tells_organizations_of_one_name_apart_by_their_place) {
    const auto first = add({"Elmwood College"}, springfield);
    const auto second = add({"Elmwood College"}, other_springfield);
    const auto third = add({"Elmwood College"}, lyon);
    EXPECT_THAT(chosen("Elmwood College, Springfield, Massachusetts, USA"), ElementsAre(second));
    EXPECT_THAT(chosen("Elmwood College, Springfield, IL"), ElementsAre(first));
    EXPECT_THAT(chosen("Elmwood College, Lyon, France"), ElementsAre(third));
}

TEST_F(MatchingTest, chooses_none_of_two_that_are_as_good_but_tells_both) {
    const auto first = add({"Elmwood College"}, springfield);
    const auto second = add({"Elmwood College"}, other_springfield);
    EXPECT_THAT(chosen("Elmwood College, USA"), IsEmpty());
    EXPECT_THAT(found({.affiliation = "Elmwood College, USA"}),
                UnorderedElementsAre(first, second));
}

TEST_F(MatchingTest, chooses_a_name_without_its_place_only_where_the_place_is_named) {
    const auto number = add({"Tarrant University in Springfield"}, springfield);
    EXPECT_THAT(found({.affiliation = "Tarrant University, Springfield, USA"}),
                ElementsAre(number));
    EXPECT_THAT(found({.affiliation = "Tarrant University, Boston, USA"}), IsEmpty());
}

TEST_F(MatchingTest, chooses_several_where_several_are_named) {
    const auto first = add({"University of Marlow"}, springfield);
    const auto second = add({"Université de l'Armance"}, lyon);
    EXPECT_THAT(chosen("University of Marlow, Springfield, USA; Université de l'Armance, Lyon, "
                       "France"),
                UnorderedElementsAre(first, second));
}

TEST_F(MatchingTest, what_one_affiliation_says_of_places_is_not_said_of_another) {
    const auto first = add({"Marlow Academy of Arts"}, springfield);
    const auto second = add({"Ostrand Polytechnic"}, lyon);
    add({"Ostrand Polytechnic"}, springfield);
    EXPECT_THAT(chosen("Marlow Academy of Arts, Springfield, USA; Ostrand Polytechnic, Lyon, "
                       "France"),
                UnorderedElementsAre(first, second));
    EXPECT_THAT(chosen("Library; Marlow Academy of Arts; Springfield; USA"), ElementsAre(first))
        << "semicolons may stand for commas";
}

TEST_F(MatchingTest, takes_no_acronym_for_sure_without_a_place) {
    add({"Zonal Office of Rivers", "ZOOR"}, lyon);
    EXPECT_THAT(chosen("ZOOR"), IsEmpty());
    EXPECT_THAT(found({.affiliation = "zoor"}).size(), 1U);
}

TEST_F(MatchingTest, does_not_take_a_place_or_a_kind_for_a_name) {
    add({"Springfield"}, springfield);
    add({"Engineering (United States)"}, springfield);
    EXPECT_THAT(chosen("College of Engineering, Springfield, USA"), IsEmpty());
}

TEST_F(MatchingTest, reads_names_in_scripts_without_spaces) {
    const auto number = add({"Seiran University", "青嵐大学"}, {"Tokyo", "Tokyo", "JP"});
    EXPECT_THAT(found({.affiliation = "青嵐大学"}), ElementsAre(number));
}

TEST_F(MatchingTest, only_organizations_are_matched) {
    ResourceEntry certificate;
    certificate.number = 900;
    certificate.type = "ceterms:Certificate";
    certificate.names = {{"Certificate of Marlow Welding", "en"}};
    names_.put(certificate);
    EXPECT_THAT(found({.affiliation = "Certificate of Marlow Welding"}), IsEmpty());
    EXPECT_THAT(found({.name = "Certificate of Marlow Welding"}), IsEmpty());
}

TEST_F(MatchingTest, forgets_what_was_removed_or_renamed) {
    const auto number = add({"University of Marlow"}, springfield);
    ResourceEntry renamed;
    renamed.number = number;
    renamed.type = "ceterms:CredentialOrganization";
    renamed.names = {{"Ostrand Polytechnic", "en"}};
    renamed.places = {"Lyon"};
    renamed.countries = {"FR"};
    names_.put(renamed);
    EXPECT_THAT(found({.affiliation = "University of Marlow, Springfield, USA"}), IsEmpty());
    EXPECT_THAT(chosen("Ostrand Polytechnic, Lyon, France"), ElementsAre(number));
    names_.remove(number);
    EXPECT_THAT(found({.affiliation = "Ostrand Polytechnic, Lyon, France"}), IsEmpty());
}

TEST_F(MatchingTest, finds_by_its_city_a_name_that_hundreds_have) {
    constexpr int others = 300;
    for (int index = 0; index < others; ++index) {
        add({"Order of the Heron"}, {"Town" + std::to_string(index), "Illinois", "US"});
    }
    const auto number = add({"Order of the Heron"}, lyon);
    EXPECT_THAT(chosen("Order of the Heron, Lyon, France"), ElementsAre(number));
    EXPECT_THAT(found({.affiliation = "Order of the Heron"}), IsEmpty());
}

TEST_F(MatchingTest, tells_its_reasons) {
    add({"University of Marlow"}, springfield);
    const auto candidates =
        match(names_, {.affiliation = "University of Marlow, Springfield, IL, USA"});
    ASSERT_EQ(candidates.size(), 1U);
    EXPECT_THAT(candidates[0].reasons,
                ElementsAre("the name is the same", "its country is named", "its city is named"));
    EXPECT_GT(candidates[0].score, 0.75);
    EXPECT_LE(candidates[0].score, 1);
}

TEST_F(MatchingTest, gives_the_same_answer_in_whatever_order_organizations_came) {
    std::vector<ResourceEntry> entries;
    for (int index = 1; index <= 40; ++index) {
        ResourceEntry entry;
        entry.number = index;
        entry.type = "ceterms:CredentialOrganization";
        entry.names = {{"Elmwood College", "en"}};
        entry.places = {index % 2 == 0 ? "Springfield" : "Lyon"};
        entries.push_back(entry);
    }
    Names backwards;
    names_.put_all(entries);
    std::reverse(entries.begin(), entries.end());
    backwards.put_all(entries);
    const Described described{.affiliation = "Elmwood College, Springfield"};
    const auto left = match(names_, described);
    const auto right = match(backwards, described);
    ASSERT_EQ(left.size(), right.size());
    for (std::size_t index = 0; index < left.size(); ++index) {
        EXPECT_EQ(left[index].number, right[index].number);
        EXPECT_EQ(left[index].score, right[index].score);
    }
}

TEST_F(MatchingTest, does_not_read_beyond_its_limits) {
    add({"University of Marlow"}, springfield);
    const std::string name = "University of Marlow, Springfield, USA";
    const std::string filler(affiliation_length_max - name.size() - 2, '-');
    EXPECT_EQ(match(names_, {.affiliation = filler + ", " + name}).size(), 1U);
    EXPECT_EQ(match(names_, {.affiliation = filler + "-,, " + name}).size(), 1U)
        << "all but the last letters are read";
    EXPECT_THAT(match(names_, {.affiliation = std::string(affiliation_length_max, '-') + name}),
                IsEmpty());
    for (int index = 0; index < 60; ++index) {
        add({"Elmwood College " + std::to_string(index)}, springfield);
    }
    std::string all;
    for (int index = 0; index < 60; ++index)
        all += "Elmwood College " + std::to_string(index) + ";";
    EXPECT_EQ(match(names_, {.affiliation = all}, 1'000).size(), candidates_max);
}

TEST_F(MatchingTest, says_nothing_about_nothing) {
    add({"University of Marlow"}, springfield);
    EXPECT_THAT(match(names_, {}), IsEmpty());
    EXPECT_THAT(match(names_, {.affiliation = " ,;(()) \n\t--"}), IsEmpty());
    EXPECT_THAT(match(names_, {.affiliation = "\xFF\xFE\x80 of of of"}), IsEmpty());
    EXPECT_THAT(match(names_, {.name = "  ", .website = "not an address"}), IsEmpty());
}

// --- records ---

TEST_F(MatchingTest, chooses_a_record_by_name_and_city) {
    const auto number = add({"Elmwood College"}, springfield);
    add({"Elmwood College"}, lyon);
    EXPECT_THAT(chosen_of({.name = "Elmwood Coll.", .city = "Springfield", .country = "USA"}),
                ElementsAre(number));
}

TEST_F(MatchingTest, needs_more_than_a_general_name) {
    const auto number = add({"National University"}, springfield);
    EXPECT_THAT(chosen_of({.name = "National University"}), IsEmpty());
    EXPECT_THAT(found({.name = "National University"}), ElementsAre(number));
    EXPECT_THAT(chosen_of({.name = "National University", .city = "Springfield", .country = "US"}),
                ElementsAre(number));
}

TEST_F(MatchingTest, chooses_a_name_that_nobody_else_has) {
    const auto number = add({"Marlow Welding Academy"}, springfield);
    EXPECT_THAT(chosen_of({.name = "Marlow Welding Academy"}), ElementsAre(number));
    add({"Welding Academy Marlow"}, lyon);
    EXPECT_THAT(chosen_of({.name = "Marlow Welding Academy"}), IsEmpty());
}

TEST_F(MatchingTest, does_not_choose_a_record_in_another_country) {
    const auto number = add({"Marlow Welding Academy"}, springfield);
    EXPECT_THAT(chosen_of({.name = "Marlow Welding Academy", .country = "France"}), IsEmpty());
    EXPECT_THAT(found({.name = "Marlow Welding Academy", .country = "France"}),
                ElementsAre(number));
}

TEST_F(MatchingTest, an_identifier_and_a_similar_name_are_enough) {
    const auto number =
        add({"Marlow School of Welding and Casting"}, springfield, "", {"fein:12-3456789"});
    EXPECT_THAT(chosen_of({.name = "Marlow Welding School", .identifiers = {"fein:123456789"}}),
                ElementsAre(number));
    EXPECT_THAT(chosen_of({.name = "Bakers of Ostrand", .identifiers = {"fein:12-3456789"}}),
                IsEmpty());
}

TEST_F(MatchingTest, an_identifier_that_many_share_says_little) {
    for (int index = 0; index < 79; ++index) {
        add({"Ostrand Community College " + std::to_string(index)}, {}, "", {"fein:12-3456789"});
    }
    EXPECT_THAT(chosen_of({.identifiers = {"fein:12-3456789"}}), IsEmpty());
    EXPECT_THAT(
        chosen_of({.name = "Ostrand Community College", .identifiers = {"fein:12-3456789"}}),
        IsEmpty());
}

TEST_F(MatchingTest, the_same_web_site_and_name_are_enough) {
    const auto number = add({"Elmwood College"}, springfield, "https://www.elmwood.example/about");
    add({"Elmwood College"}, other_springfield);
    const auto candidates =
        match(names_, {.name = "Elmwood College", .website = "http://elmwood.example"});
    ASSERT_EQ(candidates.size(), 2U);
    EXPECT_EQ(candidates[0].number, number);
    EXPECT_TRUE(candidates[0].chosen);
    EXPECT_FALSE(candidates[1].chosen);
    EXPECT_THAT(candidates[0].reasons, Contains("the same web site"));
}

TEST_F(MatchingTest, a_web_site_that_others_have_too_says_less) {
    add({"Marlow Welding"}, {}, "https://sites.example/marlow");
    add({"Ostrand Baking"}, {}, "https://sites.example/ostrand");
    const auto candidates =
        match(names_, {.name = "Tarrant Sewing", .website = "https://sites.example/tarrant"});
    for (const auto& candidate : candidates) EXPECT_LT(candidate.score, 0.3);
}

TEST_F(MatchingTest, adds_the_place_of_a_record_to_an_affiliation) {
    const auto first = add({"Elmwood College"}, springfield);
    add({"Elmwood College"}, lyon);
    EXPECT_THAT(
        chosen_of(
            {.affiliation = "Library, Elmwood College", .city = "Springfield", .country = "US"}),
        ElementsAre(first));
}

}  // namespace
}  // namespace cartulary::search
