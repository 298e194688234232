#include <algorithm>

#include "dialects/assistant/answer.h"
#include "dialects/assistant/routes.h"
#include "http/list_stream.h"

namespace cartulary::assistant {

namespace {

using http::Cost;
using http::Method;
using http::Request;
using http::Response;

constexpr std::int64_t take_default = 10;
constexpr std::int64_t take_max = 100;

// {"data", "valid", "status", "extra"}, which says by itself whether it is an answer.
Response without_answer(const std::string& status) {
    json::Writer writer;
    writer.begin_object().member("data", nullptr).member("valid", false);
    writer.member("status", "Error: " + status).member("extra", nullptr).end_object();
    return json_answer(200, writer.take());
}

std::string message_of(const Error& error) {
    std::string message = error.message;
    for (const auto& [field, problem] : error.fields) {
        message += (&field == &error.fields.front().field ? ": " : "; ") + field + ' ' + problem;
    }
    return message;
}

// A whole number, or what counts without one.
std::int64_t number_in(const json::Value& body, std::string_view name, std::int64_t otherwise) {
    const auto* value = member_of(body, name);
    const auto* number = value ? value->integer() : nullptr;
    return number && *number >= 0 ? *number : otherwise;
}

Result<Response> search(const Operations& operations, const Request& request) {
    TRY(caller_of(operations.callers, request));
    const auto body = TRY(object_in(request));
    const auto* query = member_of(body, "Query");
    if (!query || !query->object() || query->object()->empty()) {
        return without_answer(
            "Query must be a query in CTDL, for example "
            "{\"@type\": \"ceterms:Certificate\"}");
    }
    const Slice slice{number_in(body, "Skip", 0),
                      static_cast<int>(std::min(number_in(body, "Take", take_default), take_max))};
    auto found = operations.finding.by_example(*query, slice);
    if (!found) return without_answer(message_of(found.error()));
    auto response = json_answer(200, {});
    response.stream =
        http::list_in_pieces(R"({"data":[)", operations.resources.texts(std::move(found->items)),
                             R"(],"valid":true,"status":"okay","extra":{"TotalResults":)" +
                                 std::to_string(found->total) + "}}");
    return response;
}

}  // namespace

std::vector<http::Route> search_routes(const Operations& operations) {
    return {route(Method::post, "/assistant/search/ctdl", "searchCtdl", Cost::slow,
                  std::bind_front(search, operations))};
}

}  // namespace cartulary::assistant
