#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/evidence.h"
#include "search/names.h"

namespace cartulary::search {

// Words of a text that may name an organization.
struct Mention {
    std::size_t begin = 0;  // words of the text
    std::size_t end = 0;
    std::int64_t number = 0;  // of the entry
    std::string name;         // as the registry writes it
    Evidence evidence = {};
    std::size_t differences = 0;  // in how many ways it is written otherwise
    bool fits_best = false;       // of the organizations with the name
};

// How many organizations are looked at for one text; what lies beyond is not.
inline constexpr std::size_t organizations_looked_at_max = 3'000;

// Of several organizations with the same name so many are told, the best ones.
inline constexpr std::size_t mentions_of_words_max = 8;

// Every run of words that a name consists of, once for each organization with the name. A text has
// many that overlap.
std::vector<Mention> mentions_in(const Names& names, std::string_view affiliation);

}  // namespace cartulary::search
