#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search/organization_words.h"

namespace cartulary::search {

// A word of what somebody wrote, and how it stands there.
struct AffiliationWord {
    std::string word;     // standard
    std::string written;  // folded
    std::size_t segment = 0;
    bool after_joining = false;  // "and the" or the like is between it and the one before
    bool after_of = false;       // and it is "of" or the like
    bool capitals = false;       // "USA"
    bool shortened = false;      // ends with a full stop: "Univ."
    bool is_country = false;     // part of a country or state that stands by itself
    bool is_number = false;      // begins with a digit
};

// What somebody wrote of where they work, in words: segments are what stands between commas,
// semicolons, parentheses and the like.
struct AffiliationText {
    std::vector<AffiliationWord> words;
    std::vector<std::string> standard;          // the words alone
    std::vector<std::size_t> begins;            // of each segment that has words, its first word
    std::vector<Words> states;                  // those named by their codes ("CA")
    std::set<std::string> countries;            // alpha-2 codes of those that stand by themselves
    std::set<std::string> countries_mentioned;  // within other words, or by a state's code

    bool begins_segment(std::size_t word) const;
    bool ends_segment(std::size_t word) const;
    std::size_t segment_begin(std::size_t word) const;
    std::size_t segment_end(std::size_t word) const;  // one past its last word

    bool names_country(const std::string& code) const {
        return countries.contains(code) || countries_mentioned.contains(code);
    }
};

inline constexpr std::size_t affiliation_words_max = 300;  // what comes after them is not read

// `is_known` says whether a word is one of any name: such words are never taken for a typing error.
AffiliationText read_affiliation(std::string_view text,
                                 const std::function<bool(std::string_view)>& is_known);

}  // namespace cartulary::search
