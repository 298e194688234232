#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/index.h"
#include "search/names.h"

namespace cartulary::search {

// What is asked for, in words.
struct Asked {
    Asked(std::string_view text, bool last_word_may_begin);

    std::vector<std::string> words;
    bool last_begins;       // the last word may be the beginning of one
    std::u32string folded;  // the words by spaces
    bool empty() const { return words.empty(); }
};

// Which entries are asked for.
class Filter {
public:
    Filter(const Index& index, std::span<const Names::Condition> conditions,
           const Period& updated = {});

    bool meets(EntryNumber entry) const;
    bool any() const {
        return !wanted_.empty() || !owners_.empty() || !publishers_.empty() || updated_.from ||
               updated_.before;
    }

private:
    const Index& index_;
    Period updated_;
    std::vector<std::vector<ValueNumber>> wanted_;   // in order; of each at least one
    std::vector<std::vector<std::int32_t>> owners_;  // the same
    std::vector<std::vector<std::int32_t>> publishers_;
};

// A name that answers.
struct Answering {
    NameMatch match;
    NameNumber name;
    double score;
    std::uint64_t key;  // the index's of the name: by it most are told apart
};

// How many are wanted.
struct Wanted {
    std::size_t in_order;
    std::size_t others = 0;       // the best beyond those, in no order
    bool each_name_once = false;  // also where several entries share one
};

// The best, one for each entry.
std::vector<Answering> best_of(const Index& index, std::vector<Answering> answering,
                               const Wanted& wanted);

}  // namespace cartulary::search
