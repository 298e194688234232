#include <map>

#include "base/base64.h"
#include "base/text.h"
#include "dialects/acclaim/acclaim.h"
#include "dialects/acclaim/answer.h"
#include "http/form.h"

// RFC 6749: client credentials (4.4), how a client says who it is (2.3.1), and errors (5.2).
namespace cartulary::acclaim {

namespace {

using http::Request;
using http::Response;

constexpr std::string_view basic = "Basic ";

using Parameters = std::map<std::string, std::string>;

struct Refused {
    int status;
    std::string error;
    std::string description;
};
template <class T>
using Outcome = tl::expected<T, Refused>;

tl::unexpected<Refused> invalid_request(std::string description) {
    return tl::unexpected(Refused{400, "invalid_request", std::move(description)});
}

tl::unexpected<Refused> invalid_client(std::string description) {
    return tl::unexpected(Refused{401, "invalid_client", std::move(description)});
}

Response answered_unkept(int status, std::string body) {
    auto response = answered(status, std::move(body));
    response.headers = {{"Cache-Control", "no-store"}, {"Pragma", "no-cache"}};
    return response;
}

Response render(const Refused& refused) {
    json::Writer writer;
    writer.begin_object().member("error", refused.error);
    writer.member("error_description", refused.description).end_object();
    auto response = answered_unkept(refused.status, writer.take());
    if (refused.status == 401) {
        response.headers.push_back({"WWW-Authenticate", R"(Basic realm="client credentials")"});
    }
    return response;
}

Response render(const Access& access) {
    std::string scope;
    const auto add = [&](bool given, std::string_view name) {
        if (given) scope.append(scope.empty() ? "" : " ").append(name);
    };
    add(access.rights.read, "read");
    add(access.rights.write, "write");
    add(access.rights.del, "delete");
    json::Writer writer;
    writer.begin_object().member("access_token", access.text).member("token_type", "Bearer");
    writer.member("expires_in", access.life.count()).member("scope", scope).end_object();
    return answered_unkept(200, writer.take());
}

bool is_json(const Request& request) {
    const auto type = request.header("content-type");
    return text::equal_ignoring_ascii_case(text::trimmed(type.substr(0, type.find(';'))),
                                           "application/json");
}

Outcome<Parameters> parameters_of(const Request& request) {
    Parameters parameters;
    if (!is_json(request)) {
        for (auto& [name, value] : http::form_decode(request.body)) parameters[name] = value;
        return parameters;
    }
    const auto object = object_of(request);
    if (!object) return invalid_request(object.error().message);
    for (const auto& [name, value] : *object) {
        if (value.string()) parameters[name] = *value.string();
    }
    return parameters;
}

// The credentials of the header take the place of the body's.
Outcome<void> read_basic(const Request& request, Parameters& parameters) {
    const auto header = request.header("authorization");
    if (!text::equal_ignoring_ascii_case(header.substr(0, basic.size()), basic)) return {};
    const auto decoded = base64_decode(text::trimmed(header.substr(basic.size())));
    const auto colon = decoded ? decoded->find(':') : std::string::npos;
    if (colon == std::string::npos) {
        return invalid_client("the credentials of HTTP Basic cannot be read");
    }
    const auto part = [](const std::string& escaped) {
        return http::percent_decode(escaped).value_or(escaped);
    };
    parameters["client_id"] = part(decoded->substr(0, colon));
    parameters["client_secret"] = part(decoded->substr(colon + 1));
    return {};
}

Outcome<Access> exchanged(Tokens& tokens, const Request& request) {
    auto parameters = parameters_of(request);
    if (!parameters) return tl::unexpected(parameters.error());
    if (const auto read = read_basic(request, *parameters); !read) {
        return tl::unexpected(read.error());
    }
    const auto& grant_type = (*parameters)["grant_type"];
    if (grant_type.empty()) return invalid_request("grant_type is required");
    if (grant_type != "client_credentials") {
        return tl::unexpected(
            Refused{400, "unsupported_grant_type", "grant_type must be client_credentials"});
    }
    const auto access = tokens.exchange((*parameters)["client_id"], (*parameters)["client_secret"]);
    if (!access) return invalid_client(access.error().message);
    return *access;
}

std::string error_of_status(int status) {
    if (status == 429 || status == 503) return "temporarily_unavailable";
    return status >= 500 ? "server_error" : "invalid_request";
}

}  // namespace

http::Area oauth_area(const Operations& operations) {
    const auto exchange = [operations](const Request& request) {
        const auto access = exchanged(operations.tokens, request);
        return access ? render(*access) : render(access.error());
    };
    return {.prefix = "/oauth",
            .routes = {{http::Method::post, "/oauth/token", "exchangeCredentials",
                        http::Cost::write, exchange}},
            .refuse = [](const http::Refusal& refusal, const Request&) {
                return render(
                    Refused{refusal.status, error_of_status(refusal.status), refusal.message});
            }};
}

}  // namespace cartulary::acclaim
