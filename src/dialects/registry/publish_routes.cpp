#include "base/text.h"
#include "dialects/registry/answer.h"
#include "dialects/registry/envelope_requests.h"
#include "dialects/registry/payload.h"
#include "dialects/registry/routes.h"
#include "http/conditional.h"

namespace cartulary::registry {

namespace {

using http::Cost;
using http::Method;
using http::Request;
using http::Response;
using Publication = Resources::Publication;

constexpr std::size_t unresolved_told_max = 100;

tl::unexpected<Error> unknown_organization(const std::string& text) {
    return fail(ErrorKind::not_found, "Couldn't find Organization with 'id'=" + text +
                                          ": it must be registered, and may have to let yours "
                                          "publish for it");
}

Result<OrganizationId> organization_in(const std::string& text) {
    if (const auto id = OrganizationId::from_ctid(text)) return *id;
    if (const auto id = OrganizationId::parse(text)) return *id;
    return unknown_organization(text);
}

// Who publishes is told by the key; a client that says so too must say the same.
Result<void> require_own_publisher(const Caller& caller, const Request& request) {
    const auto publisher = request.query_parameter("published_by").value_or("");
    if (publisher.empty()) return {};
    const auto id = OrganizationId::from_ctid(publisher);
    if (id && *id == caller.id) return {};
    return fail(ErrorKind::forbidden, "published_by must be the organization of the API key");
}

// The digest of the version that If-Match names; nothing where any will do. It is held against the
// latest version again where that is changed.
std::optional<std::string> version_named(const Operations& operations, const Request& request,
                                         const Ctid& ctid) {
    const auto match = text::trimmed(request.header("if-match"));
    if (match.empty() || match == "*") return std::nullopt;
    const auto known = operations.resources.known(ctid);
    const auto digest = known ? known->resource.digest : std::string();
    const bool is_listed = known && http::lists_tag(match, '"' + digest + '"', false);
    return is_listed ? digest : "none of those that were named";
}

// What If-Match and If-None-Match bind a publication to.
void read_conditions(const Operations& operations, const Request& request,
                     Publication& publication) {
    using Expect = Publication::Expect;
    if (text::trimmed(request.header("if-none-match")) == "*") publication.expect = Expect::unknown;
    if (text::is_blank(request.header("if-match"))) return;
    publication.expect = Expect::known;
    publication.if_match = version_named(operations, request, publication.document.ctid());
}

std::vector<std::string> warnings_of(const ctdl::Problems& noticed,
                                     const Resources::Published& published) {
    std::vector<std::string> warnings;
    for (const auto& problem : noticed) warnings.push_back(text_of(problem));
    for (const auto& problem : published.warnings) warnings.push_back(text_of(problem));
    const auto& unresolved = published.unresolved;
    const auto told = std::min(unresolved.size(), unresolved_told_max);
    for (std::size_t i = 0; i < told; ++i) {
        warnings.push_back(unresolved[i].text() + " is referred to, and is not in this registry");
    }
    if (told < unresolved.size()) {
        warnings.push_back("and so are " + std::to_string(unresolved.size() - told) + " more");
    }
    return warnings;
}

Result<Response> publish(const Operations& operations, const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto& named = request.path_parameter("ctid");
    const auto owner = TRY(organization_in(named));
    TRY(require_own_publisher(caller, request));
    const auto metadata_only = TRY(flag_in(request, "metadata_only"));
    const auto payload = TRY(payload_in(request, operations.public_url));
    Publication publication{.owner = owner, .document = payload.document};
    read_conditions(operations, request, publication);
    const auto published = operations.resources.publish(caller, publication);
    if (!published) {
        if (published.error().kind == ErrorKind::not_found) return unknown_organization(named);
        return tl::unexpected(published.error());
    }
    const auto listed = TRY(operations.resources.listed(payload.document.ctid()));
    auto response = answered(published->created ? 201 : 200,
                             envelope_text(operations, listed, metadata_only, published->changed,
                                           warnings_of(payload.warnings, *published)));
    response.headers.push_back({"ETag", '"' + published->resource.digest + '"'});
    if (published->created) {
        response.headers.push_back({"Location", place_of(operations).address_of(listed.known)});
    }
    return response;
}

Result<Response> remove(const Operations& operations, const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto ctid = TRY(ctid_in(request, "ctid"));
    TRY(operations.resources.remove(caller, ctid, version_named(operations, request, ctid)));
    return Response{.status = 204};
}

Result<Response> transfer(const Operations& operations, const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto ctid = TRY(ctid_in(request, "ctid"));
    const auto named = request.query_parameter("organization_id").value_or("");
    if (named.empty()) {
        return fail(ErrorKind::invalid,
                    "organization_id is required: the CTID of the organization that is to own it");
    }
    const auto to = TRY(organization_in(named));
    const auto before = TRY(operations.resources.known(ctid));
    const auto moved = operations.resources.transfer(caller, ctid, to);
    if (!moved) {
        if (moved.error().kind == ErrorKind::not_found) return unknown_organization(named);
        return tl::unexpected(moved.error());
    }
    const auto listed = TRY(operations.resources.listed(ctid));
    return answered(200, envelope_text(operations, listed, true,
                                       moved->resource.revision != before.resource.revision));
}

}  // namespace

std::vector<http::Route> publish_routes(const Operations& operations) {
    const auto bound = [&operations](auto handle) -> Handle {
        return [operations, handle](const Request& request) { return handle(operations, request); };
    };
    return {route(Method::post, "/resources/organizations/{ctid}/documents", "publishDocument",
                  Cost::write, bound(publish)),
            route(Method::del, "/resources/documents/{ctid}", "deleteDocument", Cost::write,
                  bound(remove)),
            route(Method::patch, "/resources/documents/{ctid}/transfer", "transferDocument",
                  Cost::write, bound(transfer))};
}

}  // namespace cartulary::registry
