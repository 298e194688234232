#include "operations/resource_access.h"

namespace cartulary {

std::vector<Resources::ChangeTold> Resources::changes_after(std::int64_t number, int count,
                                                            std::optional<Ctid> ctid) {
    return registry_.store.read([&](Transaction& transaction) {
        std::vector<ChangeTold> told;
        std::optional<std::int64_t> of;
        if (ctid) {
            const auto resource = resources::find(transaction, *ctid);
            if (!resource) return told;
            of = resource->number;
        }
        for (const auto& change : changes::settled_after(transaction, number, count, of)) {
            const auto resource = resources::find(transaction, change.resource).value();
            told.push_back({change, known_of(transaction, resource)});
        }
        return told;
    });
}

std::int64_t Resources::last_change_before(Timestamp moment) {
    return registry_.store.read([&](Transaction& transaction) {
        return changes::last_at(transaction, moment - std::chrono::milliseconds(1));
    });
}

}  // namespace cartulary
