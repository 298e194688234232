#include <algorithm>

#include "ctdl/vocabulary.h"
#include "operations/finding_state.h"
#include "store/listed_entries.h"

namespace cartulary {

namespace {

// Counting takes tens of milliseconds where there are hundreds of thousands.
constexpr std::chrono::milliseconds holdings_age_least{1'000};

// Parts come with what they are parts of: so many are looked through for wholes.
constexpr std::size_t newest_looked_at = 64;

std::vector<Finding::Found> newest_of(Store& store, std::span<const std::int64_t> numbers) {
    auto listed = store.read(
        [&](Transaction& transaction) { return resources::listed_entries(transaction, numbers); });
    std::vector<Finding::Found> newest;
    for (auto& [entry, owner, owner_name] : listed) {
        if (newest.size() == Finding::newest_max) break;
        if (entry.number != entry.resource) continue;
        newest.push_back({.entry = std::move(entry),
                          .owner_name = std::move(owner_name),
                          .owner = Ctid(owner.uuid())});
    }
    return newest;
}

}  // namespace

std::shared_ptr<const Finding::Holdings> Finding::holdings() {
    const auto& names = state_->current();
    const auto now = registry_.now();
    const std::lock_guard lock(state_->holdings_mutex);
    const auto changes = state_->follower.changes();
    if (state_->holdings &&
        (state_->holdings_changes == changes || now - state_->holdings_at < holdings_age_least)) {
        return state_->holdings;
    }
    auto numbers = names.meeting({});
    auto holdings = std::make_shared<Holdings>();
    auto counts = names.counts(numbers, ctdl::classes().size());
    const auto take = [&](search::Facet facet) {
        return std::move(counts.at(static_cast<std::size_t>(facet)));
    };
    holdings->types = take(search::Facet::type);
    holdings->kinds = take(search::Facet::kind);
    names.sort_newest_first(numbers, newest_looked_at);
    numbers.resize(std::min(numbers.size(), newest_looked_at));
    holdings->newest = newest_of(registry_.store, numbers);
    state_->holdings = std::move(holdings);
    state_->holdings_changes = changes;
    state_->holdings_at = now;
    return state_->holdings;
}

}  // namespace cartulary
