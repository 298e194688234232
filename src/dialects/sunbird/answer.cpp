#include "dialects/sunbird/answer.h"

#include <algorithm>

#include "base/text.h"
#include "dialects/sunbird/moments.h"

namespace cartulary::sunbird {

namespace {

using http::Request;
using http::Response;

// Exactly this: clients compare the header as a whole.
constexpr auto json_type = "application/json";
constexpr std::size_t id_length_max = 100;         // characters of "api.org.create"
constexpr std::size_t message_id_bytes_max = 100;  // of a client's own; a longer one is not echoed

Profile profile_of(const Operations& operations, const Request& request) {
    return parse_profile(text::lower_ascii(request.header("x-sunbird-profile")))
        .value_or(operations.profile);
}

bool may_stand_in_id(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool is_version(std::string_view segment) {
    return segment.size() == 2 && segment.front() == 'v' && segment[1] >= '0' && segment[1] <= '9';
}

// Of a path that is not known, as of those that are: with its version replaced.
std::string id_of(std::string_view path) {
    std::string id = "api";
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto segment = path.substr(0, path.find('/'));
        path.remove_prefix(segment.size());
        const bool is_name = !segment.empty() && std::ranges::all_of(segment, may_stand_in_id);
        if (!is_name || is_version(segment) || segment == "api") continue;
        if (id.size() + 1 + segment.size() > id_length_max) break;
        id.append(".").append(segment);
    }
    return id;
}

// What stands before the first parameter: "channel/read/{channel_id}" is "api.channel.read".
std::string id_of(const Endpoint& endpoint) {
    auto id = "api." + std::string(endpoint.family);
    const auto rest = endpoint.rest.substr(0, endpoint.rest.find("/{"));
    id.append(".").append(rest);
    std::ranges::replace(id, '/', '.');
    return id;
}

std::string_view version_of(std::string_view path) {
    return path.starts_with("/v2/") || path.find("/v2/") != std::string_view::npos ? "v2" : "v1";
}

bool is_of_channels(std::string_view path) {
    return path.starts_with("/api/channel") || path.starts_with("/v1/channel");
}

std::string message_id_of(const Operations& operations, const Request& request, Profile profile) {
    const auto own = profile == Profile::modern ? request.header("x-request-id") : "";
    const auto id = own.empty() ? request.header("x-msgid") : own;
    const bool is_good = !id.empty() && id.size() <= message_id_bytes_max && text::is_utf8(id) &&
                         !text::has_control_character(id);
    return is_good ? std::string(id) : Uuid::random(operations.randomness).text();
}

// What the two profiles and the two envelopes call success and failure.
std::string status_word(const Head& head, const Told* refusal) {
    if (head.envelope == Envelope::channel) return refusal ? "failed" : "successful";
    if (head.profile == Profile::modern) return refusal ? "FAILED" : "SUCCESS";
    if (!refusal) return "success";
    return refusal->status == 401 ? "SERVER_ERROR" : refusal->code;
}

std::string response_code(const Head& head, const Told* refusal) {
    if (!refusal) return "OK";
    if (refusal->status == 404) return "RESOURCE_NOT_FOUND";
    if (refusal->status == 401 && head.profile == Profile::modern) return "UNAUTHORIZED";
    return refusal->status >= 500 ? "SERVER_ERROR" : "CLIENT_ERROR";
}

void write_params(json::Writer& writer, const Head& head, const Told* refusal) {
    const bool is_channel = head.envelope == Envelope::channel;
    writer.key("params").begin_object().key("resmsgid");
    if (is_channel) {
        writer.value(head.answer_id);
    } else if (head.profile == Profile::modern) {
        writer.value(head.message_id);
    } else {
        writer.value(nullptr);
    }
    writer.member("msgid", head.message_id);
    const auto status = status_word(head, refusal);
    if (is_channel) writer.member("status", status);
    writer.key("err").text_or_null(refusal ? refusal->code : "");
    if (!is_channel) writer.member("status", status);
    writer.key("errmsg").text_or_null(refusal ? refusal->message : "");
    writer.end_object();
}

// All but the result, whose value comes next.
std::string until_result(const Head& head, const Told* refusal) {
    const bool is_channel = head.envelope == Envelope::channel;
    json::Writer writer;
    writer.begin_object().member("id", head.id);
    writer.member("ver", is_channel ? "1.0" : head.version);
    writer.member("ts", is_channel ? iso_8601(head.at) : organisation_moment(head.at));
    write_params(writer, head, refusal);
    writer.member("responseCode", response_code(head, refusal)).key("result");
    return writer.take();
}

bool is_json(const Request& request) {
    const auto type = request.header("content-type");
    return text::equal_ignoring_ascii_case(text::trimmed(type.substr(0, type.find(';'))),
                                           json_type);
}

Result<json::Object> said_in(const Request& request) {
    if (!is_json(request)) return refuse_parameter("Content-Type", said::media_type);
    if (text::is_blank(request.body)) return json::Object{};
    const auto document = json::parse(request.body);
    if (!document || !document->object()) return refuse_parameter("body", said::unreadable);
    const auto* said = document->find("request");
    if (!said || said->is_null()) return json::Object{};
    if (!said->object()) return refuse_parameter("request", std::string(said::should_be) + "Map");
    return *said->object();
}

constexpr std::string_view after_result = "}";

Response succeeded(const Head& head, Outcome outcome) {
    auto text = until_result(head, nullptr);
    if (!outcome.next_piece) {
        text.reserve(text.size() + outcome.text.size() + after_result.size());
        return answered(200, std::move(text.append(outcome.text).append(after_result)));
    }
    auto response = answered(200, {});
    enum class At { begin, result, end };
    response.stream = [begin = std::move(text), next_piece = std::move(outcome.next_piece),
                       at = At::begin]() mutable -> std::optional<std::string> {
        if (at == At::begin) {
            at = At::result;
            return begin;
        }
        if (at == At::end) return std::nullopt;
        if (auto piece = next_piece()) return piece;
        at = At::end;
        return std::string(after_result);
    };
    return response;
}

Result<Outcome> result_of(const Endpoint& endpoint, const Handle& handle, Exchange& exchange) {
    const bool has_body = endpoint.method != http::Method::get;
    if (has_body && endpoint.takes_json) exchange.said = TRY(said_in(exchange.request));
    return handle(exchange);
}

std::string value_text(const Exchange& exchange, std::string_view parameter) {
    const auto* value = exchange.find(parameter);
    if (!value) return {};
    constexpr std::size_t shown_max = 200;  // bytes of what is repeated to the client
    const auto text = value->string() ? *value->string() : json::text_of(*value);
    return text.size() <= shown_max ? text : std::string();
}

Response answer(const Operations& operations, const Endpoint& endpoint, const Handle& handle,
                const Request& request) {
    auto head = head_of(operations, request);
    head.id = id_of(endpoint);
    Exchange exchange{request, operations, head.profile};
    auto result = result_of(endpoint, handle, exchange);
    if (result) return succeeded(head, *std::move(result));
    return refused(
        head, told(result.error(), {head.profile, endpoint.code, [&](std::string_view parameter) {
                                        return value_text(exchange, parameter);
                                    }}));
}

}  // namespace

const json::Value* Exchange::find(std::string_view name) const {
    const json::Value* found = nullptr;
    for (const auto& member : said) {
        if (member.name == name) found = &member.value;
    }
    return found && !found->is_null() ? found : nullptr;
}

std::vector<http::Route> routes(const Operations& operations, const Endpoint& endpoint,
                                Handle handle) {
    const auto handler = [operations, endpoint,
                          handle = std::move(handle)](const Request& request) {
        return answer(operations, endpoint, handle, request);
    };
    const std::string family(endpoint.family);
    const std::string version(endpoint.version);
    const std::string rest(endpoint.rest);
    const std::string operation(endpoint.operation);
    return {{endpoint.method, "/api/" + family + "/" + version + "/" + rest, operation,
             endpoint.cost, handler},
            {endpoint.method, "/" + version + "/" + family + "/" + rest, operation + "Directly",
             endpoint.cost, handler}};
}

Head head_of(const Operations& operations, const Request& request) {
    const auto profile = profile_of(operations, request);
    const bool is_channel = is_of_channels(request.path);
    return {.envelope = is_channel ? Envelope::channel : Envelope::organisation,
            .profile = profile,
            .id = id_of(request.path),
            .version = version_of(request.path),
            .message_id = message_id_of(operations, request, profile),
            .at = operations.now(),
            .answer_id = is_channel ? Uuid::random(operations.randomness).text() : ""};
}

Response answered(int status, std::string body) {
    return {.status = status, .content_type = json_type, .body = std::move(body)};
}

Response refused(const Head& head, const Told& told) {
    auto text = until_result(head, &told);
    text.append("{}").append(after_result);
    return answered(told.status, std::move(text));
}

std::function<Response(const http::Refusal&, const Request&)> refuse_in(
    const Operations& operations) {
    return [operations](const http::Refusal& refusal, const Request& request) {
        return refused(head_of(operations, request), told(refusal));
    };
}

}  // namespace cartulary::sunbird
