#include "operations/latest_changes.h"

#include <limits>

#include "ctdl/entries.h"
#include "operations/resource_access.h"
#include "store/listed_entries.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

// Of what was deleted the name stands in its last document alone; a long one is not read for it.
constexpr std::size_t named_document_length_max = 100'000;

std::string first_name(const std::vector<ResourceName>& names) {
    return names.empty() ? std::string() : names.front().text;
}

std::string name_before(Transaction& transaction, const Resource& resource) {
    const auto document = resources::short_document(transaction, resource.number, resource.revision,
                                                    named_document_length_max);
    if (!document) return {};
    return first_name(ctdl::entries_of(ctdl::Document::of_text(*document)).front().names);
}

std::string name_of(Transaction& transaction, const Resource& resource) {
    if (resource.deleted_at) return name_before(transaction, resource);
    const std::int64_t numbers[] = {resource.number};
    const auto listed = resources::listed_entries(transaction, numbers);
    return listed.empty() ? std::string() : first_name(listed.front().entry.names);
}

}  // namespace

std::vector<LatestChange> latest_changes(const Registry& registry, const LatestQuery& query) {
    return registry.store.read([&](Transaction& transaction) {
        std::vector<LatestChange> latest;
        std::optional<std::int32_t> owner;
        if (query.owner) {
            owner = organizations::number_of(transaction, OrganizationId(query.owner->uuid()));
            if (!owner) return latest;
        }
        const auto before = query.before.value_or(std::numeric_limits<std::int64_t>::max());
        for (const auto& change :
             changes::settled_before(transaction, before, latest_changes_page, owner)) {
            const auto resource = resources::find(transaction, change.resource).value();
            latest.push_back(
                {change, known_of(transaction, resource), name_of(transaction, resource)});
        }
        return latest;
    });
}

}  // namespace cartulary
