#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/names.h"

namespace cartulary::search {

// What somebody knows of an organization: what they wrote of where they work, or a record.
struct Described {
    std::string affiliation = {};  // "Dept of Chem., Univ. of Calif., Berkeley, CA"
    std::string name = {};         // or a plain name, with what else is known:
    std::string website = {};
    std::vector<std::string> identifiers = {};  // "fein:12-3456789"
    std::string city = {};
    std::string region = {};
    std::string country = {};  // name or ISO code
};

inline constexpr std::size_t affiliation_length_max = 2'000;  // characters
inline constexpr std::size_t candidates_max = 50;

struct Candidate {
    std::int64_t number;               // of the entry
    double score;                      // 0 to 1
    bool chosen = false;               // safe to take without a look
    std::string name;                  // the one that answered
    std::vector<std::string> reasons;  // "the name is the same", "same web site"
};

// The organizations that may be meant, best first; several are chosen where the text names several.
// None is chosen where two are as good, or the place contradicts.
std::vector<Candidate> match(const Names& names, const Described& described,
                             std::size_t count = 10);

}  // namespace cartulary::search
