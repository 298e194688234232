#include "dialects/registry/envelope_requests.h"

namespace cartulary::registry {

namespace {

tl::unexpected<Error> unknown_envelope() {
    return fail(ErrorKind::not_found, "Couldn't find Envelope");
}

}  // namespace

EnvelopePlace place_of(const Operations& operations) {
    return {operations.public_url, operations.community};
}

Result<Resources::Listed> envelope_in(const Operations& operations, const http::Request& request) {
    const auto& text = request.path_parameter("envelope_id");
    auto ctid = Ctid::parse(text);
    if (const auto uuid = Uuid::parse(text)) {
        const auto known = operations.resources.known_by_envelope(*uuid);
        if (!known) return unknown_envelope();
        ctid = known->resource.ctid;
    }
    if (!ctid) return unknown_envelope();
    auto listed = operations.resources.listed(*ctid);
    if (!listed) return unknown_envelope();
    return listed;
}

std::string document_text(const Operations& operations, const Ctid& ctid, std::int64_t revision) {
    auto& resources = operations.resources;
    if (const auto text = resources.graph(ctid, {.revision = revision})) return *text->text;
    const auto version = resources.version(ctid, revision).value().version;
    return ctdl::graph_text(version.document, {operations.public_url});
}

std::string envelope_text(const Operations& operations, const Resources::Listed& listed,
                          bool metadata_only, bool changed, std::vector<std::string> warnings) {
    const auto& resource = listed.known.resource;
    std::string document;
    if (!metadata_only) document = document_text(operations, resource.ctid, resource.revision);
    return render_envelope(listed.known, place_of(operations),
                           {.document = metadata_only ? nullptr : &document,
                            .history = &listed.history,
                            .changed = changed,
                            .warnings = std::move(warnings)});
}

}  // namespace cartulary::registry
