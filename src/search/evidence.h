#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cartulary::search {

// What speaks for or against that some words of a text mean an organization.
enum class Sign {
    // how the name is said
    alternate_name,
    without_country,
    without_city,
    spaced_otherwise,
    reordered,
    reordered_pair,  // "Washington University": where two words are all there is
    shortened,
    inflected,
    misspelled,
    other_known_word,  // a slip, or another word that names have
    // what kind of name it is
    one_word,
    two_words,
    many_words,
    only_kinds,  // "National University"
    like_department,
    like_unit,
    has_university,
    has_hospital,
    is_system,
    is_place,
    // acronyms
    acronym,
    acronym_short,
    acronym_long,
    acronym_in_small_letters,
    acronym_of_one,
    acronym_with_city,
    acronym_with_country,
    // where it is
    country_named,
    city_named,
    region_named,
    place_in_name,
    other_city_named,
    other_region_named,
    no_country_named,
    // who else has the name
    shared_name,
    shared_in_country,
    equally_good,
    // how it stands in the text
    whole_segment,
    across_segments,
    word_before,
    unit_before,
    joined_before,
    of_before,
    institute_before,
    hospital_before,
    word_after,
    unit_after,
    joined_after,
    of_after,
    hospital_after,
    first_of_many,
    university_elsewhere,
    hospital_elsewhere,
    hospital_beside_university,
    academy_elsewhere,
    named_alone,
    first_but_alone,
    one_word_alone,
};
inline constexpr std::size_t sign_count = static_cast<std::size_t>(Sign::one_word_alone) + 1;

std::string_view name_of(Sign sign);

struct Evidence {
    std::bitset<sign_count> signs;
    double distinctiveness = 0;  // of the name's words, 0 to 3

    bool has(Sign sign) const { return signs[static_cast<std::size_t>(sign)]; }
    void note(Sign sign, bool is_so = true) {
        if (is_so) signs.set(static_cast<std::size_t>(sign));
    }

    // How likely the organization is meant, 0 to 1.
    double likelihood() const;
    // For people, what counts most first.
    std::vector<std::string> reasons() const;
};

}  // namespace cartulary::search
