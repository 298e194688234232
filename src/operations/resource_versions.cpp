#include "operations/resource_versions.h"

#include <algorithm>

#include "ctdl/entries.h"
#include "search/words.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

// Nobody, where the owner publishes by itself or the registry's staff do.
std::optional<std::int32_t> third_party(const Caller& caller, std::int32_t owner) {
    if (caller.organization == 0 || caller.organization == owner) return std::nullopt;
    return caller.organization;
}

Resource next_of(const std::optional<Resource>& before, const Registry& registry, Timestamp now) {
    if (!before) {
        return {.number = 0,
                .ctid = {},
                .envelope = Uuid::random(registry.randomness),
                .type = {},
                .owner = 0,
                .publisher = {},
                .revision = 1,
                .digest = {},
                .created_at = now,
                .updated_at = now};
    }
    auto next = *before;
    next.revision += 1;
    next.updated_at = now;
    next.deleted_at.reset();
    return next;
}

// Its envelope and the time of its creation are only of the first version; no version is from the
// future, or older than the one before it.
void keep_origin(const ResourceOrigin& origin, Transaction& transaction,
                 const std::optional<Resource>& before, Resource& resource) {
    const auto now = resource.updated_at;
    if (!before) {
        resource.envelope = origin.envelope.value_or(resource.envelope);
        resource.created_at = std::min(origin.created_at.value_or(now), now);
    }
    const auto earliest = before ? before->updated_at : resource.created_at;
    resource.updated_at = std::max(std::min(origin.updated_at.value_or(now), now), earliest);
    if (!origin.publisher) return;
    const auto publisher = organizations::number_of(transaction, *origin.publisher);
    if (publisher && *publisher != resource.owner) resource.publisher = publisher;
}

ResourceVersion version_of(const Resource& resource, const NextVersion& next,
                           const std::string& text, const Caller& caller) {
    return {.revision = resource.revision,
            .event = next.event,
            .method = next.method,
            .document = text,
            .digest = resource.digest,
            .actor = caller.actor(),
            .owner = resource.owner,
            .publisher = resource.publisher,
            .created_at = resource.updated_at};
}

}  // namespace

WrittenDocument written(const ctdl::Document& document) {
    WrittenDocument written{.ctid = document.ctid(),
                            .type = std::string(document.type()),
                            .text = document.text(),
                            .digest = document.digest(),
                            .entries = ctdl::entries_of(document)};
    for (auto& entry : written.entries) entry.text = search::folded_words(entry.text);
    return written;
}

Result<Resource> put_version(const Registry& registry, Transaction& transaction,
                             const Caller& caller, const std::optional<Resource>& before,
                             const WrittenDocument& document, const NextVersion& next) {
    const auto now = registry.now();
    auto resource = next_of(before, registry, now);
    resource.ctid = document.ctid;
    resource.type = document.type;
    resource.digest = document.digest;
    resource.owner = next.owner;
    resource.publisher = third_party(caller, next.owner);
    keep_origin(next.origin, transaction, before, resource);
    resource.number =
        TRY(resources::put(transaction, resource, version_of(resource, next, document.text, caller),
                           document.entries, now));
    return resource;
}

Result<Resource> put_deletion(const Registry& registry, Transaction& transaction,
                              const Caller& caller, const Resource& before, PublishMethod method) {
    const auto last = resources::version(transaction, before.number, before.revision).value();
    auto resource = next_of(before, registry, registry.now());
    resource.deleted_at = resource.updated_at;
    resource.publisher = third_party(caller, resource.owner);
    const NextVersion next{ResourceEvent::deleted, method, resource.owner};
    TRY(resources::put(transaction, resource, version_of(resource, next, last.document, caller),
                       {}));
    return resource;
}

ctdl::Document latest_document(Transaction& transaction, const Resource& resource) {
    return ctdl::Document::of_text(
        resources::version(transaction, resource.number, resource.revision).value().document);
}

}  // namespace cartulary
