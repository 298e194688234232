#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "search/postings.h"
#include "search/string_table.h"

namespace cartulary::search {

using WordNumber = std::uint32_t;

struct NearWord {
    WordNumber word;
    int distance;

    bool operator==(const NearWord&) const = default;
};

// Which known words look like a given one. Found by the groups of three characters that they have
// in common: however a word is mistyped, one of a few groups survives.
class NearWords {
public:
    static constexpr int distance_max = 2;

    // `words` outlives this and holds every word that is added until it is removed here.
    explicit NearWords(const StringTable& words) : words_(words) {}

    void add(WordNumber word);
    void remove(WordNumber word);

    // Those within this distance, also the word itself, in the order of their distance, then text.
    std::vector<NearWord> find(std::string_view word, int distance_limit) const;
    // Those of which a beginning is.
    std::vector<NearWord> find_by_beginning(std::string_view beginning, int distance_limit) const;

    std::size_t length(WordNumber word) const { return shapes_[word].length; }  // characters
    std::size_t bytes() const;

private:
    struct Shape {
        std::uint32_t letters = 0;  // a bit for each letter in it
        std::uint8_t length = 0;    // characters
    };
    static Shape shape_of(std::u32string_view word);

    template <class Take>
    void for_candidates(const std::vector<std::uint64_t>& groups, std::size_t length,
                        int distance_limit, Take take) const;
    void put_in_order(std::vector<NearWord>& found) const;

    const StringTable& words_;
    KeyedPostings by_group_;  // by group and length of the word
    std::vector<Shape> shapes_;
};

}  // namespace cartulary::search
