#include "search/name_comparison.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "search/edit_distance.h"

namespace cartulary::search {

namespace {

constexpr std::size_t shortened_length_min = 3;
constexpr std::size_t same_beginning = 4;  // as organization_forms.h groups names
constexpr std::size_t misspelled_length_min = 5;
constexpr std::size_t misspelled_twice_length_min = 9;
constexpr std::size_t inflected_length_min = 8;
constexpr std::size_t inflected_same = 6;
constexpr std::size_t inflected_longer_max = 3;

bool begin_the_same(std::string_view left, std::string_view right, std::size_t count) {
    return left.substr(0, count) == right.substr(0, count);
}

std::size_t difference_of(std::size_t left, std::size_t right) {
    return std::max(left, right) - std::min(left, right);
}

// How two words that are not the same may still be one.
std::optional<Difference> compare_word(const AffiliationWord& said, const std::string& name,
                                       const std::function<bool(std::string_view)>& is_known) {
    const std::string_view word = said.word;
    if (said.shortened && word.size() >= shortened_length_min && name.starts_with(word)) {
        return Difference::shortened;
    }
    const auto shorter = std::min(word.size(), name.size());
    if (shorter < misspelled_length_min || said.is_number ||
        !begin_the_same(word, name, same_beginning)) {
        return std::nullopt;
    }
    const int limit = shorter >= misspelled_twice_length_min ? 2 : 1;
    if (edit_distance(characters_of(word), characters_of(name), limit) <= limit) {
        return is_known(said.written) ? Difference::other_known_word : Difference::misspelled;
    }
    if (shorter >= inflected_length_min && begin_the_same(word, name, inflected_same) &&
        difference_of(word.size(), name.size()) <= inflected_longer_max) {
        return Difference::inflected;
    }
    return std::nullopt;
}

bool same_but_for_spaces(std::span<const AffiliationWord> said, const Words& name) {
    std::string left;
    for (const auto& word : said) left += word.word;
    std::string right;
    for (const auto& word : name) right += word;
    return left == right;
}

bool same(std::span<const AffiliationWord> said, const Words& name) {
    return std::equal(
        said.begin(), said.end(), name.begin(), name.end(),
        [](const AffiliationWord& left, const std::string& right) { return left.word == right; });
}

}  // namespace

std::optional<Differences> compare_name(std::span<const AffiliationWord> said, const Words& name,
                                        const std::function<bool(std::string_view)>& is_known) {
    Differences found;
    if (same(said, name)) return found;
    const auto note = [&](Difference difference) {
        found.set(static_cast<std::size_t>(difference));
    };
    if (same_but_for_spaces(said, name)) {
        note(Difference::spaced);
        return found;
    }
    if (said.size() != name.size()) return std::nullopt;
    std::uint64_t taken = 0;  // a bit for each word of the name; names have few
    std::size_t next = 0;
    for (const auto& word : said) {
        std::optional<std::size_t> at;
        std::optional<Difference> difference;
        for (std::size_t index = 0; index < name.size() && !at; ++index) {
            if ((taken >> index & 1) == 0 && word.word == name[index]) at = index;
        }
        for (std::size_t index = 0; index < name.size() && !at; ++index) {
            if ((taken >> index & 1) != 0) continue;
            difference = compare_word(word, name[index], is_known);
            if (difference) at = index;
        }
        if (!at) return std::nullopt;
        taken |= std::uint64_t{1} << *at;
        if (*at != next) note(Difference::reordered);
        next = *at + 1;
        if (!difference) continue;
        if (has(found, *difference) && *difference != Difference::shortened) return std::nullopt;
        note(*difference);
    }
    return found;
}

}  // namespace cartulary::search
