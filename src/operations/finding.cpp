#include "operations/finding.h"

#include <algorithm>

#include "base/text.h"
#include "operations/finding_state.h"
#include "operations/search_text.h"
#include "store/listed_entries.h"
#include "store/resources.h"

namespace cartulary {

namespace {

FieldProblem too_long(std::string field, std::size_t length_max) {
    return {std::move(field), "must have at most " + std::to_string(length_max) + " characters"};
}

std::vector<FieldProblem> problems_in(const search::Described& described) {
    std::vector<FieldProblem> problems;
    const std::pair<const char*, const std::string&> texts[] = {
        {"affiliation", described.affiliation}, {"name", described.name},
        {"website", described.website},         {"city", described.city},
        {"region", described.region},           {"country", described.country}};
    for (const auto& [field, text] : texts) {
        if (text::length(text) > search::affiliation_length_max) {
            problems.push_back(too_long(field, search::affiliation_length_max));
        }
    }
    if (described.affiliation.empty() && described.name.empty() && described.website.empty() &&
        described.identifiers.empty()) {
        problems.push_back({"affiliation", "is required, or a name, a website or an identifier"});
    }
    return problems;
}

}  // namespace

Finding::Finding(const Registry& registry)
    : registry_(registry), state_(std::make_unique<State>(registry.store)) {}

Finding::~Finding() = default;

void Finding::build() {
    state_->follower.catch_up();
}

Result<std::vector<search::Names::Suggestion>> Finding::suggest(
    std::string_view text, const std::vector<search::Names::Condition>& conditions,
    std::size_t count) {
    TRY(require_searchable(text));
    const auto meant = registry_.store.read([&](Transaction& transaction) {
        return with_organization_numbers(transaction, conditions);
    });
    return state_->current().suggest(text, meant, std::min(count, suggestions_max));
}

Result<std::vector<Finding::Matched>> Finding::match(const search::Described& described,
                                                     std::size_t count) {
    if (auto problems = problems_in(described); !problems.empty()) return fail(std::move(problems));
    const auto& names = state_->current();
    std::vector<Matched> matched;
    for (auto& candidate :
         search::match(names, described, std::min(count, search::candidates_max))) {
        // It may have gone in between.
        if (auto entry = names.entry(candidate.number)) {
            matched.push_back({std::move(candidate), *std::move(entry)});
        }
    }
    return matched;
}

std::optional<ResourceEntry> Finding::entry(const Ctid& ctid) {
    return registry_.store.read([&](Transaction& transaction) -> std::optional<ResourceEntry> {
        const auto place = resources::place_of(transaction, ctid);
        if (!place) return std::nullopt;
        const std::int64_t numbers[] = {place->number};
        auto listed = resources::listed_entries(transaction, numbers);
        if (listed.empty()) return std::nullopt;
        return std::move(listed.front().entry);
    });
}

}  // namespace cartulary
