#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "search/question.h"

namespace cartulary::search {

// Finds the names that have all words of a query, the last perhaps only its beginning.
class WholeSearch {
public:
    WholeSearch(const Index& index, const Asked& asked, const Filter& filter)
        : index_(index), asked_(asked), filter_(filter) {}

    std::vector<Answering> best(const Wanted& wanted);

private:
    bool look_up();
    void take_one_word(bool first);
    void take_several();
    void keep_with_beginning(std::vector<std::uint32_t>& names) const;
    NameMatch match_of(NameNumber name) const;
    void take(NameNumber name, NameMatch match);

    const Index& index_;
    const Asked& asked_;
    const Filter& filter_;
    std::vector<WordNumber> whole_words_;     // those that must stand there as they are
    std::span<const WordNumber> beginnings_;  // what the last word may be
    WordNumber last_ = WordTable::none;       // the last word as it is
    std::vector<Answering> answering_;
};

}  // namespace cartulary::search
