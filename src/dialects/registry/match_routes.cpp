#include "base/json.h"
#include "dialects/registry/answer.h"
#include "dialects/registry/match_query.h"
#include "dialects/registry/routes.h"

namespace cartulary::registry {

namespace {

using http::Request;
using http::Response;
using Matched = Finding::Matched;

void render_place(json::Writer& writer, const ResourceEntry& entry) {
    const auto render = [&](std::string_view name, const std::vector<std::string>& values) {
        if (!values.empty()) writer.member(name, values.front());
    };
    writer.key("place").begin_object();
    render("city", entry.places);
    render("region", entry.regions);
    render("country", entry.countries);
    writer.end_object();
}

void render(json::Writer& writer, const Operations& operations, const Matched& matched) {
    const auto& [candidate, entry] = matched;
    const auto ctid = entry.ctid.text();
    writer.begin_object()
        .member("ctid", ctid)
        .member("@id", operations.public_url + "/resources/" + ctid)
        .member("type", entry.type)
        .member("name", entry.names.empty() ? candidate.name : entry.names.front().text)
        .member("matched_name", candidate.name)
        .member("score", candidate.score)
        .member("chosen", candidate.chosen);
    writer.key("reasons").begin_array();
    for (const auto& reason : candidate.reasons) writer.value(reason);
    writer.end_array();
    render_place(writer, entry);
    writer.end_object();
}

void render(json::Writer& writer, const Operations& operations,
            const std::vector<Matched>& candidates) {
    writer.begin_object().key("candidates").begin_array();
    for (const auto& matched : candidates) render(writer, operations, matched);
    writer.end_array().end_object();
}

Result<Response> match(const Operations& operations, const Request& request) {
    const auto body = json::parse(request.body);
    if (!body) return fail(ErrorKind::invalid, "the body is not JSON: " + body.error().message);
    const auto asked = TRY(match_request(*body));
    json::Writer writer;
    if (asked.is_list) writer.begin_object().key("results").begin_array();
    for (const auto& [described, count] : asked.queries) {
        const auto candidates = TRY(operations.finding.match(described, count));
        render(writer, operations, candidates);
    }
    if (asked.is_list) writer.end_array().end_object();
    auto response = answered(200, writer.take());
    response.headers.push_back({"Access-Control-Allow-Origin", "*"});
    return response;
}

}  // namespace

std::vector<http::Route> match_routes(const Operations& operations) {
    return {route(http::Method::post, "/match", "matchOrganization", http::Cost::slow,
                  [operations](const Request& request) { return match(operations, request); })};
}

}  // namespace cartulary::registry
