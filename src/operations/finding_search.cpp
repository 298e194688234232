#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "operations/finding_state.h"
#include "operations/search_text.h"
#include "store/listed_entries.h"
#include "store/resources.h"

namespace cartulary {

namespace {

using search::Facet;
using search::NameMatch;
using search::Names;

constexpr auto counted_max = static_cast<std::size_t>(Finding::depth_max);

// Of those found by their texts: so many are ranked, which costs a look at each.
constexpr auto texts_max = static_cast<std::size_t>(resources::ranked_max);

// What is found, best first as far as the page needs it.
struct Ranked {
    std::vector<std::int64_t> numbers = {};
    std::unordered_set<std::int64_t> told = {};                // the same
    std::unordered_map<std::int64_t, NameMatch> matches = {};  // of those found by a name
    bool at_least = false;
    std::optional<std::string> corrected = {};  // what was, or may be, searched instead

    void add(std::int64_t number, std::optional<NameMatch> match = {}) {
        if (numbers.size() == counted_max || !told.insert(number).second) return;
        numbers.push_back(number);
        if (match) matches.emplace(number, *match);
    }
};

// One search.
class Search {
public:
    Search(Transaction& transaction, const Names& names, const Finding::Query& query)
        : transaction_(transaction),
          names_(names),
          query_(query),
          conditions_(with_organization_numbers(transaction, query.conditions)),
          page_end_(static_cast<std::size_t>(query.slice.offset + query.slice.count)) {}

    Finding::Answer answer() {
        auto ranked = text::is_blank(query_.text) ? all(conditions_) : with_text();
        sort(ranked);
        Finding::Answer answer{.items = items(ranked),
                               .total = static_cast<std::int64_t>(ranked.numbers.size()),
                               .at_least = ranked.at_least,
                               .corrected = ranked.corrected};
        answer.facets = facets(ranked.numbers);
        if (query_.counts_choices) count_choices(ranked, answer.facets);
        return answer;
    }

private:
    using Conditions = std::vector<Names::Condition>;

    // What is looked for, and how many of it in their order.
    struct Wanted {
        const std::string& text;
        bool typos;
        const Conditions& conditions;
        std::size_t in_order;
    };

    Ranked all(const Conditions& conditions) const {
        return {.numbers = names_.meeting(conditions, query_.updated)};
    }

    Ranked with_text() {
        const bool by_relevance = query_.sort == Finding::Query::Sort::relevance;
        const auto in_order = std::min(by_relevance ? page_end_ : 0, counted_max);
        auto ranked = found({query_.text, query_.typos, conditions_, in_order});
        const bool only_nearly = std::ranges::all_of(
            ranked.matches, [](const auto& one) { return one.second > NameMatch::words; });
        auto corrected = std::exchange(ranked.corrected, std::nullopt);
        if (!corrected || !only_nearly || ranked.numbers.size() > ranked.matches.size()) {
            return ranked;
        }
        auto better = found({*corrected, false, conditions_, in_order});
        if (better.numbers.empty()) return ranked;
        for (const auto number : ranked.numbers) better.add(number, ranked.matches.at(number));
        better.corrected = std::move(corrected);
        return better;
    }

    // Names that have the words, then texts, then names that nearly have them.
    Ranked found(const Wanted& wanted) {
        const auto names = names_.find({.text = wanted.text,
                                        .conditions = wanted.conditions,
                                        .updated = query_.updated,
                                        .typos = wanted.typos,
                                        .count = wanted.in_order},
                                       counted_max - wanted.in_order);
        Ranked ranked{.corrected = names.corrected};
        const auto add_names = [&](bool nearly) {
            const auto add = [&](std::int64_t number, NameMatch match) {
                if ((match > NameMatch::words) == nearly) ranked.add(number, match);
            };
            for (const auto& hit : names.best) add(hit.number, hit.match);
            for (const auto& other : names.others) add(other.number, other.match);
        };
        add_names(false);
        ranked.at_least = ranked.numbers.size() == counted_max;
        add_texts(wanted, ranked);
        add_names(true);
        return ranked;
    }

    void add_texts(const Wanted& wanted, Ranked& ranked) {
        if (ranked.numbers.size() == counted_max) return;
        const auto& texts = texts_with(wanted.text);
        const auto meeting = names_.meeting(wanted.conditions, query_.updated, texts);
        for (const auto number : meeting) ranked.add(number);
        ranked.at_least = texts.size() == texts_max || ranked.numbers.size() == counted_max;
    }

