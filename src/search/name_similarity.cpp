#include "search/name_similarity.h"

#include <algorithm>
#include <cstdint>

#include "search/edit_distance.h"

namespace cartulary::search {

namespace {

constexpr std::size_t words_max = 32;  // of each name

double weight_of(const std::string& word) {
    return says_kind(word) ? 0.3 : 1;
}

// 1 for the same word, less for one that may be meant by it.
double likeness(const std::string& left, const std::string& right) {
    constexpr std::size_t misspelled_length_min = 5;
    constexpr std::size_t misspelled_twice_length_min = 9;
    constexpr std::size_t abbreviated_length_min = 3;
    if (left == right) return 1;
    const auto& shorter = left.size() < right.size() ? left : right;
    const auto& longer = left.size() < right.size() ? right : left;
    if (shorter.size() >= abbreviated_length_min && longer.starts_with(shorter)) return 0.8;
    if (shorter.size() < misspelled_length_min) return 0;
    const int limit = shorter.size() >= misspelled_twice_length_min ? 2 : 1;
    const auto distance = edit_distance(characters_of(left), characters_of(right), limit);
    return distance <= limit ? 0.9 : 0;
}

}  // namespace

double name_similarity(const Words& left, const Words& right) {
    if (left == right) return left.empty() ? 0 : 1;
    const auto left_count = std::min(left.size(), words_max);
    const auto right_count = std::min(right.size(), words_max);
    double common = 0;
    double all = 0;
    std::uint64_t taken = 0;
    for (std::size_t index = 0; index < left_count; ++index) {
        std::size_t likest = right_count;
        double most = 0;
        for (std::size_t other = 0; other < right_count && most < 1; ++other) {
            const auto like = (taken >> other & 1) != 0 ? 0 : likeness(left[index], right[other]);
            if (like > most) {
                most = like;
                likest = other;
            }
        }
        const auto weight = weight_of(left[index]);
        all += weight;
        common += most * weight;
        if (likest < right_count) taken |= std::uint64_t{1} << likest;
    }
    for (std::size_t other = 0; other < right_count; ++other) {
        if ((taken >> other & 1) == 0) all += weight_of(right[other]);
    }
    return all == 0 ? 0 : common / all;
}

}  // namespace cartulary::search
