#include <utility>

#include "dialects/registry/answer.h"
#include "dialects/registry/envelope_events.h"
#include "dialects/registry/envelope_requests.h"
#include "dialects/registry/routes.h"
#include "http/list_stream.h"

namespace cartulary::registry {

namespace {

using http::Cost;
using http::Method;
using http::Request;
using http::Response;

constexpr auto all = "/envelopes";
const std::string one = "/envelopes/{envelope_id}";

// The envelopes of a page, each document read when the client has taken the one before.
http::Pieces told(const Operations& operations, std::vector<Resources::Listed> items,
                  bool metadata_only) {
    const auto next = [operations, items = std::move(items), metadata_only,
                       at = std::size_t{0}]() mutable -> std::optional<std::string> {
        if (at == items.size()) return std::nullopt;
        return envelope_text(operations, items[at++], metadata_only);
    };
    return http::list_in_pieces("[", next, "]");
}

Result<std::optional<OrganizationId>> owner_in(const Request& request) {
    const auto owner = request.query_parameter("owned_by");
    if (!owner) return std::nullopt;
    const auto id = OrganizationId::from_ctid(*owner);
    if (!id) return fail(ErrorKind::invalid, "owned_by " + std::string(ctid_problem));
    return id;
}

Result<Response> list(const Operations& operations, const Request& request) {
    const auto asked = TRY(page_asked(request));
    const auto metadata_only = TRY(flag_in(request, "metadata_only"));
    const Resources::ListQuery query{
        .owner = TRY(owner_in(request)),
        .type = request.query_parameter("envelope_ctdl_type").value_or(""),
        .deleted_too = TRY(flag_in(request, "include_deleted"))};
    auto page = operations.resources.list(query, asked.slice());
    auto response = answered(200, {});
    tell_page(response, request, asked, page.total, operations.public_url);
    response.stream = told(operations, std::move(page.items), metadata_only);
    return response;
}

Result<Response> info(const Operations& operations, const Request&) {
    json::Writer writer;
    const auto total = operations.resources.list({}, {.offset = 0, .count = 1}).total;
    writer.begin_object()
        .member("envelope_community", place_of(operations).community_name())
        .member("total_envelopes", total)
        .end_object();
    return answered(200, writer.take());
}

// gone: it was deleted, and deleted ones were not asked for.
Result<Resources::Listed> shown_envelope(const Operations& operations, const Request& request) {
    auto listed = TRY(envelope_in(operations, request));
    const auto deleted_too = TRY(flag_in(request, "include_deleted"));
    if (listed.known.resource.deleted_at && !deleted_too) {
        return fail(ErrorKind::gone,
                    "this envelope was deleted; with include_deleted=true it is told");
    }
    return listed;
}

Result<Response> get(const Operations& operations, const Request& request) {
    const auto listed = TRY(shown_envelope(operations, request));
    const auto metadata_only = TRY(flag_in(request, "metadata_only"));
    return answered(200, envelope_text(operations, listed, metadata_only));
}

Result<Response> get_info(const Operations& operations, const Request& request) {
    const auto listed = TRY(shown_envelope(operations, request));
    return answered(200, envelope_text(operations, listed, true));
}

Result<Response> list_revisions(const Operations& operations, const Request& request) {
    const auto listed = TRY(envelope_in(operations, request));
    return answered(200, render_history(listed.known, place_of(operations), listed.history));
}

Result<std::int64_t> required_revision(const Request& request, std::string_view name) {
    const auto revision = TRY(number_in(request, name, 0, {1, 1'000'000'000}));
    if (revision == 0) {
        return fail(ErrorKind::invalid,
                    std::string(name) + " is required: the number of a revision");
    }
    return revision;
}

Result<Response> get_revision(const Operations& operations, const Request& request) {
    const auto listed = TRY(envelope_in(operations, request));
    const auto& ctid = listed.known.resource.ctid;
    const auto& text = request.path_parameter("revision");
    for (const auto& version : listed.history) {
        if (std::to_string(version.revision) != text) continue;
        const auto then = TRY(operations.resources.version(ctid, version.revision)).known;
        const auto document = document_text(operations, ctid, version.revision);
        return answered(200, render_envelope(then, place_of(operations), {.document = &document}));
    }
    return fail(ErrorKind::not_found, "the envelope has the revisions 1 to " +
                                          std::to_string(listed.known.resource.revision));
}

Result<Response> compare(const Operations& operations, const Request& request) {
    const auto listed = TRY(envelope_in(operations, request));
    const auto from = TRY(required_revision(request, "from"));
    const auto to = TRY(required_revision(request, "to"));
    auto response =
        answered(200, TRY(operations.resources.difference(listed.known.resource.ctid, from, to)));
    response.content_type = "application/json-patch+json";
    return response;
}

Result<Response> download(const Operations& operations, const Request& request) {
    const auto listed = TRY(shown_envelope(operations, request));
    const auto& resource = listed.known.resource;
    auto response = answered(200, document_text(operations, resource.ctid, resource.revision));
    response.content_type = json_ld_type;
    response.headers.push_back(
        {"Content-Disposition", "attachment; filename=\"" + resource.ctid.text() + ".json\""});
    return response;
}

Result<std::optional<Timestamp>> verified_on(const Request& request) {
    const auto date = request.query_parameter("last_verified_on");
    if (!date || date->empty()) return std::nullopt;
    return TRY(moment_in(*date, "last_verified_on"));
}

Result<Response> verify(const Operations& operations, const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto listed = TRY(envelope_in(operations, request));
    const auto at = TRY(verified_on(request));
    const auto& ctid = listed.known.resource.ctid;
    auto verified = operations.resources.verify(caller, ctid, at);
    if (!verified) {
        for (auto& problem : verified.error().fields) {
            if (problem.field == "verified_at") problem.field = "last_verified_on";
        }
        return tl::unexpected(std::move(verified).error());
    }
    return answered(200,
                    envelope_text(operations, {*std::move(verified), listed.history}, true, true));
}

}  // namespace

std::vector<http::Route> envelope_routes(const Operations& operations) {
    const auto bound = [&operations](auto handle) -> Handle {
        return [operations, handle](const Request& request) { return handle(operations, request); };
    };
    return {
        // Each document of a page may be large.
        open_route(all, "listEnvelopes", Cost::slow, bound(list)),
        // All are counted.
        open_route("/envelopes/info", "getEnvelopesInfo", Cost::slow, bound(info)),
        open_route("/envelopes/events", "listEnvelopeEvents", Cost::read, bound(list_events)),
        open_route(one, "getEnvelope", Cost::read, bound(get)),
        open_route(one + "/info", "getEnvelopeInfo", Cost::read, bound(get_info)),
        open_route(one + "/revisions", "listRevisions", Cost::read, bound(list_revisions)),
        open_route(one + "/revisions/{revision}", "getRevision", Cost::slow, bound(get_revision)),
        open_route(one + "/compare", "compareRevisions", Cost::slow, bound(compare)),
        open_route(one + "/download", "downloadEnvelope", Cost::read, bound(download)),
        route(Method::patch, one + "/verify", "verifyEnvelope", Cost::write, bound(verify)),
    };
}

}  // namespace cartulary::registry
