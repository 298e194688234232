#include "search/names.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "search/facet_counts.h"
#include "search/index.h"
#include "search/near_search.h"
#include "search/organization_index.h"
#include "search/question.h"
#include "search/whole_search.h"

namespace cartulary::search {

struct Names::State {
    mutable std::shared_mutex mutex;
    Index index;
    OrganizationIndex organizations;

    void put_all(std::span<const ResourceEntry> entries) {
        std::unordered_map<std::int64_t, const ResourceEntry*> latest;
        for (const auto& entry : entries) latest[entry.number] = &entry;
        for (const auto& [number, entry] : latest) {
            const auto known = index.find(number);
            if (known == Index::none) {
                organizations.add(*entry);
            } else {
                organizations.replace(index.unpacked(known), *entry);
            }
        }
        index.put_all(entries);
    }

    void remove(std::int64_t number) {
        const auto known = index.find(number);
        if (known == Index::none) return;
        organizations.remove(index.unpacked(known));
        index.remove(number);
    }
};

namespace {

// So many that have all words are enough: nobody looks for what else may have been meant.
constexpr std::size_t enough = 10;

bool is_enough(const std::vector<Answering>& found, std::size_t wanted) {
    return found.size() >= std::min(wanted, enough) ||
           (!found.empty() && found.front().match == NameMatch::exact);
}

std::optional<std::string> corrected_text(const Index& index, const Asked& asked) {
    const Filter filter(index, {});
    if (asked.empty() || !WholeSearch(index, asked, filter).best({.in_order = 1}).empty())
        return std::nullopt;
    NearSearch near(index, asked, filter);
    return near.corrected(near.best({.in_order = 1}));
}

struct Answers {
    std::vector<Answering> found;
    std::optional<std::string> corrected = {};
};

Answers answers(const Index& index, const Asked& asked, const Filter& filter, bool typos,
                const Wanted& wanted) {
    Answers answers{WholeSearch(index, asked, filter).best(wanted)};
    auto& found = answers.found;
    const auto wanted_count = wanted.in_order + wanted.others;
    if (!typos || is_enough(found, wanted_count)) return answers;
    NearSearch near(index, asked, filter);
    const auto nearly = near.best(wanted);
    const bool only_nearly = found.empty() && !asked.empty();
    // What was looked for so far tells it too, where nothing was left out and the best is first.
    if (only_nearly && !filter.any() && wanted.in_order > 0) {
        answers.corrected = near.corrected(nearly);
    } else if (only_nearly && wanted.others > 0) {
        answers.corrected = corrected_text(index, asked);
    }
    for (const auto& one : nearly) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const Answering& other) {
            return index.entry_of(other.name) == index.entry_of(one.name);
        });
        if (!known && found.size() < wanted_count) found.push_back(one);
    }
    return answers;
}

// Sorts the first to the front; those that are gone meanwhile are left out.
template <class Before>
void sort_first(const Index& index, std::vector<std::int64_t>& numbers, std::size_t count,
                Before before) {
    std::vector<EntryNumber> entries;
    for (const auto number : numbers) {
        const auto entry = index.find(number);
        if (entry != Index::none) entries.push_back(entry);
    }
    const auto sorted = static_cast<std::ptrdiff_t>(std::min(count, entries.size()));
    std::partial_sort(entries.begin(), entries.begin() + sorted, entries.end(), before);
    numbers.clear();
    for (const auto entry : entries) numbers.push_back(index.number(entry));
}

}  // namespace

Names::Names() : state_(std::make_unique<State>()) {}

Names::~Names() = default;

void Names::put(const ResourceEntry& entry) {
    const std::unique_lock lock(state_->mutex);
    state_->put_all({&entry, 1});
}

void Names::remove(std::int64_t number) {
    const std::unique_lock lock(state_->mutex);
    state_->remove(number);
}

void Names::put_all(std::span<const ResourceEntry> entries) {
    const std::unique_lock lock(state_->mutex);
    state_->put_all(entries);
}

std::size_t Names::size() const {
    const std::shared_lock lock(state_->mutex);
    return state_->index.size();
}

std::size_t Names::bytes() const {
    const std::shared_lock lock(state_->mutex);
    return state_->index.bytes() + state_->organizations.bytes();
}

std::vector<Names::Hit> Names::find(const Question& question) const {
    return find(question, 0).best;
}

Names::Found Names::find(const Question& question, std::size_t others_max) const {
    const std::shared_lock lock(state_->mutex);
    const auto& index = state_->index;
    const Asked asked(question.text, question.last_word_begins);
    const Filter filter(index, question.conditions, question.updated);
    const Wanted wanted{.in_order = question.count, .others = others_max};
    auto [answering, corrected] = answers(index, asked, filter, question.typos, wanted);
    Found found{.best = {}, .others = {}, .corrected = std::move(corrected)};
    for (const auto& [match, name, score, key] : answering) {
        const auto number = index.number(index.entry_of(name));
        if (found.best.size() < question.count) {
            found.best.push_back({number, match, score, std::string(index.text(name))});
        } else {
            found.others.push_back({number, match});
        }
    }
    return found;
}

