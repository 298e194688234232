#include "search/evidence.h"

#include <cmath>
#include <span>

namespace cartulary::search {

namespace {

struct Weight {
    Sign sign;
    std::string_view name;
    double weight;
    std::string_view reason;  // for people; empty: says nothing to them
};

// Logistic regression over strings that people wrote and the organizations they meant;
// bench/matching makes them again. In the order of the signs.
constexpr double weight_of_any = -0.44;
constexpr double weight_of_distinctiveness = 0.46;
constexpr Weight weights[] = {
    {Sign::alternate_name, "alternate_name", -0.61, ""},
    {Sign::without_country, "without_country", -1.45, ""},
    {Sign::without_city, "without_city", -0.76, ""},
    {Sign::spaced_otherwise, "spaced_otherwise", -1.07, "spaces stand elsewhere"},
    {Sign::reordered, "reordered", -1.43, "the words are in another order"},
    {Sign::reordered_pair, "reordered_pair", 0.19, ""},
    {Sign::shortened, "shortened", 0.78, "words are abbreviated"},
    {Sign::inflected, "inflected", -0.34, "a word ends otherwise"},
    {Sign::misspelled, "misspelled", -0.19, "a word is misspelled"},
    {Sign::other_known_word, "other_known_word", -0.89, "one word differs a little"},
    {Sign::one_word, "one_word", -0.38, ""},
    {Sign::two_words, "two_words", 0.04, ""},
    {Sign::many_words, "many_words", -0.40, ""},
    {Sign::only_kinds, "only_kinds", -0.63, "the name is a general one"},
    {Sign::like_department, "like_department", 0.25, "it may be a department"},
    {Sign::like_unit, "like_unit", 0.16, ""},
    {Sign::has_university, "has_university", 0.68, ""},
    {Sign::has_hospital, "has_hospital", -0.32, ""},
    {Sign::is_system, "is_system", -1.93, "one of its parts may be meant"},
    {Sign::is_place, "is_place", -1.23, "it may be a place"},
    {Sign::acronym, "acronym", -0.95, ""},
    {Sign::acronym_short, "acronym_short", -0.57, ""},
    {Sign::acronym_long, "acronym_long", -0.18, ""},
    {Sign::acronym_in_small_letters, "acronym_in_small_letters", -1.19, ""},
    {Sign::acronym_of_one, "acronym_of_one", -0.51, ""},
    {Sign::acronym_with_city, "acronym_with_city", 0.19, ""},
    {Sign::acronym_with_country, "acronym_with_country", 0.18, ""},
    {Sign::country_named, "country_named", 0.34, "its country is named"},
    {Sign::city_named, "city_named", 0.57, "its city is named"},
    {Sign::region_named, "region_named", 0.37, "its region is named"},
    {Sign::place_in_name, "place_in_name", -0.00, "the name says where it is"},
    {Sign::other_city_named, "other_city_named", -0.55, "another city is named"},
    {Sign::other_region_named, "other_region_named", -1.24, "another region is named"},
    {Sign::no_country_named, "no_country_named", -0.10, ""},
    {Sign::shared_name, "shared_name", -0.28, "others have the name too"},
    {Sign::shared_in_country, "shared_in_country", -0.36, ""},
    {Sign::equally_good, "equally_good", -1.64, "another one fits as well"},
    {Sign::whole_segment, "whole_segment", 0.94, ""},
    {Sign::across_segments, "across_segments", -0.08, ""},
    {Sign::word_before, "word_before", -1.15, "it may be the end of a longer name"},
    {Sign::unit_before, "unit_before", 0.11, ""},
    {Sign::joined_before, "joined_before", 0.05, ""},
    {Sign::of_before, "of_before", -0.76, ""},
    {Sign::institute_before, "institute_before", 0.20, "an institute of it may be meant"},
    {Sign::hospital_before, "hospital_before", -1.94, "a hospital of it may be meant"},
    {Sign::word_after, "word_after", -0.21, "it may be the beginning of a longer name"},
    {Sign::unit_after, "unit_after", 0.73, ""},
    {Sign::joined_after, "joined_after", -0.48, ""},
    {Sign::of_after, "of_after", -2.14, ""},
    {Sign::hospital_after, "hospital_after", -1.45, "its hospital may be meant"},
    {Sign::first_of_many, "first_of_many", -1.52, ""},
    {Sign::university_elsewhere, "university_elsewhere", -1.55, "a university is named too"},
    {Sign::hospital_elsewhere, "hospital_elsewhere", -0.44, "a hospital is named too"},
    {Sign::hospital_beside_university, "hospital_beside_university", 0.34, ""},
    {Sign::academy_elsewhere, "academy_elsewhere", -0.20, ""},
    {Sign::named_alone, "named_alone", 1.03, ""},
    {Sign::first_but_alone, "first_but_alone", 0.97, ""},
    {Sign::one_word_alone, "one_word_alone", 0.55, ""},
};
static_assert(std::size(weights) == sign_count);

const Weight& weight_of(std::size_t index) {
    return weights[index];
}

}  // namespace

std::string_view name_of(Sign sign) {
    return weight_of(static_cast<std::size_t>(sign)).name;
}

double Evidence::likelihood() const {
    double sum = weight_of_any + weight_of_distinctiveness * distinctiveness;
    for (std::size_t index = 0; index < sign_count; ++index) {
        if (signs[index]) sum += weight_of(index).weight;
    }
    return 1 / (1 + std::exp(-sum));
}

std::vector<std::string> Evidence::reasons() const {
    std::string_view name = "the name is the same";
    if (has(Sign::alternate_name)) name = "another name of it is the same";
    if (has(Sign::acronym)) name = "its abbreviation is the same";
    if (has(Sign::without_city) || has(Sign::without_country)) {
        name = "its name without the place is the same";
    }
    std::vector<std::string> reasons{std::string(name)};
    for (std::size_t index = 0; index < sign_count; ++index) {
        const auto reason = weight_of(index).reason;
        if (signs[index] && !reason.empty()) reasons.emplace_back(reason);
    }
    return reasons;
}

}  // namespace cartulary::search
