#include "dialects/acclaim/answer.h"

#include <algorithm>
#include <array>

#include "base/base64.h"
#include "base/secrets.h"
#include "base/text.h"
#include "http/usual_status.h"

namespace cartulary::acclaim {

namespace {

using http::Request;
using http::Response;

constexpr std::size_t idempotency_key_length_max = 255;  // bytes
constexpr std::size_t problems_in_message_max = 10;      // the list has them all
constexpr std::string_view body_field = "body";

// Our names of fields that are called otherwise here, and mean one thing whatever the noun.
constexpr auto names = std::to_array<FieldName>({
    {"profile_name", "vanity_slug"},
    {"website", "website_url"},
    {"email", "contact_email"},
    {"types", "organization_type"},
    {"address.street", "address"},
    {"address.street_2", "address"},
    {"address.city", "city"},
    {"address.region", "state_or_province"},
    {"address.postal_code", "zip_or_postal_code"},
    {"address.country", "country"},
    {"identifiers.linked_in", "linked_in_org_id"},
    {"webhook.url", "webhook_url"},
    {"webhook.event_types", "allowed_webhooks"},
    {"rights", "read_enabled"},
    {"rights.read", "read_enabled"},
    {"rights.write", "write_enabled"},
    {"rights.delete", "delete_enabled"},
});

int status_of(ErrorKind kind) {
    const bool is_of_content = kind == ErrorKind::invalid || kind == ErrorKind::conflict;
    return is_of_content ? 422 : http::usual_status(kind);
}

// What is wrong with the body as a whole is 400, what it says wrongly 422.
bool is_of_body(const Error& error) {
    return error.kind == ErrorKind::invalid && error.fields.size() == 1 &&
           error.fields.front().field == body_field;
}

Error unreadable(std::string problem) {
    return {ErrorKind::invalid, "the body " + problem, {{std::string(body_field), problem}}};
}

std::string_view name_in(std::span<const FieldName> table, std::string_view ours) {
    const auto found = std::ranges::find(table, ours, &FieldName::ours);
    return found == table.end() ? ours : found->attribute;
}

// Clients show the message alone, so that it says all that the list says.
std::string message_of(const Error& error) {
    if (error.kind != ErrorKind::invalid || error.fields.empty()) return error.message;
    std::string message;
    const auto shown = std::min(error.fields.size(), problems_in_message_max);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& [field, problem] = error.fields[i];
        message += (i == 0 ? "" : "; ") + attribute_of(field) + " " + problem;
    }
    if (const auto more = error.fields.size() - shown; more > 0) {
        message += "; and " + std::to_string(more) + " more";
    }
    return message;
}

std::string render_refused(const std::string& message, const std::vector<FieldProblem>& fields,
                           std::optional<std::size_t> error_index = {}) {
    json::Writer writer;
    writer.begin_object().key("data").begin_object().member("message", message);
    writer.key("errors").begin_array();
    for (const auto& [field, problem] : fields) {
        writer.begin_object().member("attribute", attribute_of(field));
        writer.member("message", problem).end_object();
    }
    writer.end_array();
    if (error_index) writer.member("error_index", *error_index);
    writer.end_object();
    writer.key("metadata").begin_object().end_object().end_object();
    return writer.take();
}

Error no_token(std::string message) {
    return {ErrorKind::unauthenticated, std::move(message)};
}

// The user name of Basic credentials. Tokens hold neither ':' nor '|', one of which some clients
// put behind them.
Result<std::string> token_in_basic(std::string_view credentials) {
    auto decoded = base64_decode(text::trimmed(credentials));
    if (!decoded) return tl::unexpected(no_token("the credentials of HTTP Basic are not base64"));
    decoded->resize(std::min(decoded->find_first_of(":|"), decoded->size()));
    return *std::move(decoded);
}

}  // namespace

