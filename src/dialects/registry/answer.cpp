#include "dialects/registry/answer.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/json.h"
#include "base/text.h"
#include "http/api_key.h"
#include "http/form.h"
#include "http/query_moment.h"
#include "http/usual_status.h"

namespace cartulary::registry {

namespace {

using http::Request;
using http::Response;

// What one field of a conflict means here: another's CTID is what is wrong with the document; an
// outdated version is what the request's condition excludes.
int status_of_conflict(const Error& error) {
    for (const auto& [field, problem] : error.fields) {
        if (field.starts_with("ctid")) return 422;
        if (field == "revision") return 412;
    }
    return 409;
}

int status_of(const Error& error) {
    if (error.kind == ErrorKind::invalid && !error.fields.empty()) return 422;
    if (error.kind == ErrorKind::conflict) return status_of_conflict(error);
    return http::usual_status(error.kind);
}

std::string message_of(const FieldProblem& problem, bool is_conflict) {
    // Clients look for these words.
    if (is_conflict && problem.field == "ctid") {
        return "Resource CTID must be unique: it " + problem.problem;
    }
    if (problem.field.empty()) return problem.problem;
    return problem.field + ' ' + problem.problem;
}

std::vector<std::string> messages_of(const Error& error) {
    if (error.fields.empty()) return {error.message};
    std::vector<std::string> messages;
    for (const auto& problem : error.fields) {
        messages.push_back(message_of(problem, error.kind == ErrorKind::conflict));
    }
    return messages;
}

Response with_errors(int status, const std::vector<std::string>& errors) {
    json::Writer writer;
    writer.begin_object().key("errors").begin_array();
    for (const auto& error : errors) writer.value(error);
    writer.end_array().end_object();
    return {.status = status,
            .content_type = json_type,
            .body = writer.take(),
            .headers = {{"Cache-Control", "no-store"}}};
}

// Every parameter but those of one name, as it was sent.
std::string query_without(const Request& request, std::string_view name) {
    std::string kept;
    for (const auto& [known, value] : http::form_decode(request.query)) {
        if (known.empty() || known == name) continue;
        kept += http::percent_encode(known) + '=' + http::percent_encode(value) + '&';
    }
    return kept;
}

}  // namespace

Response answered(int status, std::string body) {
    return {.status = status, .content_type = json_type, .body = std::move(body)};
}

Response refused(const Error& error) {
    auto response = with_errors(status_of(error), messages_of(error));
    if (response.status == 401) response.headers.push_back({"WWW-Authenticate", "Token"});
    if (response.status == 429) {
        const auto seconds = error.retry.value_or(std::chrono::seconds(1)).count();
        response.headers.push_back({"Retry-After", std::to_string(seconds)});
    }
    return response;
}

Response refuse(const http::Refusal& refusal, const Request&) {
    return with_errors(refusal.status, {refusal.message});
}

Result<Caller> caller_of(Callers& callers, const Request& request) {
    return callers.by_api_key(TRY(http::api_key_in(request, {"Token", "ApiToken", "Bearer"})));
}

Result<Ctid> ctid_in(const Request& request, std::string_view parameter) {
    const auto ctid = Ctid::parse(request.path_parameter(parameter));
    if (!ctid) {
        return fail(ErrorKind::not_found,
                    "Couldn't find Resource: a CTID " + std::string(ctid_problem));
    }
    return *ctid;
}

Result<bool> flag_in(const Request& request, std::string_view name) {
    const auto given = request.query_parameter(name);
    if (!given || *given == "false" || *given == "0") return false;
    if (given->empty() || *given == "true" || *given == "1") return true;
    return fail(ErrorKind::invalid, std::string(name) + " must be true or false");
}

Result<std::int64_t> number_in(const Request& request, std::string_view name,
                               std::int64_t otherwise, const Limits& limits) {
    const auto given = request.query_parameter(name);
    if (!given || given->empty()) return otherwise;
    std::int64_t number = 0;
    const auto* end = given->data() + given->size();
    const auto [stop, error] = std::from_chars(given->data(), end, number);
    if (error == std::errc() && stop == end && number >= limits.least && number <= limits.most) {
        return number;
    }
    return fail(ErrorKind::invalid, std::string(name) + " must be a whole number from " +
                                        std::to_string(limits.least) + " to " +
                                        std::to_string(limits.most));
}

Result<Timestamp> moment_in(std::string_view text, std::string_view name) {
    if (const auto moment = http::parse_moment(text)) return *moment;
    return no_moment(name);
}

tl::unexpected<Error> no_moment(std::string_view name) {
    return fail(ErrorKind::invalid, std::string(name) +
                                        " must be a date or a time, for example 2026-09-21 or "
                                        "2026-09-21T14:41:00Z");
}

Result<std::optional<std::int64_t>> change_in(const Operations& operations, const Request& request,
                                              std::string_view name) {
    const auto given = request.query_parameter(name).value_or("");
    if (given.empty()) return std::nullopt;
    if (std::ranges::all_of(given, [](char c) { return c >= '0' && c <= '9'; })) {
        return TRY(number_in(request, name, 0, {0, std::numeric_limits<std::int64_t>::max()}));
    }
    auto moment = moment_in(given, name);
    if (moment) return operations.resources.last_change_before(*moment);
    return fail(ErrorKind::invalid, std::string(name) +
                                        " must be the number of a change, or a date or a time, "
                                        "for example 2026-09-21 or 2026-09-21T14:41:00Z");
}

Result<PageAsked> page_asked(const Request& request) {
    const auto number = TRY(number_in(request, "page", 1, {1, page_max}));
    const auto per_page = TRY(number_in(request, "per_page", per_page_default, {1, 1'000'000'000}));
    return PageAsked{number, static_cast<int>(std::min<std::int64_t>(per_page, per_page_max))};
}

std::string address_with(const Request& request, const std::string& public_url,
                         std::string_view name, const std::string& value) {
    return public_url + (request.raw_path.empty() ? request.path : request.raw_path) + '?' +
           query_without(request, name) + std::string(name) + '=' + value;
}

void tell_page(Response& response, const Request& request, const PageAsked& asked,
               std::int64_t total, const std::string& public_url) {
    const auto pages = std::max<std::int64_t>(1, (total + asked.per_page - 1) / asked.per_page);
    std::string links;
    const auto link = [&](std::string_view relation, std::int64_t page) {
        if (page < 1 || page > pages || page == asked.number) return;
        if (!links.empty()) links += ", ";
        links += '<' + address_with(request, public_url, "page", std::to_string(page)) +
                 ">; rel=\"" + std::string(relation) + '"';
    };
    link("first", 1);
    link("prev", std::min(asked.number - 1, pages));
    link("next", asked.number + 1);
    link("last", pages);
    if (!links.empty()) response.headers.push_back({"Link", links});
    // The names that clients of its older and newer versions look for.
    const auto per_page = std::to_string(asked.per_page);
    for (const auto& [name, value] :
         {std::pair{"Total", std::to_string(total)}, std::pair{"Per-Page", per_page},
          std::pair{"X-Total", std::to_string(total)},
          std::pair{"X-Page", std::to_string(asked.number)}, std::pair{"X-Per-Page", per_page}}) {
        response.headers.push_back({name, value});
    }
}

http::Route route(http::Method method, std::string path, std::string operation, http::Cost cost,
                  Handle handle) {
    return {method, std::move(path), std::move(operation), cost,
            [handle = std::move(handle)](const Request& request) {
                auto response = handle(request);
                return response ? *std::move(response) : refused(response.error());
            }};
}

http::Route open_route(std::string path, std::string operation, http::Cost cost, Handle handle) {
    auto closed =
        route(http::Method::get, std::move(path), std::move(operation), cost, std::move(handle));
    closed.handle = [handle = std::move(closed.handle)](const Request& request) {
        auto response = handle(request);
        response.headers.push_back({"Access-Control-Allow-Origin", "*"});
        response.headers.push_back(
            {"Access-Control-Expose-Headers",
             "ETag, Last-Modified, Link, Total, Per-Page, X-Total, X-Page, X-Per-Page, "
             "X-Next-After, X-Next-Since"});
        return response;
    };
    return closed;
}

}  // namespace cartulary::registry
