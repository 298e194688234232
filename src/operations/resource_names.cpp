#include "operations/resource_names.h"

#include <algorithm>

#include "store/connections.h"
#include "store/listed_entries.h"

namespace cartulary {

std::map<Ctid, ResourceName> names_of(const Registry& registry, std::span<const Ctid> ctids) {
    const auto asked = ctids.first(std::min(ctids.size(), names_known_max));
    const auto listed = registry.store.read([&](Transaction& transaction) {
        const auto numbers = connections::numbers_of(transaction, asked);
        return resources::listed_entries(transaction, numbers);
    });
    std::map<Ctid, ResourceName> names;
    for (const auto& [entry, owner, owner_name] : listed) {
        names.emplace(entry.ctid, entry.names.empty() ? ResourceName() : entry.names.front());
    }
    return names;
}

}  // namespace cartulary
