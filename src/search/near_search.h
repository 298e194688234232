#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "search/question.h"

namespace cartulary::search {

// What a word of a query may have been meant to be.
struct Alternative {
    WordNumber word;
    double nearness;                     // 1: as it stands there
    WordNumber other = WordTable::none;  // of two words written as one
};

// One word of a query.
struct AskedWord {
    std::vector<Alternative> alternatives = {};
    double weight = 0;  // how much it tells: rare words more
};

// What each word of a query may have been meant to be: itself, what it looks like, what it begins,
// a part of the next or two words in one.
std::vector<AskedWord> alternatives_of(const Index& index, const Asked& asked);

// Finds the names that a query may have been meant to be, though words are mistyped or missing.
class NearSearch {
public:
    NearSearch(const Index& index, const Asked& asked, const Filter& filter);

    // At most found_max.
    static constexpr std::size_t found_max = 300;
    std::vector<Answering> best(Wanted wanted);

    // The query in the words of the first of these names, which are the best ones, or else each by
    // itself in the nearest and commonest known word; nothing where that is what was asked.
    std::optional<std::string> corrected(std::span<const Answering> found) const;

private:
    // What stands in a name for each word of the query; nothing for some.
    std::vector<Alternative> standing_for(NameNumber name) const;
    std::vector<Alternative> nearest() const;
    struct Candidate {
        NameNumber name;
        double weight;
    };
    std::vector<Candidate> candidates() const;
    std::vector<Candidate> best_candidates(const std::vector<NameNumber>& touched,
                                           std::vector<std::uint16_t>& sums) const;
    Answering judged(NameNumber name) const;

    const Index& index_;
    const Asked& asked_;
    const Filter& filter_;
    std::vector<AskedWord> words_;
    double weight_ = 0;  // of all words
};

}  // namespace cartulary::search
