#include "dialects/litmos/answer.h"

#include <charconv>

#include "base/secrets.h"
#include "base/text.h"
#include "dialects/litmos/render.h"
#include "http/form.h"
#include "http/usual_status.h"

namespace cartulary::litmos {

namespace {

using http::Request;
using http::Response;

constexpr auto json_type = "application/json; charset=utf-8";
constexpr std::size_t idempotency_key_length_max = 255;

// A taken Key is a bad request here: the document knows no 409, nor 410.
int status_of(ErrorKind kind) {
    if (kind == ErrorKind::conflict) return 400;
    if (kind == ErrorKind::gone) return 404;
    return http::usual_status(kind);
}

Response json_response(int status, std::string body) {
    return {.status = status,
            .content_type = json_type,
            .body = std::move(body),
            .headers = {{"Cache-Control", "no-store"}}};
}

// One message for all four headers, so that nobody can probe.
tl::unexpected<Error> wrong_credentials() {
    return fail(ErrorKind::unauthenticated,
                "the headers CompanyLoginId, ProductId, Username and Password must name a user of "
                "a company");
}

Result<CompanyUserCaller> user_of(CompanyUsers& users, const Request& request) {
    const auto product = request.header("productid");
    const CompanyCredentials credentials{.login_id = request.header("companyloginid"),
                                         .username = request.header("username"),
                                         .password = request.header("password")};
    if (product.empty() || credentials.login_id.empty() || credentials.username.empty() ||
        credentials.password.empty()) {
        return wrong_credentials();
    }
    if (product != "1" && product != "2") {
        return fail(ErrorKind::invalid,
                    "the header ProductId must be 1 (Learning Management) or 2 (Event Management)");
    }
    auto user = users.sign_in(credentials);
    if (!user && user.error().kind == ErrorKind::unauthenticated) return wrong_credentials();
    return user;
}

}  // namespace

Response answered(int status, std::string body) {
    return json_response(status, std::move(body));
}

Response answered(const Answer& answer) {
    auto response = json_response(201, answer.text);
    if (answer.repeated) response.headers.push_back({"Idempotency-Replayed", "true"});
    return response;
}

Response refused(const Error& error, Names names) {
    const auto status = status_of(error.kind);
    auto response = json_response(status, render_refused(status, error, names));
    if (status == 401) response.headers.push_back({"WWW-Authenticate", "CompanyLogin"});
    return response;
}

Response refuse(const http::Refusal& refusal, const Request&) {
    const Error error{ErrorKind::invalid, refusal.message};
    return json_response(refusal.status, render_refused(refusal.status, error, {}));
}

std::optional<std::string> filter(const Request& request, std::string_view name) {
    std::optional<std::string> found;
    for (auto& [known, value] : http::form_decode(request.query)) {
        if (text::equal_ignoring_ascii_case(known, name)) found = std::move(value);
    }
    if (found && found->empty()) return std::nullopt;
    return found;
}

Result<Repetition> repetition_of(const Request& request) {
    const auto key = request.header("idempotency-key");
    if (key.size() > idempotency_key_length_max || !text::is_utf8(key) ||
        text::has_control_character(key)) {
        return fail(ErrorKind::invalid,
                    "the Idempotency-Key must be at most 255 characters of text");
    }
    if (key.empty()) return Repetition{};
    return Repetition{std::string(key), digest(request.path + '\n' + request.body)};
}

Result<std::int32_t> number_in(const std::string& text) {
    std::int32_t number = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error == std::errc() && stop == end && number > 0) return number;
    return fail(ErrorKind::not_found, "there is nothing with this Id");
}

http::Route Subject::route(http::Method method, std::string path, std::string operation,
                           Handle handle) const {
    auto& signed_in = users;
    const auto known = names;
    const bool idempotent_by_key = method == http::Method::post;
    // Also who reads may have to wait for a password's hash.
    return {method,
            std::move(path),
            std::move(operation),
            http::Cost::write,
            [&signed_in, known, handle = std::move(handle)](const Request& request) {
                const auto user = user_of(signed_in, request);
                if (!user) return refused(user.error(), known);
                auto response = handle(*user, request);
                return response ? *std::move(response) : refused(response.error(), known);
            },
            idempotent_by_key};
}

}  // namespace cartulary::litmos
