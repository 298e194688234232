#include "base/text.h"
#include "dialects/sunbird/answer.h"
#include "dialects/sunbird/credentials.h"
#include "dialects/sunbird/routes.h"
#include "http/form.h"

// How Sunbird's scripts get a person's token: OAuth 2's password grant (RFC 6749, 4.3), at the path
// of the identity server that stands beside a Sunbird.
namespace cartulary::sunbird {

namespace {

using http::Request;
using http::Response;

constexpr auto path = "/auth/realms/sunbird/protocol/openid-connect/token";

Response unkept(Response response) {
    response.headers = {{"Cache-Control", "no-store"}, {"Pragma", "no-cache"}};
    return response;
}

Response refused(int status, std::string_view error, std::string_view description) {
    json::Writer writer;
    writer.begin_object().member("error", error).member("error_description", description);
    writer.end_object();
    return unkept(answered(status, writer.take()));
}

bool is_form(const Request& request) {
    const auto type = request.header("content-type");
    return text::equal_ignoring_ascii_case(text::trimmed(type.substr(0, type.find(';'))),
                                           "application/x-www-form-urlencoded");
}

Response token(const Operations& operations, const Request& request) {
    if (!is_form(request)) {
        return refused(400, "invalid_request",
                       "the Content-Type must be application/x-www-form-urlencoded");
    }
    std::map<std::string, std::string> form;
    for (auto& [name, value] : http::form_decode(request.body)) form[name] = value;
    if (form["grant_type"].empty()) {
        return refused(400, "invalid_request", "grant_type is required");
    }
    if (form["grant_type"] != "password") {
        return refused(400, "unsupported_grant_type", "grant_type must be password");
    }
    if (form["username"].empty() || form["password"].empty()) {
        return refused(400, "invalid_request", "username and password are required");
    }
    const auto person = operations.people.sign_in(form["username"], form["password"]);
    if (!person) return refused(401, "invalid_grant", "Invalid user credentials");
    json::Writer writer;
    writer.begin_object();
    writer.member("access_token", person_token(operations, *person));
    writer.member("expires_in", std::chrono::seconds(person_token_life).count());
    writer.member("token_type", "bearer").end_object();
    return unkept(answered(200, writer.take()));
}

std::string_view error_of_status(int status) {
    if (status == 429 || status == 503) return "temporarily_unavailable";
    return status >= 500 ? "server_error" : "invalid_request";
}

}  // namespace

http::Area token_area(const Operations& operations) {
    return {
        .prefix = "/auth",
        .routes = {{http::Method::post, path, "createPersonToken", http::Cost::slow,
                    [operations](const Request& request) { return token(operations, request); }}},
        .refuse = [](const http::Refusal& refusal, const Request&) {
            return refused(refusal.status, error_of_status(refusal.status), refusal.message);
        }};
}

}  // namespace cartulary::sunbird
