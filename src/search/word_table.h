#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "search/near_words.h"
#include "search/postings.h"
#include "search/string_table.h"

namespace cartulary::search {

using NameNumber = std::uint32_t;

// That a word stands in a name, and whether the name begins with it.
struct Occurrence {
    static std::uint32_t packed(NameNumber name, bool first) { return name << 1 | (first ? 1 : 0); }
    static NameNumber name(std::uint32_t packed) { return packed >> 1; }
    static bool first(std::uint32_t packed) { return (packed & 1) != 0; }
};

// Every word that some name has, with the names that have it.
class WordTable {
public:
    static constexpr WordNumber none = StringTable::none;

    WordTable() : near_(texts_) {}

    WordNumber add(std::string_view word) { return texts_.add(word); }
    void add_occurrence(WordNumber word, NameNumber name, bool first);
    // A word without any is forgotten.
    void remove_occurrence(WordNumber word, NameNumber name, bool first);
    // Brings new words into the order that beginning_with() reads; after every addition.
    void settle();

    WordNumber find(std::string_view word) const { return texts_.find(word); }
    std::string_view text(WordNumber word) const { return texts_.at(word); }
    std::size_t length(WordNumber word) const { return near_.length(word); }  // characters
    std::uint32_t end() const { return texts_.end(); }
    // In the order of their names' numbers, packed.
    std::span<const std::uint32_t> occurrences(WordNumber word) const {
        return occurrences_[word].all();
    }
    std::size_t frequency(WordNumber word) const { return occurrences_[word].size(); }
    std::span<const WordNumber> beginning_with(std::string_view beginning) const;
    const NearWords& near() const { return near_; }

    std::size_t bytes() const;

private:
    StringTable texts_;
    NearWords near_;
    std::vector<Postings> occurrences_;
    std::vector<WordNumber> ordered_;  // by text
    std::vector<WordNumber> fresh_;    // not yet in `ordered_`
};

// Puts the sorted `fresh` into the sorted `ordered`; the latter's parts between are moved as one.
template <class Number, class Less>
void merge_into(std::vector<Number>& ordered, const std::vector<Number>& fresh, Less less) {
    auto end = ordered.size();
    auto hole = end + fresh.size();
    ordered.resize(hole);
    for (auto next = fresh.rbegin(); next != fresh.rend(); ++next) {
        const auto begin = ordered.begin();
        const auto at = static_cast<std::size_t>(
            std::upper_bound(begin, begin + static_cast<std::ptrdiff_t>(end), *next, less) - begin);
        std::move_backward(begin + static_cast<std::ptrdiff_t>(at),
                           begin + static_cast<std::ptrdiff_t>(end),
                           begin + static_cast<std::ptrdiff_t>(hole));
        hole -= end - at + 1;
        ordered[hole] = *next;
        end = at;
    }
}

}  // namespace cartulary::search
