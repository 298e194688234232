#include "search/whole_search.h"

#include <algorithm>

namespace cartulary::search {

namespace {

// Keeps those of `names` that are in `others`; with `others`' mark of a first word if it is wanted.
void intersect(std::vector<std::uint32_t>& names, std::span<const std::uint32_t> others,
               bool with_mark) {
    auto other = others.begin();
    auto kept = names.begin();
    for (const auto name : names) {
        const auto wanted = name & ~1U;
        // By leaps, since the other list may be much longer.
        std::ptrdiff_t leap = 1;
        while (others.end() - other > leap && *(other + leap) < wanted) {
            other += leap;
            leap *= 2;
        }
        other = std::lower_bound(other, other + std::min(others.end() - other, leap + 1), wanted);
        if (other == others.end()) break;
        if ((*other & ~1U) == wanted) *kept++ = with_mark ? *other : name;
    }
    names.erase(kept, names.end());
}

}  // namespace

std::vector<Answering> WholeSearch::best(const Wanted& wanted) {
    if (asked_.empty() || !look_up()) return {};
    if (asked_.words.size() > 1) {
        take_several();
        return best_of(index_, std::move(answering_), wanted);
    }
    take_one_word(true);
    if (answering_.size() >= wanted.in_order + wanted.others) {
        auto found = best_of(index_, answering_, wanted);
        if (found.size() == wanted.in_order + wanted.others) return found;
    }
    take_one_word(false);
    return best_of(index_, std::move(answering_), wanted);
}

// False where some word is unknown.
bool WholeSearch::look_up() {
    const auto& words = index_.words();
    last_ = words.find(asked_.words.back());
    if (asked_.last_begins) {
        beginnings_ = words.beginning_with(asked_.words.back());
    } else if (last_ != WordTable::none) {
        beginnings_ = {&last_, 1};
    }
    for (std::size_t i = 0; i + 1 < asked_.words.size(); ++i) {
        const auto word = words.find(asked_.words[i]);
        if (word == WordTable::none) return false;
        whole_words_.push_back(word);
    }
    return !beginnings_.empty();
}

// Of the names that begin with the word, or of the others.
void WholeSearch::take_one_word(bool first) {
    const auto& words = index_.words();
    for (const auto word : beginnings_) {
        for (const auto occurrence : words.occurrences(word)) {
            if (Occurrence::first(occurrence) != first) continue;
            const auto name = Occurrence::name(occurrence);
            const bool exact = first && word == last_ && index_.length(name) == words.length(word);
            take(name, exact ? NameMatch::exact : first ? NameMatch::begins : NameMatch::words);
        }
    }
}

void WholeSearch::take_several() {
    const auto& words = index_.words();
    const auto first = whole_words_.front();
    auto order = whole_words_;
    std::sort(order.begin(), order.end(), [&](WordNumber left, WordNumber right) {
        return words.frequency(left) < words.frequency(right);
    });
    order.erase(std::unique(order.begin(), order.end()), order.end());
    const auto rarest = words.occurrences(order.front());
    std::vector<std::uint32_t> names(rarest.begin(), rarest.end());
    for (std::size_t i = 1; i < order.size(); ++i) {
        intersect(names, words.occurrences(order[i]), false);
    }
    keep_with_beginning(names);
    intersect(names, words.occurrences(first), true);
    for (const auto occurrence : names) {
        const auto name = Occurrence::name(occurrence);
        take(name, Occurrence::first(occurrence) ? match_of(name) : NameMatch::words);
    }
}

// Those that also have the last word, or one that begins so.
void WholeSearch::keep_with_beginning(std::vector<std::uint32_t>& names) const {
    if (beginnings_.size() == 1) {
        return intersect(names, index_.words().occurrences(beginnings_.front()), false);
    }
    std::size_t occurrences = 0;
    for (const auto word : beginnings_) occurrences += index_.words().frequency(word);
    // Looking into a name costs about as much as marking this many.
    constexpr std::size_t marks_for_a_look = 50;
    if (occurrences > names.size() * marks_for_a_look) {
        const auto has_none = [&](std::uint32_t packed) {
            const auto list = index_.words_of(Occurrence::name(packed));
            const auto all = list.all();
            return std::none_of(all.begin(), all.end(), [&](WordNumber word) {
                return index_.words().text(word).starts_with(asked_.words.back());
            });
        };
        names.erase(std::remove_if(names.begin(), names.end(), has_none), names.end());
        return;
    }
    std::vector<bool> marked(index_.names_end());
    for (const auto word : beginnings_) {
        for (const auto packed : index_.words().occurrences(word)) {
            marked[Occurrence::name(packed)] = true;
        }
    }
    names.erase(std::remove_if(names.begin(), names.end(),
                               [&](auto packed) { return !marked[Occurrence::name(packed)]; }),
                names.end());
}

// Of a name that begins with the first word and has all others.
NameMatch WholeSearch::match_of(NameNumber name) const {
    const auto list = index_.words_of(name);
    const auto all = list.all();
    const auto whole = whole_words_.size();
    if (all.size() <= whole || !std::equal(whole_words_.begin(), whole_words_.end(), all.begin())) {
        return NameMatch::words;
    }
    if (all[whole] == last_ && all.size() == whole + 1) return NameMatch::exact;
    const bool begins =
        all[whole] == last_ ||
        (asked_.last_begins && index_.words().text(all[whole]).starts_with(asked_.words.back()));
    return begins ? NameMatch::begins : NameMatch::words;
}

void WholeSearch::take(NameNumber name, NameMatch match) {
    if (filter_.any() && !filter_.meets(index_.entry_of(name))) return;
    const auto asked = static_cast<double>(asked_.folded.size());
    const auto length = static_cast<double>(index_.length(name));
    answering_.push_back({match, name, length > asked ? asked / length : 1, index_.key(name)});
}

}  // namespace cartulary::search
