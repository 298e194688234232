#include "search/organization_forms.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "domain/country.h"
#include "search/words.h"

namespace cartulary::search {

namespace {

// What people write of a country besides its names and codes.
struct CountryWords {
    std::string_view words;  // standard words, by spaces
    std::string_view code;
};
constexpr CountryWords further_countries[] = {
    {"belgie", "BE"},
    {"belgique", "BE"},
    {"bosnia herzegovina", "BA"},
    {"brasil", "BR"},
    {"cote ivoire", "CI"},
    {"czech republic", "CZ"},
    {"danmark", "DK"},
    {"eire", "IE"},
    {"hellas", "GR"},
    {"hong kong sar", "HK"},
    {"italia", "IT"},
    {"ksa", "SA"},
    {"magyarorszag", "HU"},
    {"norge", "NO"},
    {"osterreich", "AT"},
    {"p r china", "CN"},
    {"people republic china", "CN"},
    {"peoples republic china", "CN"},
    {"perou", "PE"},
    {"polska", "PL"},
    {"pr china", "CN"},
    {"republic korea", "KR"},
    {"republica dominicana", "DO"},
    {"russian federal", "RU"},
    {"schweiz", "CH"},
    {"suisse", "CH"},
    {"suomi", "FI"},
    {"sverige", "SE"},
    {"svizzera", "CH"},
    {"taiwan roc", "TW"},
    {"trinidad tobago", "TT"},
    {"turkiye", "TR"},
    {"u s", "US"},
    {"u s a", "US"},
    {"ukraina", "UA"},
    {"united states america", "US"},
    {"us", "US"},
};
constexpr std::size_t country_words_max = 6;
constexpr std::size_t country_letters_min = 3;

std::string joined_by_spaces(std::span<const std::string> words) {
    std::string joined;
    for (const auto& word : words) {
        if (!joined.empty()) joined += ' ';
        joined += word;
    }
    return joined;
}

// The part of a text in parentheses at its end, and what stands before it.
struct Parenthesized {
    std::string_view before;
    std::string_view within;
};
Parenthesized parenthesized(std::string_view name) {
    const auto text = text::trimmed(name);
    if (!text.ends_with(')')) return {text, {}};
    const auto open = text.rfind('(');
    if (open == std::string_view::npos || open == 0) return {text, {}};
    return {text::trimmed(text.substr(0, open)), text.substr(open + 1, text.size() - open - 2)};
}

bool is_initial(std::string_view part) {
    return part.size() == 2 && part[1] == '.' && part[0] >= 'A' && part[0] <= 'Z';
}

// "N. I. Lobachevsky University" without the initials.
std::string_view without_initials(std::string_view name) {
    while (true) {
        const auto end = name.find(' ');
        if (end == std::string_view::npos || !is_initial(name.substr(0, end))) return name;
        name = text::trimmed(name.substr(end));
    }
}

bool ends_with(std::span<const std::string> words, std::span<const std::string> end) {
    return !end.empty() && words.size() > end.size() &&
           std::equal(end.begin(), end.end(),
                      words.end() - static_cast<std::ptrdiff_t>(end.size()));
}

void add_place(std::vector<Words>& places, std::string_view place) {
    auto words = organization_words(place);
    if (!words.empty()) places.push_back(std::move(words));
}

// A region may be written by its code ("CA").
void add_region(std::string_view region, OrganizationForms& organization) {
    add_place(organization.regions, region);
    for (const auto& code : organization.countries) {
        const auto* const known = find_subdivision(*find_country(code), region);
        if (known != nullptr && known->name != region) add_place(organization.regions, known->name);
    }
}

class FormsMaker {
public:
    FormsMaker(std::size_t name, OrganizationForms& made) : name_(name), made_(made) {}

    void add_name(std::string_view name) {
        const auto kind = name_ == 0 ? FormKind::main : FormKind::alternate;
        if (is_acronym(name)) {
            add({organization_words(name), FormKind::acronym, name_});
            return;
        }
        const auto [before, within] = parenthesized(name);
        if (!within.empty() && add_without_parentheses(before, within, {{}, kind, name_})) return;
        add_whole(name, kind);
        const auto rest = without_initials(name);
        if (rest.size() < name.size()) add_whole(rest, FormKind::alternate);
    }

private:
    // "Acme (United States)" is Acme, "College (Springfield)" College where that place is named.
    // True when the name is nothing else.
    bool add_without_parentheses(std::string_view before, std::string_view within, NameForm form) {
        form.words = organization_words(before);
        drop_legal_form(form.words);
        const auto words = organization_words(within);
        const auto country = country_of(words);
        const auto& countries = made_.countries;
        if (std::find(countries.begin(), countries.end(), country) != countries.end()) {
            add(std::move(form));
            return true;
        }
        const auto is_it = [&](const Words& place) { return place == words; };
        if (std::any_of(made_.cities.begin(), made_.cities.end(), is_it) ||
            std::any_of(made_.regions.begin(), made_.regions.end(), is_it)) {
            form.kind = FormKind::without_place;
            form.place = words;
        } else {
            form.kind = FormKind::alternate;
            if (form.words.size() < 2) return false;
        }
        add(std::move(form));
        return false;
    }

    void add_whole(std::string_view name, FormKind kind) {
        NameForm form{organization_words(name), kind, name_};
        drop_legal_form(form.words);
        add_without_own_place(form);
        add(std::move(form));
    }

