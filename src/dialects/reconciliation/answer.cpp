#include "dialects/reconciliation/answer.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "http/form.h"
#include "http/usual_status.h"

namespace cartulary::reconciliation {

namespace {

using http::Request;
using http::Response;

constexpr std::size_t callback_length_max = 128;
constexpr auto form_type = "application/x-www-form-urlencoded";

Response with_error(int status, const std::string& message) {
    json::Writer writer;
    writer.begin_object().member("error", message).end_object();
    return {.status = status,
            .content_type = json_type,
            .body = writer.take(),
            .headers = {{"Cache-Control", "no-store"}}};
}

std::string message_of(const Error& error) {
    if (error.fields.empty()) return error.message;
    std::string message;
    for (const auto& [field, problem] : error.fields) {
        message += (message.empty() ? "" : "; ") + field + ' ' + problem;
    }
    return message;
}

Response open_to_all(Response response) {
    response.headers.push_back({"Access-Control-Allow-Origin", "*"});
    return response;
}

// The name of a function, perhaps of an object's: nothing that could be more script than that.
bool names_function(std::string_view callback) {
    return callback.size() <= callback_length_max &&
           std::all_of(callback.begin(), callback.end(), [](char byte) {
               return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                      (byte >= '0' && byte <= '9') || byte == '_' || byte == '$' || byte == '.';
           });
}

bool is_form(const Request& request) {
    const auto type = request.header("content-type");
    return text::equal_ignoring_ascii_case(text::trimmed(type.substr(0, type.find(';'))),
                                           form_type);
}

}  // namespace

Result<Response> answered(const Request& request, std::string json) {
    const auto callback = request.query_parameter("callback").value_or("");
    if (callback.empty()) {
        return Response{.status = 200, .content_type = json_type, .body = std::move(json)};
    }
    if (!names_function(callback)) {
        return fail(ErrorKind::invalid, "callback must be the name of a function");
    }
    // The comment keeps the answer from being read as anything but a script.
    return Response{.status = 200,
                    .content_type = "application/javascript; charset=utf-8",
                    .body = "/**/" + callback + '(' + std::move(json) + ");"};
}

Response refused(const Error& error) {
    return with_error(http::usual_status(error.kind), message_of(error));
}

Response refuse(const http::Refusal& refusal, const Request&) {
    return open_to_all(with_error(refusal.status, refusal.message));
}

std::string parameter(const Request& request, std::string_view name) {
    if (request.method == http::Method::post && is_form(request)) {
        for (auto& [known, value] : http::form_decode(request.body)) {
            if (known == name) return std::move(value);
        }
    }
    return request.query_parameter(name).value_or("");
}

Result<int> number(const Request& request, std::string_view name, int otherwise, int most) {
    const auto text = request.query_parameter(name).value_or("");
    if (text.empty()) return otherwise;
    int number = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error == std::errc() && stop == end && number >= 0 && number <= most) return number;
    return fail(ErrorKind::invalid,
                std::string(name) + " must be a whole number from 0 to " + std::to_string(most));
}

http::Route route(http::Method method, std::string path, std::string operation, http::Cost cost,
                  Handle handle) {
    return {method, std::move(path), std::move(operation), cost,
            [handle = std::move(handle)](const Request& request) {
                auto response = handle(request);
                return open_to_all(response ? *std::move(response) : refused(response.error()));
            }};
}

http::Route preflight(std::string path, std::string operation, std::string methods) {
    return {http::Method::options, std::move(path), std::move(operation), http::Cost::read,
            [methods = std::move(methods)](const Request&) {
                return open_to_all({.status = 204,
                                    .headers = {{"Allow", methods},
                                                {"Access-Control-Allow-Methods", methods},
                                                {"Access-Control-Allow-Headers", "Content-Type"},
                                                {"Access-Control-Max-Age", "86400"}}});
            }};
}

}  // namespace cartulary::reconciliation
