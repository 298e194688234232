#include "dialects/reconciliation/reconciliation.h"

#include "base/json.h"
#include "dialects/reconciliation/answer.h"
#include "dialects/reconciliation/candidates.h"
#include "dialects/reconciliation/entity.h"
#include "dialects/reconciliation/extension.h"
#include "dialects/reconciliation/manifest.h"
#include "dialects/reconciliation/preview.h"
#include "dialects/reconciliation/suggestions.h"

namespace cartulary::embedded {
extern const std::string_view reconciliation_openapi;
}

namespace cartulary::reconciliation {

namespace {

using http::Cost;
using http::Method;
using http::Request;
using http::Response;

Result<std::string> results_of(const Operations& operations, const std::string& batch) {
    json::Writer writer;
    writer.begin_object();
    for (const auto& query : TRY(read_batch(batch))) {
        writer.key(query.id).raw(TRY(answer_of(operations, query)));
    }
    writer.end_object();
    return writer.take();
}

Result<Response> reconcile(const Operations& operations, const Request& request) {
    if (const auto batch = parameter(request, "queries"); !batch.empty()) {
        return answered(request, TRY(results_of(operations, batch)));
    }
    if (const auto query = parameter(request, "extend"); !query.empty()) {
        return answered(request, TRY(extended(operations, query)));
    }
    if (request.method == Method::post) {
        return fail(ErrorKind::invalid,
                    "the form (application/x-www-form-urlencoded) must have queries or extend");
    }
    return answered(request, manifest(operations));
}

Result<int> skipped_in(const Request& request) {
    return number(request, "cursor", 0, suggestions_skipped_max);
}

Result<Response> suggest_entities(const Operations& operations, const Request& request) {
    const auto skipped = TRY(skipped_in(request));
    return answered(request,
                    TRY(suggested_entities(operations, parameter(request, "prefix"), skipped)));
}

Result<Response> suggest_types(const Operations&, const Request& request) {
    const auto skipped = TRY(skipped_in(request));
    return answered(request, suggested_types(parameter(request, "prefix"), skipped));
}

Result<Response> suggest_properties(const Operations&, const Request& request) {
    const auto skipped = TRY(skipped_in(request));
    return answered(request, suggested_properties(parameter(request, "prefix"), skipped));
}

Result<Response> propose_properties(const Operations&, const Request& request) {
    const auto limit = TRY(number(request, "limit", 0, extended_properties_max));
    return answered(request, proposed_properties(parameter(request, "type"), limit));
}

Result<Response> get_preview(const Operations& operations, const Request& request) {
    const auto ctid = ctid_of(parameter(request, "id"), operations.public_url);
    return preview(ctid ? operations.finding.entry(*ctid) : std::nullopt, operations.public_url);
}

}  // namespace

const std::string_view openapi = embedded::reconciliation_openapi;

http::Area area(const Operations& operations) {
    const auto bound = [&](auto handle) -> Handle {
        return [operations, handle](const Request& request) { return handle(operations, request); };
    };
    std::vector<http::Route> routes{
        route(Method::get, "/reconcile", "getManifestOrReconcile", Cost::slow, bound(reconcile)),
        route(Method::post, "/reconcile", "reconcile", Cost::slow, bound(reconcile)),
        preflight("/reconcile", "preflightReconcile", "GET, HEAD, POST, OPTIONS")};
    const auto add = [&](const std::string& path, const std::string& name, auto handle) {
        routes.push_back(
            route(Method::get, "/reconcile" + path, "get" + name, Cost::slow, bound(handle)));
        routes.push_back(preflight("/reconcile" + path, "preflight" + name, "GET, HEAD, OPTIONS"));
    };
    add("/suggest/entity", "SuggestedEntities", suggest_entities);
    add("/suggest/type", "SuggestedTypes", suggest_types);
    add("/suggest/property", "SuggestedProperties", suggest_properties);
    add("/extend/propose", "ProposedProperties", propose_properties);
    add("/preview", "Preview", get_preview);
    return {.prefix = "/reconcile", .routes = std::move(routes), .refuse = refuse};
}

}  // namespace cartulary::reconciliation
