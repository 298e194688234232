#include "search/mention_signs.h"

#include <algorithm>
#include <span>

namespace cartulary::search {

namespace {

constexpr std::string_view units[] = {"department", "faculty",  "division", "school", "section",
                                      "unit",       "chair",    "program",  "group",  "branch",
                                      "laboratory", "graduate", "institute"};
constexpr std::string_view unit_heads[] = {"department", "faculty",    "school",
                                           "division",   "laboratory", "program",
                                           "key",        "graduate",   "section"};
constexpr std::string_view hospitals[] = {"hospital", "clinic", "klinikum"};

template <std::size_t Count>
bool is_of(const std::string_view (&list)[Count], std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

using Strings = std::span<const std::string>;

bool any_hospital(Strings words) {
    return std::any_of(words.begin(), words.end(),
                       [](const std::string& word) { return is_of(hospitals, word); });
}

bool has_word(Strings words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// A text around the words in question.
struct Surroundings {
    Surroundings(const AffiliationText& all, const WordRange& range)
        : text(all),
          words(Strings(all.standard).subspan(range.begin, range.end - range.begin)),
          before(Strings(all.standard).first(range.begin)),
          after(Strings(all.standard).subspan(range.end)),
          segment_before(before.subspan(all.segment_begin(range.begin))),
          segment_after(after.first(all.segment_end(range.end - 1) - range.end)) {}

    bool says(const Words& place) const {
        return contains_run(before, place) || contains_run(after, place);
    }
    bool says_outside(std::string_view word) const {
        return has_word(before, word) || has_word(after, word);
    }

    const AffiliationText& text;
    Strings words;
    Strings before;
    Strings after;
    Strings segment_before;
    Strings segment_after;
};

bool any_said(const std::vector<Words>& places, const Surroundings& around) {
    return std::any_of(places.begin(), places.end(),
                       [&](const Words& place) { return around.says(place); });
}

bool any_within(const std::vector<Words>& places, Strings words) {
    return std::any_of(places.begin(), places.end(),
                       [&](const Words& place) { return contains_run(words, place); });
}

// Where people write the name of the whole, and the city tells which part is meant.
struct PartOfCountry {
    std::string_view part;
    std::string_view whole;
};
constexpr PartOfCountry parts_of_countries[] = {
    {"HK", "CN"}, {"MO", "CN"}, {"TW", "CN"}, {"PR", "US"}, {"GU", "US"},
    {"VI", "US"}, {"RE", "FR"}, {"GP", "FR"}, {"MQ", "FR"}, {"GF", "FR"},
    {"NC", "FR"}, {"PF", "FR"}, {"GL", "DK"}, {"FO", "DK"}, {"AX", "FI"},
    {"IM", "GB"}, {"JE", "GB"}, {"GG", "GB"}, {"CW", "NL"}, {"AW", "NL"},
};

bool is_part_of_any(const std::vector<std::string>& countries, const std::set<std::string>& named) {
    return std::any_of(std::begin(parts_of_countries), std::end(parts_of_countries),
                       [&](const PartOfCountry& pair) {
                           return named.contains(std::string(pair.whole)) &&
                                  std::find(countries.begin(), countries.end(), pair.part) !=
                                      countries.end();
                       });
}

CountryEvidence country_evidence(const AffiliationText& text,
                                 const std::vector<std::string>& countries) {
    const auto any_of = [&](const std::set<std::string>& named) {
        return std::any_of(countries.begin(), countries.end(),
                           [&](const std::string& code) { return named.contains(code); });
    };
    if (any_of(text.countries)) return CountryEvidence::named;
    const bool is_mentioned = any_of(text.countries_mentioned);
    if (text.countries.empty()) {
        return is_mentioned ? CountryEvidence::named : CountryEvidence::none;
    }
    const bool is_unknown = countries.empty();
    return is_mentioned || is_unknown ? CountryEvidence::none : CountryEvidence::contradicted;
}

void note_differences(Evidence& evidence, const NameSaid& said, std::size_t words) {
    const auto& differences = said.differences;
    evidence.note(Sign::spaced_otherwise, has(differences, Difference::spaced));
    evidence.note(Sign::reordered, has(differences, Difference::reordered));
    evidence.note(Sign::reordered_pair, has(differences, Difference::reordered) && words == 2);
    evidence.note(Sign::shortened, has(differences, Difference::shortened));
    evidence.note(Sign::inflected, has(differences, Difference::inflected));
    evidence.note(Sign::misspelled, has(differences, Difference::misspelled));
    evidence.note(Sign::other_known_word, has(differences, Difference::other_known_word));
}

constexpr std::size_t acronym_length_max = 5;

bool is_acronym(const NameForm& form, const Surroundings& around, const AffiliationWord& first) {
    if (form.kind == FormKind::acronym) return true;
    const bool is_alone = around.words.size() == 1;
    return is_alone && first.capitals && around.words.front().size() <= acronym_length_max;
}

void note_acronym(Evidence& evidence, const Surroundings& around, const AffiliationWord& first,
                  const PlaceEvidence& place) {
    constexpr std::size_t short_max = 3;
    const auto length = around.words.front().size();
    evidence.note(Sign::acronym);
    evidence.note(Sign::acronym_short, length <= short_max);
    evidence.note(Sign::acronym_long, length >= acronym_length_max);
    evidence.note(Sign::acronym_in_small_letters, !first.capitals);
    evidence.note(Sign::acronym_with_city, place.city);
    evidence.note(Sign::acronym_with_country, place.country == CountryEvidence::named);
}

void note_form(Evidence& evidence, const Surroundings& around, const NameForm& form,
               const NameSaid& said) {
    const bool is_shorter = form.kind == FormKind::without_place;
    evidence.note(Sign::without_city, is_shorter && said.of_city);
    evidence.note(Sign::without_country, is_shorter && !said.of_city);
    evidence.note(Sign::one_word, around.words.size() == 1);
    note_differences(evidence, said, around.words.size());
}

void note_kind(Evidence& evidence, const Surroundings& around,
               const OrganizationForms& organization) {
    constexpr std::size_t many = 4;
    const auto& words = around.words;
    evidence.note(Sign::two_words, words.size() == 2);
    evidence.note(Sign::many_words, words.size() >= many);
    evidence.note(Sign::only_kinds, std::all_of(words.begin(), words.end(), says_kind));
    evidence.note(Sign::like_department, words.front() == "department");
    evidence.note(Sign::like_unit, is_of(unit_heads, words.front()));
    evidence.note(Sign::has_university, has_word(words, "university"));
    evidence.note(Sign::has_hospital, any_hospital(words));
    evidence.note(Sign::is_system, organization.is_system && !has_word(words, "system"));
    evidence.note(Sign::is_place, !country_of(words).empty());
    for (const auto& word : words) evidence.distinctiveness += says_kind(word) ? 0.25 : 1;
    evidence.distinctiveness = std::min(evidence.distinctiveness, 3.0);
}

void note_place(Evidence& evidence, const AffiliationText& text, const PlaceEvidence& place) {
    evidence.note(Sign::country_named, place.country == CountryEvidence::named);
    evidence.note(Sign::city_named, place.city);
    evidence.note(Sign::region_named, place.region && !place.city);
    evidence.note(Sign::place_in_name, place.in_name && !place.city);
    evidence.note(Sign::other_region_named, place.other_region);
    evidence.note(Sign::no_country_named,
                  text.countries.empty() && text.countries_mentioned.empty());
}

void note_before(Evidence& evidence, const Surroundings& around, const AffiliationWord& first) {
    const auto& before = around.segment_before;
    if (before.empty()) return;
    const auto& word = around.text.words[around.before.size() - 1];
    evidence.note(Sign::joined_before, first.after_joining);
    evidence.note(Sign::of_before, first.after_of);
    if (!first.after_joining) {
        evidence.note(Sign::unit_before, is_of(units, word.word));
        evidence.note(Sign::word_before, !is_of(units, word.word) && !word.is_number);
    }
    evidence.note(Sign::institute_before,
                  has_word(before, "institute") || has_word(before, "academy"));
    evidence.note(Sign::hospital_before, any_hospital(before) && !any_hospital(around.words));
}

// Whether a country, state or city of the organization follows.
bool place_follows(const Surroundings& around, const OrganizationForms& organization) {
    const auto& after = around.segment_after;
    const auto begin = around.text.words.begin() +
                       static_cast<std::ptrdiff_t>(around.before.size() + around.words.size());
    if (std::all_of(begin, begin + static_cast<std::ptrdiff_t>(after.size()),
                    [](const AffiliationWord& word) { return word.is_country; })) {
        return true;
    }
    return std::any_of(organization.cities.begin(), organization.cities.end(),
                       [&](const Words& city) {
                           return city.size() <= after.size() &&
                                  std::equal(city.begin(), city.end(), after.begin());
                       });
}

void note_after(Evidence& evidence, const Surroundings& around,
                const OrganizationForms& organization) {
    const auto& after = around.segment_after;
    if (after.empty()) return;
    const auto& word = around.text.words[around.before.size() + around.words.size()];
    evidence.note(Sign::joined_after, word.after_joining);
    evidence.note(Sign::of_after, word.after_of);
    if (!word.after_joining) {
        const bool is_unit = is_of(units, word.word) || word.word == "college";
        evidence.note(Sign::unit_after, is_unit);
        evidence.note(Sign::word_after,
                      !is_unit && !word.is_number && !place_follows(around, organization));
    }
    constexpr std::string_view medical_center[] = {"medical", "center"};
    const bool is_hospital =
        any_hospital(after) || std::search(after.begin(), after.end(), std::begin(medical_center),
                                           std::end(medical_center)) != after.end();
    evidence.note(Sign::hospital_after, is_hospital && !any_hospital(around.words));
}

}  // namespace

PlaceEvidence place_evidence(const AffiliationText& text, const WordRange& range,
                             const OrganizationForms& organization) {
    const Surroundings around(text, range);
    const auto by_code = [&](const Words& region) {
        return std::find(text.states.begin(), text.states.end(), region) != text.states.end();
    };
    const auto& regions = organization.regions;
    PlaceEvidence place;
    place.country = country_evidence(text, organization.countries);
    place.city = any_said(organization.cities, around);
    place.region =
        any_said(regions, around) || std::any_of(regions.begin(), regions.end(), by_code);
    place.in_name =
        any_within(organization.cities, around.words) || any_within(regions, around.words);
    if (place.country == CountryEvidence::contradicted && (place.city || place.in_name) &&
        is_part_of_any(organization.countries, text.countries)) {
        place.country = CountryEvidence::none;
    }
    place.other_region = !text.states.empty() && !regions.empty() && !place.region && !place.city;
    return place;
}

bool names_place_of(const AffiliationText& text, const WordRange& range, const NameForm& form) {
    if (form.kind != FormKind::without_place) return true;
    if (!form.country.empty()) return text.names_country(form.country);
    return Surroundings(text, range).says(form.place);
}

Evidence signs_of(const AffiliationText& text, const WordRange& range,
                  const OrganizationForms& organization, const NameSaid& said,
                  const PlaceEvidence& place) {
    constexpr std::size_t segments_many = 4;
    const Surroundings around(text, range);
    const auto& first = text.words[range.begin];
    const bool is_across = first.segment != text.words[range.end - 1].segment;
    Evidence evidence;
    const auto& form = organization.forms[said.form];
    evidence.note(Sign::alternate_name, form.kind == FormKind::alternate);
    if (is_acronym(form, around, first)) {
        note_acronym(evidence, around, first, place);
    } else {
        note_form(evidence, around, form, said);
    }
    note_kind(evidence, around, organization);
    note_place(evidence, text, place);
    evidence.note(Sign::across_segments, is_across);
    evidence.note(Sign::whole_segment,
                  !is_across && around.segment_before.empty() && around.segment_after.empty());
    note_before(evidence, around, first);
    note_after(evidence, around, organization);
    evidence.note(Sign::first_of_many, first.segment == 0 && text.begins.size() >= segments_many);
    evidence.note(Sign::university_elsewhere,
                  !evidence.has(Sign::has_university) && around.says_outside("university"));
    evidence.note(Sign::hospital_elsewhere,
                  !evidence.has(Sign::has_hospital) &&
                      (any_hospital(around.before) || any_hospital(around.after)));
    evidence.note(Sign::hospital_beside_university,
                  evidence.has(Sign::has_hospital) && evidence.has(Sign::university_elsewhere));
    evidence.note(Sign::academy_elsewhere,
                  !has_word(around.words, "academy") && around.says_outside("academy"));
    return evidence;
}

}  // namespace cartulary::search
