#include "search/near_words.h"

#include <algorithm>
#include <bit>
#include <span>
#include <string>

#include "search/edit_distance.h"
#include "search/words.h"

namespace cartulary::search {

namespace {

// No characters of words, so they mark where a word begins and ends.
constexpr char32_t before_word = U'^';
constexpr char32_t after_word = U'$';

std::uint64_t mixed(std::uint64_t bits) {
    bits ^= bits >> 33;
    bits *= 0xFF51AFD7ED558CCD;
    bits ^= bits >> 33;
    bits *= 0xC4CEB9FE1A85EC53;
    return bits ^ bits >> 33;
}

// Of "abc": ^^a ^ab abc bc$, or without the last where only a beginning is known.
std::vector<std::uint64_t> groups_of(std::u32string_view word, bool whole) {
    std::vector<std::uint64_t> groups;
    groups.reserve(word.size() + 1);
    char32_t first = before_word;
    char32_t second = before_word;
    const auto add = [&](char32_t third) {
        constexpr int bits_of_a_character = 21;
        groups.push_back(std::uint64_t{first} << 2 * bits_of_a_character |
                         std::uint64_t{second} << bits_of_a_character | third);
        first = second;
        second = third;
    };
    for (const char32_t character : word) add(character);
    if (whole) add(after_word);
    return groups;
}

std::uint64_t group_key(std::uint64_t group, std::size_t length) {
    return mixed(group * 131 + length);
}

}  // namespace

NearWords::Shape NearWords::shape_of(std::u32string_view word) {
    Shape shape;
    shape.length = static_cast<std::uint8_t>(word.size());
    for (const char32_t character : word) shape.letters |= 1U << (character & 31U);
    return shape;
}

void NearWords::add(WordNumber word) {
    const auto characters = characters_of(words_.at(word));
    if (shapes_.size() <= word) shapes_.resize(words_.end());
    shapes_[word] = shape_of(characters);
    for (const auto group : groups_of(characters, true)) {
        by_group_.add(group_key(group, characters.size()), word);
    }
}

void NearWords::remove(WordNumber word) {
    const auto characters = characters_of(words_.at(word));
    for (const auto group : groups_of(characters, true)) {
        by_group_.remove(group_key(group, characters.size()), word);
    }
}

// A slip touches at most four groups (two swapped letters do), so of any four for each slip and one
// more, one is whole. The rarest are the cheapest.
template <class Take>
void NearWords::for_candidates(const std::vector<std::uint64_t>& groups, std::size_t length,
                               int distance_limit, Take take) const {
    std::vector<std::span<const std::uint32_t>> lists;
    lists.reserve(groups.size());
    for (const auto group : groups) lists.push_back(by_group_.find(group_key(group, length)));
    const auto enough = std::min(lists.size(), static_cast<std::size_t>(4 * distance_limit + 1));
    std::partial_sort(
        lists.begin(), lists.begin() + static_cast<std::ptrdiff_t>(enough), lists.end(),
        [](const auto& left, const auto& right) { return left.size() < right.size(); });
    for (std::size_t i = 0; i < enough; ++i) {
        for (const auto word : lists[i]) take(word);
    }
}

std::vector<NearWord> NearWords::find(std::string_view word, int distance_limit) const {
    const auto characters = characters_of(word);
    const auto groups = groups_of(characters, true);
    const auto shape = shape_of(characters);
    std::vector<NearWord> found;
    std::u32string other;
    const auto slips = static_cast<std::size_t>(distance_limit);
    const auto shortest = characters.size() > slips ? characters.size() - slips : 1;
    const auto longest = std::min(characters.size() + slips, word_length_max);
    for (auto length = shortest; length <= longest; ++length) {
        for_candidates(groups, length, distance_limit, [&](WordNumber candidate) {
            const auto letters = shapes_[candidate].letters;
            if (std::popcount(letters & ~shape.letters) > distance_limit ||
                std::popcount(shape.letters & ~letters) > distance_limit) {
                return;
            }
            other.clear();
            append_characters(words_.at(candidate), other);
            const auto distance = edit_distance(characters, other, distance_limit);
            if (distance <= distance_limit) found.push_back({candidate, distance});
        });
    }
    put_in_order(found);
    return found;
}

std::vector<NearWord> NearWords::find_by_beginning(std::string_view beginning,
                                                   int distance_limit) const {
    const auto characters = characters_of(beginning);
    const auto groups = groups_of(characters, false);
    const auto shape = shape_of(characters);
    std::vector<NearWord> found;
    std::u32string other;
    const auto slips = static_cast<std::size_t>(distance_limit);
    const auto shortest = characters.size() > slips ? characters.size() - slips : 1;
    for (auto length = shortest; length <= word_length_max; ++length) {
        for_candidates(groups, length, distance_limit, [&](WordNumber candidate) {
            const auto letters = shapes_[candidate].letters;
            if (std::popcount(shape.letters & ~letters) > distance_limit) return;
            other.clear();
            append_characters(words_.at(candidate), other);
            const auto distance = edit_distance_to_beginning(characters, other, distance_limit);
            if (distance <= distance_limit) found.push_back({candidate, distance});
        });
    }
    put_in_order(found);
    return found;
}

void NearWords::put_in_order(std::vector<NearWord>& found) const {
    std::sort(found.begin(), found.end(), [&](const NearWord& left, const NearWord& right) {
        if (left.distance != right.distance) return left.distance < right.distance;
        return left.word != right.word && words_.at(left.word) < words_.at(right.word);
    });
    found.erase(std::unique(found.begin(), found.end()), found.end());
}

std::size_t NearWords::bytes() const {
    return by_group_.bytes() + shapes_.capacity() * sizeof(Shape);
}

}  // namespace cartulary::search