Result<Caller> caller_of(Callers& callers, const Request& request) {
    const auto credential = request.header("authorization");
    if (credential.empty()) {
        return tl::unexpected(
            no_token("the Authorization header with your authorization token is missing"));
    }
    const auto scheme = credential.substr(0, credential.find(' '));
    const auto rest = text::trimmed(credential.substr(scheme.size()));
    if (text::equal_ignoring_ascii_case(scheme, "Basic")) {
        return callers.by_token(TRY(token_in_basic(rest)));
    }
    if (text::equal_ignoring_ascii_case(scheme, "Bearer")) return callers.by_token(rest);
    return tl::unexpected(no_token("the Authorization header must be \"Basic\" or \"Bearer\""));
}

Result<Repetition> repetition_of(const Request& request) {
    const auto key = request.header("idempotency-key");
    if (key.size() > idempotency_key_length_max || text::has_control_character(key) ||
        !text::is_utf8(key)) {
        return fail({{"Idempotency-Key", "must be at most 255 characters of text"}});
    }
    if (key.empty()) return Repetition{};
    std::string_view path = request.path;
    if (path.ends_with('/')) path.remove_suffix(1);
    return Repetition{std::string(key),
                      digest(std::string(name_of(request.method)) + ' ' + std::string(path) + '?' +
                             request.query + '\n' + request.body)};
}

Result<OrganizationId> organization_of(const Request& request) {
    const auto id = OrganizationId::parse(request.path_parameter("organization_id"));
    if (!id) return fail(ErrorKind::not_found, "no organization that you may see has this id");
    return *id;
}

Result<Uuid> id_of(const Request& request, std::string_view parameter) {
    const auto id = Uuid::parse(request.path_parameter(parameter));
    if (!id) return fail(ErrorKind::not_found, "the id in the path is no UUID");
    return *id;
}

Result<json::Object> object_of(const Request& request) {
    if (text::is_blank(request.body)) return json::Object{};
    const auto document = json::parse(request.body);
    if (!document) return tl::unexpected(unreadable("is not JSON: " + document.error().message));
    if (!document->object()) return tl::unexpected(unreadable("must be a JSON object"));
    return *document->object();
}

std::string with_data(std::string_view data) {
    constexpr std::string_view before = R"({"data":)";
    constexpr std::string_view after = R"(,"metadata":{}})";
    std::string body;
    body.reserve(before.size() + data.size() + after.size());
    return body.append(before).append(data).append(after);
}

Response answered(int status, std::string body) {
    return {.status = status, .content_type = json_type, .body = std::move(body)};
}

Response answered(const Answer& answer, int status) {
    auto response = answered(status, answer.text);
    if (answer.repeated) response.headers.push_back({"Idempotency-Replayed", "true"});
    return response;
}

Response refused(const Error& error, std::optional<std::size_t> error_index) {
    const auto status = is_of_body(error) ? 400 : status_of(error.kind);
    auto response = answered(status, render_refused(message_of(error), error.fields, error_index));
    if (status == 401) {
        response.headers.push_back({"WWW-Authenticate", R"(Basic realm="authorization token")"});
    }
    if (status == 429) {
        const auto seconds = error.retry.value_or(std::chrono::seconds(1)).count();
        response.headers.push_back({"Retry-After", std::to_string(seconds)});
    }
    return response;
}

Response refuse(const http::Refusal& refusal, const Request&) {
    return answered(refusal.status, render_refused(refusal.message, {}));
}

std::string attribute_of(std::string_view field) {
    const auto list_end = field.rfind("].");
    const auto part_at = list_end == std::string_view::npos ? 0 : list_end + 2;
    const auto part = field.substr(part_at);
    const auto name = part.substr(0, part.find('['));
    return std::string(field.substr(0, part_at))
        .append(name_in(names, name))
        .append(part.substr(name.size()));
}

Error renamed(Error error, std::span<const FieldName> table) {
    for (auto& problem : error.fields) problem.field = name_in(table, problem.field);
    return error;
}

http::Route route(http::Method method, std::string path, std::string operation, http::Cost cost,
                  Handle handle) {
    return {method, std::move(path), std::move(operation), cost,
            [handle = std::move(handle)](const Request& request) {
                auto response = handle(request);
                return response ? *std::move(response) : refused(response.error());
            }};
}

http::Route idempotent(http::Route route) {
    route.idempotent_by_key = true;
    return route;
}

}  // namespace cartulary::acclaim