    // The name without the place at its end that the organization is at, if two words are left.
    void add_without_own_place(const NameForm& whole) {
        for (const auto* const places : {&made_.cities, &made_.regions}) {
            for (const auto& place : *places) {
                if (ends_with(whole.words, place)) {
                    add_shorter(whole, place.size(), place, {});
                } else if (place.size() > 1 && ends_with(whole.words, std::span(place).last(1))) {
                    add_shorter(whole, 1, place, {});  // "Delhi" of New Delhi
                }
            }
        }
        for (std::size_t index = 0; index < made_.countries.size(); ++index) {
            for (const auto& country : made_.country_names[index]) {
                if (!ends_with(whole.words, country)) continue;
                add_shorter(whole, country.size(), {}, made_.countries[index]);
            }
        }
    }

    void add_shorter(const NameForm& whole, std::size_t dropped, const Words& place,
                     const std::string& country) {
        if (whole.words.size() < dropped + 2) return;
        auto shorter = whole;
        shorter.words.resize(whole.words.size() - dropped);
        shorter.kind = FormKind::without_place;
        shorter.place = place;
        shorter.country = country;
        add(std::move(shorter));
    }

    void add(NameForm form) {
        if (form.words.empty() || form.words.size() > form_words_max) return;
        const auto is_it = [&](const NameForm& known) {
            return known.words == form.words && known.place == form.place &&
                   known.country == form.country;
        };
        if (std::any_of(made_.forms.begin(), made_.forms.end(), is_it)) return;
        made_.forms.push_back(std::move(form));
    }

    std::size_t name_;
    OrganizationForms& made_;
};

bool says_system(const ResourceName& name) {
    const auto words = text::lower_ascii(name.text);
    return words.find("system") != std::string::npos;
}

// As people do who abbreviate: the beginning of a word says most.
constexpr std::size_t rough_letters = 4;

std::string_view beginning(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const bool begins_letter = (static_cast<unsigned char>(word[at]) & 0xC0) != 0x80;
        if (begins_letter && letters++ == rough_letters) return word.substr(0, at);
    }
    return word;
}

// FNV-1a.
NameKey hashed(NameKey before, std::string_view bytes) {
    for (const char byte : bytes) {
        before = (before ^ static_cast<unsigned char>(byte)) * 1'099'511'628'211ULL;
    }
    return before;
}

// So that sums of similar keys are not similar (the finish of splitmix64).
NameKey mixed(NameKey key) {
    key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9ULL;
    key = (key ^ (key >> 27)) * 0x94D049BB133111EBULL;
    return key ^ (key >> 31);
}

}  // namespace

OrganizationForms forms_of(const ResourceEntry& entry) {
    auto organization = places_of(entry);
    const auto count = std::min(entry.names.size(), forms_names_max);
    for (std::size_t name = 0; name < count; ++name) add_forms(entry, name, organization);
    return organization;
}

OrganizationForms places_of(const ResourceEntry& entry) {
    OrganizationForms organization;
    for (const auto& place : entry.places) add_place(organization.cities, place);
    for (const auto& country : entry.countries) {
        const auto* const found = find_country(country);
        if (found == nullptr) continue;
        organization.countries.emplace_back(found->alpha_2);
        auto& names = organization.country_names.emplace_back();
        add_place(names, found->name);
        if (found->official_name != found->name) add_place(names, found->official_name);
    }
    for (const auto& region : entry.regions) add_region(region, organization);
    organization.is_system = std::any_of(entry.names.begin(), entry.names.end(), says_system);
    return organization;
}

void add_forms(const ResourceEntry& entry, std::size_t name, OrganizationForms& organization) {
    FormsMaker(name, organization).add_name(entry.names[name].text);
}

bool is_organization(const ResourceEntry& entry) {
    return entry.type.ends_with("Organization");  // as all of CTDL's classes of them do
}

bool is_acronym(std::string_view name) {
    constexpr std::size_t length_max = 7;
    constexpr std::size_t capitals_min = 2;
    if (name.size() > length_max || name.find(' ') != std::string_view::npos) return false;
    const auto capitals = static_cast<std::size_t>(std::count_if(
        name.begin(), name.end(), [](char byte) { return byte >= 'A' && byte <= 'Z'; }));
    return capitals >= capitals_min && capitals * 5 >= name.size() * 3;
}

std::string country_of(std::span<const std::string> words) {
    if (words.empty() || words.size() > country_words_max) return {};
    const auto text = joined_by_spaces(words);
    for (const auto& [further, code] : further_countries) {
        if (text == further) return std::string(code);
    }
    if (text.size() < country_letters_min && text != "uk") return {};
    const auto* const found = find_country(text);
    return found == nullptr ? std::string{} : std::string(found->alpha_2);
}

NameKey rough_key(std::string_view word) {
    return mixed(hashed(joined_key_of_nothing, beginning(word)));
}

NameKey rough_key(std::span<const std::string> words) {
    NameKey sum = 0;
    for (const auto& word : words) sum += rough_key(word);
    return sum;
}

NameKey joined_key(std::span<const std::string> words) {
    auto key = joined_key_of_nothing;
    for (const auto& word : words) key = joined_key(key, word);
    return key;
}

NameKey joined_key(NameKey before, std::string_view word) {
    return hashed(before, word);
}

}  // namespace cartulary::search
