#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "domain/resource.h"
#include "search/organization_words.h"

namespace cartulary::search {

enum class FormKind { main, alternate, acronym, without_place };

// One way in which people may write an organization's name.
struct NameForm {
    Words words;
    FormKind kind = FormKind::main;
    std::size_t name = 0;  // which of the entry's names it is of
    // "Washington University" of "Washington University in St. Louis" says enough only where this
    // place is named beside it; or a place of this country.
    Words place = {};
    std::string country = {};  // alpha-2 code

    bool operator==(const NameForm&) const = default;
};

inline constexpr std::size_t form_words_max = 14;   // longer names are not looked for in texts
inline constexpr std::size_t forms_names_max = 64;  // names of one entry that are looked at

// An organization with all that a text can say of it.
struct OrganizationForms {
    std::vector<NameForm> forms;
    std::vector<Words> cities;
    std::vector<Words> regions;
    std::vector<std::string> countries;             // alpha-2 codes
    std::vector<std::vector<Words>> country_names;  // of each
    bool is_system = false;                         // "University of California System"
};
OrganizationForms forms_of(const ResourceEntry& entry);

// The same in steps: all but the forms, then those of one name.
OrganizationForms places_of(const ResourceEntry& entry);
void add_forms(const ResourceEntry& entry, std::size_t name, OrganizationForms& organization);

// Whether the entry is an organization at all.
bool is_organization(const ResourceEntry& entry);

// "CERN", "TU-BS": short, one word, mostly capitals.
bool is_acronym(std::string_view name);

// Alpha-2 code of the country that these words name, or nothing; words of more than two letters.
std::string country_of(std::span<const std::string> words);

// What a form is found by, whatever the order of its words, and though they be abbreviated or have
// typing errors: 0 for no words. The key of several words is the sum of theirs.
using NameKey = std::uint64_t;
NameKey rough_key(std::string_view word);
NameKey rough_key(std::span<const std::string> words);
// What it is found by wherever spaces stand in it.
NameKey joined_key(std::span<const std::string> words);
// That an organization has a name with a key.
struct NameKeyHit {
    std::uint32_t key;  // which one of those asked for
    std::int64_t number;
    std::uint32_t name;  // which of its names

    bool operator==(const NameKeyHit&) const = default;
};

// Adds a word to a key of joined words; the first is added to `joined_key_of_nothing`.
inline constexpr NameKey joined_key_of_nothing = 14'695'981'039'346'656'037ULL;
NameKey joined_key(NameKey before, std::string_view word);

}  // namespace cartulary::search