    // Whatever their conditions, so that the engine is asked once for each text.
    const std::vector<std::int64_t>& texts_with(const std::string& text) {
        const auto known = texts_.find(text);
        if (known != texts_.end()) return known->second;
        const auto words = words_for_store(transaction_, text);
        return texts_
            .emplace(text, resources::with_words(transaction_, words, static_cast<int>(texts_max)))
            .first->second;
    }

    void count_choices(const Ranked& ranked, std::vector<Finding::FacetCounts>& facets) {
        const auto& text = ranked.corrected ? *ranked.corrected : query_.text;
        for (const auto& condition : conditions_) {
            const auto place = static_cast<std::size_t>(condition.facet);
            if (place >= facets.size()) continue;
            auto others = conditions_;
            std::erase_if(others, [&](const auto& one) { return one.facet == condition.facet; });
            const auto choices = text::is_blank(text)
                                     ? all(others)
                                     : found({text, query_.typos && !ranked.corrected, others, 0});
            facets.at(place).counts =
                told(condition.facet,
                     names_.counts(condition.facet, choices.numbers, Finding::facet_values_max));
        }
    }

    void sort(Ranked& ranked) const {
        switch (query_.sort) {
            case Finding::Query::Sort::relevance: return;  // as it was found
            case Finding::Query::Sort::name:
                if (text::is_blank(query_.text)) return;  // so already
                return names_.sort_by_name(ranked.numbers, page_end_);
            case Finding::Query::Sort::newest:
                return names_.sort_newest_first(ranked.numbers, page_end_);
        }
    }

    std::vector<Finding::Found> items(const Ranked& ranked) const {
        const auto end = std::min(page_end_, ranked.numbers.size());
        const auto begin = std::min(static_cast<std::size_t>(query_.slice.offset), end);
        const auto page = std::span(ranked.numbers).subspan(begin, end - begin);
        std::vector<Finding::Found> items;
        for (auto& [entry, owner, owner_name] : resources::listed_entries(transaction_, page)) {
            Finding::Found found{.entry = std::move(entry),
                                 .owner_name = std::move(owner_name),
                                 .owner = Ctid(owner.uuid())};
            const auto match = ranked.matches.find(found.entry.number);
            if (match != ranked.matches.end()) found.match = match->second;
            items.push_back(std::move(found));
        }
        return items;
    }

    std::vector<Finding::FacetCounts> facets(std::span<const std::int64_t> numbers) const {
        std::vector<Finding::FacetCounts> facets;
        for (const auto& counts : names_.counts(numbers, Finding::facet_values_max)) {
            const auto facet = static_cast<Facet>(facets.size());
            facets.push_back({facet, told(facet, counts)});
        }
        return facets;
    }

    std::vector<Finding::Counted> told(Facet facet, const std::vector<Names::Count>& counts) const {
        if (facet == Facet::owner) return owners(counts);
        std::vector<Finding::Counted> told;
        for (const auto& [value, count] : counts) told.push_back({value, "", count});
        return told;
    }

    std::vector<Finding::Counted> owners(const std::vector<Names::Count>& counts) const {
        std::vector<std::int64_t> numbers;
        for (const auto& [value, count] : counts) numbers.push_back(std::stoll(value));
        const auto known = resources::owners_with(transaction_, numbers);
        std::vector<Finding::Counted> owners;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto owner =
                std::ranges::find(known, numbers.at(i), &resources::NumberedOwner::number);
            if (owner == known.end()) continue;
            owners.push_back({owner->id.ctid(), owner->name, counts.at(i).count});
        }
        return owners;
    }

    Transaction& transaction_;
    const Names& names_;
    const Finding::Query& query_;
    const Conditions conditions_;
    std::size_t page_end_;
    std::unordered_map<std::string, std::vector<std::int64_t>> texts_ =
        {};  // that have these words
};

}  // namespace

Result<Finding::Answer> Finding::search(const Query& query) {
    TRY(require_searchable(query.text));
    const auto& [offset, count] = query.slice;
    if (offset < 0 || count < 0 || offset > depth_max - count) {
        return fail({{"slice", "must end at " + std::to_string(depth_max) +
                                   " at most; more words or conditions narrow the search"}});
    }
    searches_.note(registry_.now());
    const auto& names = state_->current();
    return registry_.store.read([&](Transaction& transaction) -> Result<Answer> {
        return Search(transaction, names, query).answer();
    });
}

}  // namespace cartulary
