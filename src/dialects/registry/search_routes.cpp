#include "base/json.h"
#include "dialects/registry/answer.h"
#include "dialects/registry/routes.h"
#include "dialects/registry/search_query.h"
#include "http/list_stream.h"
#include "search/facet_names.h"

namespace cartulary::registry {

namespace {

using http::Cost;
using http::Method;
using http::Request;
using http::Response;

constexpr int suggestions_default = 10;
constexpr int examples_default = 10;
constexpr int examples_max = 100;

std::string_view word_for(search::NameMatch match) {
    switch (match) {
        case search::NameMatch::exact: return "exact";
        case search::NameMatch::begins: return "begins";
        case search::NameMatch::words: return "words";
        case search::NameMatch::nearly_exact: return "nearly_exact";
        case search::NameMatch::nearly: return "nearly";
    }
    __builtin_unreachable();
}

// What Finding refuses, in the words of the parameters.
tl::unexpected<Error> refused_parameters(const Error& error, std::string_view text_name) {
    std::string message;
    for (const auto& [field, problem] : error.fields) {
        if (!message.empty()) message += "; ";
        message += field == "text" ? std::string(text_name) : "the page";
        message += ' ' + problem;
    }
    return fail(ErrorKind::invalid, message);
}

void render(json::Writer& writer, const Operations& operations, const Finding::Found& found) {
    const auto& entry = found.entry;
    const auto ctid = entry.ctid.text();
    writer.begin_object()
        .member("ctid", ctid)
        .member("@id", operations.public_url + "/resources/" + ctid)
        .member("type", entry.type)
        .member("name", entry.names.empty() ? "" : entry.names.front().text)
        .member("excerpt", entry.excerpt)
        .member("match", found.match ? word_for(*found.match) : "text");
    writer.key("owner")
        .begin_object()
        .member("ctid", found.owner.text())
        .member("name", found.owner_name)
        .end_object();
    writer.member("website", entry.website)
        .member("updated", iso_8601(entry.updated_at))
        .end_object();
}

void render(json::Writer& writer, const Finding::FacetCounts& facet) {
    writer.key(name_of(facet.facet)).begin_array();
    for (const auto& [value, label, count] : facet.counts) {
        writer.begin_object().member("value", value);
        if (facet.facet == search::Facet::owner) writer.member("name", label);
        writer.member("count", count).end_object();
    }
    writer.end_array();
}

Result<Response> search(const Operations& operations, const Request& request) {
    const auto [query, text_name] = TRY(search_asked(request));
    const auto answer = operations.finding.search(query);
    if (!answer) return refused_parameters(answer.error(), text_name);
    json::Writer writer;
    writer.begin_object().key("results").begin_array();
    for (const auto& found : answer->items) render(writer, operations, found);
    writer.end_array().member("total", answer->total).member("at_least", answer->at_least);
    if (answer->corrected) {
        writer.member("corrected", *answer->corrected);
    } else {
        writer.member("corrected", nullptr);
    }
    writer.key("facets").begin_object();
    for (const auto& facet : answer->facets) render(writer, facet);
    writer.end_object().end_object();
    auto response = answered(200, writer.take());
    if (query.slice.count > 0 && query.slice.offset % query.slice.count == 0) {
        const PageAsked page{query.slice.offset / query.slice.count + 1, query.slice.count};
        tell_page(response, request, page, answer->total, operations.public_url);
    }
    return response;
}

Result<Response> suggest(const Operations& operations, const Request& request) {
    const auto text = request.query_parameter("q").value_or("");
    const auto conditions = TRY(conditions_in(request));
    const auto count =
        TRY(number_in(request, "take", suggestions_default, {1, Finding::suggestions_max}));
    const auto suggestions =
        operations.finding.suggest(text, conditions, static_cast<std::size_t>(count));
    if (!suggestions) return refused_parameters(suggestions.error(), "q");
    json::Writer writer;
    writer.begin_object().key("suggestions").begin_array();
    for (const auto& suggestion : *suggestions) {
        const auto ctid = suggestion.ctid.text();
        writer.begin_object()
            .member("name", suggestion.name)
            .member("ctid", ctid)
            .member("@id", operations.public_url + "/resources/" + ctid)
            .member("type", suggestion.type)
            .end_object();
    }
    writer.end_array().end_object();
    return answered(200, writer.take());
}

Result<Response> search_by_example(const Operations& operations, const Request& request) {
    const auto query = json::parse(request.body);
    if (!query) return fail(ErrorKind::invalid, "the body is not JSON: " + query.error().message);
    const auto skip = TRY(number_in(request, "skip", 0, {0, page_max}));
    const auto take = TRY(number_in(request, "take", examples_default, {0, examples_max}));
    auto found = TRY(operations.finding.by_example(*query, {skip, static_cast<int>(take)}));
    auto response = answered(200, {});
    response.headers.push_back({"Access-Control-Allow-Origin", "*"});
    response.stream =
        http::list_in_pieces(R"({"data":[)", operations.resources.texts(std::move(found.items)),
                             R"(],"total":)" + std::to_string(found.total) + "}");
    return response;
}

}  // namespace

std::vector<http::Route> search_routes(const Operations& operations) {
    const auto bound = [&operations](auto handle) -> Handle {
        return [operations, handle](const Request& request) { return handle(operations, request); };
    };
    return {
        open_route("/search", "search", Cost::slow, bound(search)),
        open_route("/search/suggest", "suggestNames", Cost::slow, bound(suggest)),
        route(Method::post, "/ctdl", "searchByExample", Cost::slow, bound(search_by_example)),
    };
}

}  // namespace cartulary::registry