std::vector<Names::Suggestion> Names::suggest(std::string_view text,
                                              std::span<const Condition> conditions,
                                              std::size_t count) const {
    const std::shared_lock lock(state_->mutex);
    const auto& index = state_->index;
    const Asked asked(text, true);
    const Filter filter(index, conditions);
    const Wanted wanted{.in_order = count, .each_name_once = true};
    std::vector<Suggestion> suggestions;
    for (const auto& one : answers(index, asked, filter, true, wanted).found) {
        const auto entry = index.unpacked(index.entry_of(one.name));
        suggestions.push_back(
            {std::string(index.text(one.name)), entry.number, entry.ctid, entry.type});
    }
    return suggestions;
}

std::optional<std::string> Names::corrected(std::string_view text) const {
    const std::shared_lock lock(state_->mutex);
    const auto& index = state_->index;
    return corrected_text(index, Asked(text, true));
}

Names::FacetCounts Names::counts(std::span<const std::int64_t> numbers,
                                 std::size_t count_max) const {
    const std::shared_lock lock(state_->mutex);
    return count_facets(state_->index, numbers, count_max);
}

std::vector<Names::Count> Names::counts(Facet facet, std::span<const std::int64_t> numbers,
                                        std::size_t count_max) const {
    return counts(numbers, count_max).at(static_cast<std::size_t>(facet));
}

std::vector<std::int64_t> Names::meeting(std::span<const Condition> conditions,
                                         const Period& updated) const {
    const std::shared_lock lock(state_->mutex);
    const auto& index = state_->index;
    const Filter filter(index, conditions, updated);
    // In the order in which they lie in memory, which is several times faster.
    std::vector<bool> meets(index.entries_end());
    for (EntryNumber entry = 0; entry < index.entries_end(); ++entry) {
        meets[entry] = index.is_used(entry) && filter.meets(entry);
    }
    std::vector<std::int64_t> numbers;
    for (const auto entry : index.by_name()) {
        if (meets[entry]) numbers.push_back(index.number(entry));
    }
    return numbers;
}

std::vector<std::int64_t> Names::meeting(std::span<const Condition> conditions,
                                         const Period& updated,
                                         std::span<const std::int64_t> numbers) const {
    const std::shared_lock lock(state_->mutex);
    const auto& index = state_->index;
    const Filter filter(index, conditions, updated);
    std::vector<std::int64_t> meeting;
    for (const auto number : numbers) {
        const auto entry = index.find(number);
        if (entry != Index::none && filter.meets(entry)) meeting.push_back(number);
    }
    return meeting;
}

void Names::sort_by_name(std::vector<std::int64_t>& numbers, std::size_t count) const {
    const std::shared_lock lock(state_->mutex);
    const auto& index = state_->index;
    sort_first(index, numbers, count, [&](EntryNumber left, EntryNumber right) {
        return index.stands_before(left, right);
    });
}

void Names::sort_newest_first(std::vector<std::int64_t>& numbers, std::size_t count) const {
    const std::shared_lock lock(state_->mutex);
    const auto& index = state_->index;
    sort_first(index, numbers, count, [&](EntryNumber left, EntryNumber right) {
        if (index.updated_at(left) != index.updated_at(right)) {
            return index.updated_at(left) > index.updated_at(right);
        }
        return index.number(left) > index.number(right);
    });
}

std::optional<ResourceEntry> Names::entry(std::int64_t number) const {
    const std::shared_lock lock(state_->mutex);
    const auto entry = state_->index.find(number);
    if (entry == Index::none) return std::nullopt;
    return state_->index.unpacked(entry);
}

std::optional<std::vector<std::int64_t>> Names::with_host(std::string_view host) const {
    const std::shared_lock lock(state_->mutex);
    return state_->index.with_host(host, sharing_max);
}

std::optional<std::vector<std::int64_t>> Names::with_identifier(std::string_view identifier) const {
    const std::shared_lock lock(state_->mutex);
    return state_->index.with_identifier(identifier, sharing_max);
}

double Names::rarity(std::string_view word) const {
    const std::shared_lock lock(state_->mutex);
    const auto& words = state_->index.words();
    const auto known = words.find(word);
    const auto names = static_cast<double>(state_->index.names_count());
    if (known == WordTable::none || names <= 1) return 1;
    return 1 - std::log(static_cast<double>(words.frequency(known))) / std::log(names);
}

std::vector<NameKeyHit> Names::organizations_with(std::span<const NameKey> keys,
                                                  std::span<const NameKey> cities) const {
    const std::shared_lock lock(state_->mutex);
    return state_->organizations.find(keys, cities);
}

bool Names::is_city(NameKey city) const {
    const std::shared_lock lock(state_->mutex);
    return state_->organizations.is_city(city);
}

}  // namespace cartulary::search
