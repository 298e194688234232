#include "operations/resource_export.h"

#include "base/json.h"
#include "store/changed_resources.h"
#include "store/changes.h"

namespace cartulary {

namespace {

void write_headers(json::Writer& writer, const Resource& resource) {
    writer.begin_object()
        .member("resource_digest", resource.digest)
        .member("created_at", iso_8601(resource.created_at))
        .member("updated_at", iso_8601(resource.updated_at));
    if (resource.deleted_at) writer.member("deleted_at", iso_8601(*resource.deleted_at));
    writer.end_object();
}

std::string line_of(const changes::ChangedResource& changed) {
    const auto& resource = changed.resource;
    json::Writer writer;
    writer.begin_object()
        .member("envelope_ceterms_ctid", resource.ctid.text())
        .member("envelope_ctdl_type", resource.type)
        .member("envelope_id", resource.envelope.text())
        .member("owned_by", changed.owner.ctid());
    if (changed.publisher) writer.member("published_by", changed.publisher->ctid());
    write_headers(writer.key("node_headers"), resource);
    if (!resource.deleted_at) writer.key("decoded_resource").raw(changed.document);
    writer.end_object();
    return writer.take() + "\n";
}

}  // namespace

ResourceExport::ResourceExport(const Registry& registry, std::optional<std::int64_t> since)
    : registry_(registry),
      deleted_too_(since.has_value()),
      after_(since.value_or(0)),
      until_(registry.store.read(changes::last)) {}

std::optional<std::string> ResourceExport::next_lines() {
    const auto page = registry_.store.read([&](Transaction& transaction) {
        return changes::changed_in(transaction,
                                   {.after = after_, .until = until_, .deleted_too = deleted_too_});
    });
    if (page.empty()) return std::nullopt;
    after_ = page.back().change;
    std::string lines;
    for (const auto& changed : page) lines += line_of(changed);
    return lines;
}

}  // namespace cartulary
