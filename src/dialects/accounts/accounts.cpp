#include "dialects/accounts/accounts.h"

#include "base/secrets.h"
#include "base/text.h"
#include "dialects/accounts/render.h"
#include "dialects/accounts/wire.h"
#include "http/api_key.h"
#include "http/usual_status.h"
#include "operations/likely_duplicates.h"

namespace cartulary::embedded {
extern const std::string_view accounts_openapi;
}

namespace cartulary::accounts {

namespace {

using http::Cost;
using http::Method;
using http::Request;
using http::Response;

constexpr auto json_type = "application/json; charset=utf-8";
constexpr std::size_t idempotency_key_length_max = 255;

Response refused(const Error& error) {
    Response response{.status = http::usual_status(error.kind),
                      .content_type = json_type,
                      .body = render_refused(messages_of(error))};
    if (error.kind == ErrorKind::unauthenticated) {
        response.headers.push_back({"WWW-Authenticate", "ApiToken"});
    }
    return response;
}

Result<Caller> caller_of(Callers& callers, const Request& request) {
    return callers.by_api_key(TRY(http::api_key_in(request, {"ApiToken"})));
}

Result<Repetition> repetition_of(const Request& request) {
    const auto key = request.header("idempotency-key");
    if (key.size() > idempotency_key_length_max || text::has_control_character(key) ||
        !text::is_utf8(key)) {
        return fail(ErrorKind::invalid,
                    "the Idempotency-Key must be at most 255 characters of text");
    }
    if (key.empty()) return Repetition{};
    return Repetition{std::string(key), digest(request.body)};
}

// Registering goes on all the same: two organizations may well have one name and one city.
void warn_of_duplicates(Finding& finding, const Registration& registration,
                        std::vector<std::string>& warnings) {
    for (const auto& duplicate : likely_duplicates(finding, registration.draft, registration.id)) {
        warnings.push_back("Warning - " + text_of(duplicate));
    }
}

Result<Response> register_organization(const Operations& operations, const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    TRY(Registrations::may_register(caller));
    const auto repetition = TRY(repetition_of(request));
    auto [registration, warnings] = TRY(parse_registration(request.body));
    if (operations.finding != nullptr && registration.noticed.empty()) {
        warn_of_duplicates(*operations.finding, registration, warnings);
    }
    const auto answer = TRY(operations.registrations.register_organization(
        caller, std::move(registration), repetition,
        [&](const Registered& registered) { return render_registered(registered, warnings); }));
    Response response{.status = 200, .content_type = json_type, .body = answer.text};
    if (answer.repeated) response.headers.push_back({"Idempotency-Replayed", "true"});
    return response;
}

Result<Response> get_organization(const Operations& operations, BoundedCache& rendered,
                                  const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto id = OrganizationId::from_ctid(request.path_parameter("ctid"));
    if (!id) return fail(ErrorKind::not_found, "no organization that you may see has this CTID");
    const auto [version, text] =
        TRY(operations.organizations.get(caller, *id, rendered, render_organization));
    return Response{.status = 200,
                    .content_type = json_type,
                    .body = *text,
                    .headers = {{"ETag", '"' + std::to_string(version) + '"'},
                                {"Cache-Control", "private, no-cache"}}};
}

// A registry asks with the key in the query, and always gets 200: the answer is the body.
Result<Response> validate_key(const Operations& operations, const Request& request) {
    const auto key = request.query_parameter("apikey").value_or("");
    const auto community = request.query_parameter("community").value_or("");
    const bool is_ours =
        community.empty() || text::equal_ignoring_ascii_case(community, operations.community);
    const bool valid = is_ours && operations.callers.by_api_key(key).has_value();
    return Response{.status = 200,
                    .content_type = json_type,
                    .body = valid ? R"({"valid":true})" : R"({"valid":false})",
                    .headers = {{"Cache-Control", "no-store"}}};
}

Response refuse(const http::Refusal& refusal, const Request&) {
    return {.status = refusal.status,
            .content_type = json_type,
            .body = render_refused({"Error - " + refusal.message})};
}

}  // namespace

const std::string_view openapi = embedded::accounts_openapi;

http::Area area(const Operations& operations) {
    const auto answer = [operations](auto handler) {
        return [operations, handler](const Request& request) {
            auto response = handler(operations, request);
            return response ? *std::move(response) : refused(response.error());
        };
    };
    const auto rendered = std::make_shared<BoundedCache>(operations.rendered_bytes_max);
    const auto get = [rendered](const Operations& all, const Request& request) {
        return get_organization(all, *rendered, request);
    };
    return {.prefix = "/accountsapi",
            .ignores_case = true,  // the clients' own spellings differ
            .routes = {{Method::post, "/accountsapi/organization/register", "registerOrganization",
                        Cost::write, answer(register_organization), true},
                       {Method::get, "/accountsapi/organization/{ctid}", "getOrganization",
                        Cost::read, answer(get)},
                       {Method::get, "/accountsapi/apikey/validate", "validateApiKey", Cost::read,
                        answer(validate_key)}},
            .refuse = refuse};
}

}  // namespace cartulary::accounts
