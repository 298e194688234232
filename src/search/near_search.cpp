#include "search/near_search.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "search/edit_distance.h"

namespace cartulary::search {

namespace {

// Of what a query weighs, a name must have this share to be looked at, and this much to be told.
constexpr double candidate_share = 0.4;
constexpr double answer_share = 0.6;
constexpr std::size_t candidates_max = 400;

constexpr double weight_unit = 64;  // weights are summed as whole numbers

// What each name has of a query, for one search of a thread at a time; all 0 between.
std::vector<std::uint16_t>& sums_of(std::size_t names) {
    thread_local std::vector<std::uint16_t> sums;
    if (sums.size() < names) sums.resize(names + names / 8);
    return sums;
}

int slips_in_name(std::size_t length) {
    if (length < 4) return 0;
    if (length < 8) return 1;
    return length < 16 ? 2 : 3;
}

std::vector<std::uint32_t> shared(std::span<const std::uint32_t> left,
                                  std::span<const std::uint32_t> right) {
    std::vector<std::uint32_t> both;
    auto other = right.begin();
    for (const auto one : left) {
        other = std::lower_bound(other, right.end(), one & ~1U);
        if (other == right.end()) break;
        if ((*other & ~1U) == (one & ~1U)) both.push_back(one);
    }
    return both;
}

}  // namespace

NearSearch::NearSearch(const Index& index, const Asked& asked, const Filter& filter)
    : index_(index), asked_(asked), filter_(filter), words_(alternatives_of(index, asked)) {
    for (const auto& word : words_) weight_ += word.weight;
}

// Rare words first: once those that are left weigh too little to make a candidate by themselves,
// they only add to those that are there.
std::vector<NearSearch::Candidate> NearSearch::candidates() const {
    struct Reach {
        const AskedWord* word;
        std::size_t occurrences;
    };
    std::vector<Reach> order;
    for (const auto& word : words_) {
        auto& reach = order.emplace_back(Reach{&word, 0});
        for (const auto& one : word.alternatives) {
            reach.occurrences += index_.words().frequency(one.word);
        }
    }
    std::stable_sort(order.begin(), order.end(), [](const Reach& left, const Reach& right) {
        return left.occurrences < right.occurrences;
    });
    auto& sums = sums_of(index_.names_end());
    std::vector<NameNumber> touched;
    double left = weight_;
    for (const auto& [word, occurrences] : order) {
        const bool may_begin = left >= weight_ * candidate_share;
        left -= word->weight;
        for (const auto& [one, nearness, other] : word->alternatives) {
            const auto weight = static_cast<std::uint16_t>(word->weight * nearness * weight_unit);
            const auto add = [&](std::uint32_t packed) {
                const auto name = Occurrence::name(packed);
                if (sums[name] == 0) {
                    if (!may_begin) return;
                    touched.push_back(name);
                }
                sums[name] = static_cast<std::uint16_t>(std::min(sums[name] + weight, UINT16_MAX));
            };
            if (other == WordTable::none) {
                for (const auto packed : index_.words().occurrences(one)) add(packed);
            } else {
                const auto both =
                    shared(index_.words().occurrences(one), index_.words().occurrences(other));
                for (const auto packed : both) add(packed);
            }
        }
    }
    return best_candidates(touched, sums);
}

std::vector<NearSearch::Candidate> NearSearch::best_candidates(
    const std::vector<NameNumber>& touched, std::vector<std::uint16_t>& sums) const {
    // How many there are with each sum, to know above which one the best are.
    std::vector<std::uint32_t> counts(UINT16_MAX + 1);
    for (const auto name : touched) ++counts[sums[name]];
    auto least = static_cast<std::size_t>(UINT16_MAX);
    for (std::size_t above = counts[least]; least > 1 && above < candidates_max;) {
        above += counts[--least];
    }
    least = std::max(least, static_cast<std::size_t>(weight_ * weight_unit * candidate_share));
    std::vector<Candidate> best;
    constexpr double weight_of_a_character = 0.1;
    const auto asked = static_cast<double>(asked_.folded.size());
    for (const auto name : touched) {
        const auto sum = std::exchange(sums[name], std::uint16_t{0});
        if (sum < least) continue;
        if (filter_.any() && !filter_.meets(index_.entry_of(name))) continue;
        const auto apart = std::abs(static_cast<double>(index_.length(name)) - asked);
        best.push_back({name, sum / weight_unit - apart * weight_of_a_character});
    }
    if (best.size() <= candidates_max) return best;
    const auto middle = best.begin() + static_cast<std::ptrdiff_t>(candidates_max);
    std::nth_element(best.begin(), middle, best.end(), [&](const auto& left, const auto& right) {
        if (left.weight != right.weight) return left.weight > right.weight;
        if (const auto order = index_.compare(left.name, right.name); order != 0) return order < 0;
        return index_.number(index_.entry_of(left.name)) <
               index_.number(index_.entry_of(right.name));
    });
    best.erase(middle, best.end());
    return best;
}

std::vector<Answering> NearSearch::best(Wanted wanted) {
    std::vector<Answering> answering;
    for (const auto& candidate : candidates()) {
        const auto answer = judged(candidate.name);
        if (answer.match == NameMatch::nearly_exact || answer.score >= answer_share) {
            answering.push_back(answer);
        }
    }
    wanted.in_order = std::min(wanted.in_order, found_max);
    wanted.others = std::min(wanted.others, found_max - wanted.in_order);
    return best_of(index_, std::move(answering), wanted);
}

Answering NearSearch::judged(NameNumber name) const {
    const auto list = index_.words_of(name);
    std::u32string folded;
    for (const auto word : list.all()) {
        if (!folded.empty()) folded += U' ';
        append_characters(index_.words().text(word), folded);
    }
    double weight = 0;
    const auto standing = standing_for(name);
    for (std::size_t i = 0; i < words_.size(); ++i)
        weight += words_[i].weight * standing[i].nearness;
    const auto share = weight / weight_;
    const auto longer = static_cast<double>(std::max(folded.size(), asked_.folded.size()));
    const auto limit = slips_in_name(asked_.folded.size());
    const auto slips = edit_distance(asked_.folded, folded, limit);
    constexpr double share_of_words = 0.1;  // among names with as many slips
    if (slips <= limit) {
        const auto score = 1 - (slips - share_of_words * share) / longer;
        return {NameMatch::nearly_exact, name, std::min(score, 1.0), index_.key(name)};
    }
    // Words that nobody asked for count a little against it.
    constexpr double cost_of_more = 0.2;
    const auto more = folded.size() > asked_.folded.size()
                          ? 1 - static_cast<double>(asked_.folded.size()) / longer
                          : 0;
    return {NameMatch::nearly, name, share * (1 - cost_of_more * more), index_.key(name)};
}

std::vector<Alternative> NearSearch::standing_for(NameNumber name) const {
    const auto list = index_.words_of(name);
    const auto all = list.all();
    const auto has = [&](WordNumber word) {
        return std::find(all.begin(), all.end(), word) != all.end();
    };
    std::vector<Alternative> standing;
    for (const auto& word : words_) {
        Alternative best{WordTable::none, 0};
        for (const auto& one : word.alternatives) {
            if (one.nearness <= best.nearness || !has(one.word)) continue;
            if (one.other == WordTable::none || has(one.other)) best = one;
        }
        standing.push_back(best);
    }
    return standing;
}

// Of each word, without looking at the others.
std::vector<Alternative> NearSearch::nearest() const {
    std::vector<Alternative> nearest;
    for (const auto& word : words_) {
        Alternative best{WordTable::none, 0};
        std::size_t frequency = 0;
        for (const auto& one : word.alternatives) {
            const auto its = index_.words().frequency(one.word);
            if (one.nearness < best.nearness) continue;
            if (one.nearness == best.nearness && its <= frequency) continue;
            best = one;
            frequency = its;
        }
        nearest.push_back(best);
    }
    return nearest;
}

std::optional<std::string> NearSearch::corrected(std::span<const Answering> found) const {
    auto meant = found.empty() ? nearest() : standing_for(found.front().name);
    if (!found.empty()) {
        const auto alone = nearest();
        for (std::size_t i = 0; i < meant.size(); ++i) {
            if (meant[i].word == WordTable::none) meant[i] = alone[i];
        }
    }
    std::string corrected;
    const auto add = [&](std::string_view word) {
        if (!corrected.empty()) corrected += ' ';
        corrected += word;
    };
    const auto& words = index_.words();
    for (std::size_t i = 0; i < meant.size(); ++i) {
        const auto& [word, nearness, other] = meant[i];
        // One word may stand for two of the query.
        if (i > 0 && word != WordTable::none && word == meant[i - 1].word && nearness < 1) continue;
        const bool begins = word != WordTable::none && i + 1 == meant.size() &&
                            asked_.last_begins && words.text(word).starts_with(asked_.words[i]);
        add(word == WordTable::none || begins ? std::string_view(asked_.words[i])
                                              : words.text(word));
        if (other != WordTable::none) add(words.text(other));
    }
    std::string asked;
    for (const auto& word : asked_.words) asked += asked.empty() ? word : ' ' + word;
    if (corrected == asked) return std::nullopt;
    return corrected;
}

}  // namespace cartulary::search
