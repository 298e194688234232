#include "dialects/registry/envelope_text.h"

#include <algorithm>

namespace cartulary::registry {

namespace {

using json::Writer;

void write_moment(Writer& writer, std::string_view name, const std::optional<Timestamp>& moment) {
    writer.key(name);
    if (moment) {
        writer.value(iso_8601(*moment));
    } else {
        writer.value(nullptr);
    }
}

void write_organization(Writer& writer, std::string_view name,
                        const std::optional<OrganizationId>& organization) {
    writer.key(name);
    if (organization) {
        writer.value(organization->ctid());
    } else {
        writer.value(nullptr);
    }
}

void write_history(Writer& writer, const ResourceKnown& known, const EnvelopePlace& place,
                   const std::vector<ResourceVersion>& history) {
    const auto revisions = place.address_of(known) + "/revisions/";
    writer.begin_array();
    for (const auto& version : history) {
        writer.begin_object()
            .member("head", version.revision == history.back().revision)
            .member("event", event_name(version.event))
            .member("created_at", iso_8601(version.created_at))
            .member("actor", version.actor)
            .member("url", revisions + std::to_string(version.revision))
            .end_object();
    }
    writer.end_array();
}

void write_node_headers(Writer& writer, const ResourceKnown& known, const EnvelopePlace& place,
                        const EnvelopeParts& parts) {
    const auto& resource = known.resource;
    writer.begin_object().member("resource_digest", resource.digest);
    if (parts.history) {
        writer.key("revision_history");
        write_history(writer, known, place, *parts.history);
    }
    write_moment(writer, "created_at", resource.created_at);
    write_moment(writer, "updated_at", resource.updated_at);
    write_moment(writer, "deleted_at", resource.deleted_at);
    writer.end_object();
}

// Who publishes says that it is true; later somebody may say it again.
std::string last_verified_on(const Resource& resource) {
    const auto last =
        std::max(resource.updated_at, resource.verified_at.value_or(resource.updated_at));
    return iso_8601(last).substr(0, std::string_view("2026-09-21").size());
}

}  // namespace

std::string EnvelopePlace::community_name() const {
    auto name = community;
    std::ranges::replace(name, '-', '_');
    return name;
}

std::string EnvelopePlace::address_of(const ResourceKnown& known) const {
    return public_url + '/' + community + "/envelopes/" + known.resource.envelope.text();
}

std::string_view event_name(ResourceEvent event) {
    switch (event) {
        case ResourceEvent::created: return "create";
        case ResourceEvent::updated: return "update";
        case ResourceEvent::deleted: return "destroy";
        case ResourceEvent::transferred: return "update";
    }
    __builtin_unreachable();
}

std::string render_envelope(const ResourceKnown& known, const EnvelopePlace& place,
                            const EnvelopeParts& parts) {
    const auto& resource = known.resource;
    Writer writer;
    writer.begin_object()
        .member("envelope_community", place.community_name())
        .member("envelope_id", resource.envelope.text())
        .member("envelope_ceterms_ctid", resource.ctid.text())
        .member("envelope_ctdl_type", resource.type)
        .member("envelope_type", "resource_data")
        .member("envelope_version", "1.0.0");
    if (parts.document) writer.key("decoded_resource").raw(*parts.document);
    // The original wraps what is sent in a signed token; its clients read no other word here.
    writer.member("resource_format", "json")
        .member("resource_encoding", "jwt")
        .member("publisher_id", known.publisher.value_or(known.owner).text())
        .member("secondary_publisher_id", nullptr)
        .member("resource_publish_type", known.publisher ? "secondary" : "primary")
        .key("node_headers");
    write_node_headers(writer, known, place, parts);
    write_organization(writer, "owned_by", known.owner);
    write_organization(writer, "published_by", known.publisher);
    writer.member("changed", parts.changed);
    write_moment(writer, "updated_at", resource.updated_at);
    writer.member("last_verified_on", last_verified_on(resource));
    if (!parts.warnings.empty()) {
        writer.key("warnings").begin_array();
        for (const auto& warning : parts.warnings) writer.value(warning);
        writer.end_array();
    }
    return writer.end_object().take();
}

std::string render_history(const ResourceKnown& known, const EnvelopePlace& place,
                           const std::vector<ResourceVersion>& history) {
    Writer writer;
    write_history(writer, known, place, history);
    return writer.take();
}

std::string render_change(const Resources::ChangeTold& told) {
    const auto& [change, known] = told;
    Writer writer;
    writer.begin_object()
        .member("envelope_ceterms_ctid", known.resource.ctid.text())
        .member("event", event_name(change.event))
        .member("created_at", iso_8601(change.created_at))
        .member("number", change.number)
        .member("envelope_id", known.resource.envelope.text())
        .member("revision", change.revision)
        .member("owned_by", known.owner.ctid())
        .end_object();
    return writer.take();
}

}  // namespace cartulary::registry
