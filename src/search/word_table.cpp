#include "search/word_table.h"

#include <algorithm>

namespace cartulary::search {

void WordTable::add_occurrence(WordNumber word, NameNumber name, bool first) {
    if (occurrences_.size() <= word) occurrences_.resize(texts_.end());
    if (occurrences_[word].empty()) {
        near_.add(word);
        fresh_.push_back(word);
    }
    occurrences_[word].add(Occurrence::packed(name, first));
}

void WordTable::remove_occurrence(WordNumber word, NameNumber name, bool first) {
    occurrences_[word].remove(Occurrence::packed(name, first));
    if (!occurrences_[word].empty()) return;
    near_.remove(word);
    const auto equal = std::equal_range(
        ordered_.begin(), ordered_.end(), word,
        [&](WordNumber left, WordNumber right) { return text(left) < text(right); });
    ordered_.erase(equal.first, equal.second);
    texts_.remove(word);
}

void WordTable::settle() {
    if (fresh_.empty()) return;
    const auto less = [&](WordNumber left, WordNumber right) { return text(left) < text(right); };
    std::sort(fresh_.begin(), fresh_.end(), less);
    merge_into(ordered_, fresh_, less);
    fresh_.clear();
}

std::span<const WordNumber> WordTable::beginning_with(std::string_view beginning) const {
    const auto begin = std::lower_bound(
        ordered_.begin(), ordered_.end(), beginning,
        [&](WordNumber word, std::string_view wanted) { return text(word) < wanted; });
    const auto end = std::upper_bound(begin, ordered_.end(), beginning,
                                      [&](std::string_view wanted, WordNumber word) {
                                          return wanted < text(word).substr(0, wanted.size());
                                      });
    return {begin, end};
}

std::size_t WordTable::bytes() const {
    std::size_t sum = texts_.bytes() + near_.bytes();
    sum += occurrences_.capacity() * sizeof(Postings);
    for (const auto& one : occurrences_) sum += one.heap_bytes();
    return sum + (ordered_.capacity() + fresh_.capacity()) * sizeof(WordNumber);
}

}  // namespace cartulary::search
