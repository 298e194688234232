#include "search/question.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "search/edit_distance.h"
#include "search/words.h"

namespace cartulary::search {

namespace {

// Four bytes are the most for a character.
constexpr std::size_t read_bytes_max = 4 * query_length_max;

struct ComesBefore {
    const Index& index;

    bool operator()(const Answering& left, const Answering& right) const {
        if (left.match != right.match) return left.match < right.match;
        if (left.score != right.score) return left.score > right.score;
        if (left.key != right.key) return left.key < right.key;
        if (const auto order = index.compare(left.name, right.name); order != 0) return order < 0;
        return index.number(index.entry_of(left.name)) < index.number(index.entry_of(right.name));
    }
};

std::vector<std::int32_t> organizations_in(const std::vector<std::string>& values) {
    std::vector<std::int32_t> numbers;
    for (const auto& value : values) {
        std::int32_t number = 0;
        const auto* const end = value.data() + value.size();
        const auto [rest, problem] = std::from_chars(value.data(), end, number);
        if (problem == std::errc() && rest == end) numbers.push_back(number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

bool has(const std::vector<std::int32_t>& sorted, std::int32_t number) {
    return std::binary_search(sorted.begin(), sorted.end(), number);
}

}  // namespace

Asked::Asked(std::string_view text, bool last_word_may_begin)
    : words(words_of(text.substr(0, read_bytes_max))), last_begins(last_word_may_begin) {
    if (words.size() > query_words_max) words.resize(query_words_max);
    for (const auto& word : words) {
        if (!folded.empty()) folded += U' ';
        append_characters(word, folded);
    }
}

Filter::Filter(const Index& index, std::span<const Names::Condition> conditions,
               const Period& updated)
    : index_(index), updated_(updated) {
    for (const auto& condition : conditions) {
        if (condition.facet == Facet::owner || condition.facet == Facet::publisher) {
            auto& wanted = condition.facet == Facet::owner ? owners_ : publishers_;
            wanted.push_back(organizations_in(condition.values));
            continue;
        }
        auto& wanted = wanted_.emplace_back();
        for (const auto& text : condition.values) {
            const auto value = index.values().find(condition.facet, text);
            if (value != FacetValues::none) wanted.push_back(value);
        }
        std::sort(wanted.begin(), wanted.end());
    }
}

bool Filter::meets(EntryNumber entry) const {
    const auto updated_at = index_.updated_at(entry);
    if (updated_.from && updated_at < *updated_.from) return false;
    if (updated_.before && updated_at >= *updated_.before) return false;
    for (const auto& wanted : owners_) {
        if (!has(wanted, index_.owner(entry))) return false;
    }
    for (const auto& wanted : publishers_) {
        if (!has(wanted, index_.publisher(entry))) return false;
    }
    return std::all_of(wanted_.begin(), wanted_.end(), [&](const auto& wanted) {
        bool met = false;
        index_.for_values(entry, [&](ValueNumber value) {
            met = std::binary_search(wanted.begin(), wanted.end(), value);
            return !met;
        });
        return met;
    });
}

namespace {

// Takes the best out of those that answer, each entry once.
class Choice {
public:
    Choice(const Index& index, std::vector<Answering>& answering, bool each_name_once)
        : index_(index),
          before_{index},
          next_(answering.begin()),
          end_(answering.end()),
          each_name_once_(each_name_once),
          told_(index.entries_end()) {}

    void take_in_order(std::size_t count) {
        // Entries have several names, and share some, so that now and then more must be sorted.
        for (auto more = count + count / 4; best_.size() < count && next_ != end_; more *= 2) {
            const auto sorted_end = move_best_forward(more);
            std::sort(next_, sorted_end, before_);
            for (; next_ != sorted_end && best_.size() < count; ++next_) take(*next_);
        }
    }

    void take_others(std::size_t count) {
        // Never more than are wanted, so that it does not matter in which order they lie. After a
        // few rounds only a few are missing.
        constexpr int rounds_max = 4;
        const auto wanted = best_.size() + count;
        for (int round = 0; round < rounds_max && best_.size() < wanted && next_ != end_; ++round) {
            const auto taken_end = move_best_forward(wanted - best_.size());
            for (; next_ != taken_end; ++next_) take(*next_);
        }
    }

    std::vector<Answering> best() { return std::move(best_); }

private:
    using Place = std::vector<Answering>::iterator;

    Place move_best_forward(std::size_t count) const {
        const auto left = static_cast<std::size_t>(end_ - next_);
        if (count >= left) return end_;
        const auto place = next_ + static_cast<std::ptrdiff_t>(count);
        std::nth_element(next_, place, end_, before_);
        return place;
    }

    void take(const Answering& one) {
        const auto entry = index_.entry_of(one.name);
        if (told_[entry]) return;
        // The same names are as good, so they lie side by side.
        if (each_name_once_ && !best_.empty() && best_.back().key == one.key &&
            index_.compare(best_.back().name, one.name) == 0) {
            return;
        }
        told_[entry] = true;
        best_.push_back(one);
    }

    const Index& index_;
    ComesBefore before_;
    Place next_;
    Place end_;
    bool each_name_once_;
    std::vector<bool> told_;
    std::vector<Answering> best_;
};

}  // namespace

std::vector<Answering> best_of(const Index& index, std::vector<Answering> answering,
                               const Wanted& wanted) {
    Choice choice(index, answering, wanted.each_name_once);
    choice.take_in_order(wanted.in_order);
    choice.take_others(wanted.others);
    return choice.best();
}

}  // namespace cartulary::search
