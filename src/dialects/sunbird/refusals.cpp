#include "dialects/sunbird/refusals.h"

#include <algorithm>
#include <array>

namespace cartulary::sunbird {

namespace {

// "{}" is the parameter, "{value}" what it was said to be. A code without a number is told by its
// word in both profiles.
struct Words {
    int status;
    std::string_view word;
    std::string_view classic;
    std::string_view number;
    std::string_view modern;  // empty: as classic
};

constexpr Words missing{
    400, "MANDATORY_PARAMETER_MISSING", "Mandatory parameter {} is missing.", "0030", {}};
constexpr Words empty{400, "MANDATORY_PARAMETER_MISSING", "Mandatory parameter {} is missing.",
                      "0031", "Mandatory parameter {} is empty."};
constexpr Words dependent{400,
                          "DEPENDENT_PARAMETER_MISSING",
                          "Missing parameter {} which is dependent on isTenant.",
                          "0041",
                          {}};
constexpr Words wrong_type{
    400, "DATA_TYPE_ERROR", "Data type of {} should be {value}.", "0003", {}};
constexpr Words unexpected{
    400, "INVALID_REQUEST_PARAMETER", "Invalid parameter {} in request.", "0021", {}};
constexpr Words not_in_list{400,
                            "INVALID_PARAMETER_VALUE",
                            "Invalid value {value} for parameter {}. Please provide a valid value.",
                            "0018",
                            {}};
constexpr Words excluded{400,
                         "PARAMETER_MISMATCH",
                         "Only one of locationIds and locationCode may be given.",
                         "0005",
                         {}};
constexpr Words no_tenant{400, "INVALID_PARAMETER_VALUE",
                          "Invalid value {value} for parameter {}. Please provide a valid value.",
                          "0040", "There is no tenant with this {}."};
constexpr Words invalid{400,
                        "INVALID_PARAMETER_VALUE",
                        "Invalid value {value} for parameter {}. Please provide a valid value.",
                        "0017",
                        {}};
constexpr Words beyond_window{
    400,
    "INVALID_PARAMETER_VALUE",
    "Invalid value {value} for parameter {}. limit and offset together must be 0 to 10000.",
    "0017",
    {}};
constexpr Words invalid_data{
    400, "INVALID_REQUESTED_DATA", "Requested data for this operation is not valid.", "0028", {}};
constexpr Words media_type{400,
                           "CONTENT_TYPE_ERROR",
                           "Please add Content-Type header with value application/json",
                           {},
                           {}};
constexpr Words channel_unknown{400, "INVALID_CHANNEL", "Channel value is invalid.", "0019",
                                "Please provide valid channel."};
constexpr Words tenant_inactive{400,
                                "ERROR_INACTIVE_ORG",
                                "Organisation corresponding to given channel is inactive.",
                                "0053",
                                {}};
constexpr Words channel_taken{
    400, "CHANNEL_SHOULD_BE_UNIQUE",
    "Channel value already used by another organization. Provide different value for channel",
    "0004", "Value {value} for {} is already in use."};
constexpr Words entry_taken{
    400, "ERROR_DUPLICATE_ENTRY", "Value {value} for {} is already in use.", "0004", {}};
constexpr Words slug_taken{400, "SLUG_IS_NOT_UNIQUE",
                           "Please provide different channel value. This channel value already "
                           "exist.",
                           "0004", "Value {value} for channel is already in use."};
constexpr Words email_invalid{400, "EMAIL_FORMAT_ERROR", "Email is invalid.", "0009",
                              "Invalid format for given email."};
constexpr Words organisation_unknown{404, "ORG_NOT_EXIST", "Requested organisation does not exist.",
                                     "0013", "Requested organisation resource not found"};
constexpr Words person_unknown{404, "USER_NOT_FOUND", "user not found.", "0013",
                               "Requested user resource not found"};
constexpr Words upload_unknown{404, "PROCESS_NOT_EXIST", "Requested process id does not exist.",
                               "0013", "Requested process id resource not found"};
constexpr Words unauthorized{401, "UNAUTHORIZED_USER", "You are not authorized.", {}, {}};
constexpr Words too_large{413, "REQUEST_TOO_LARGE", "The request is too large.", {}, {}};
constexpr Words limited{429, "TOO_MANY_REQUESTS", "Too many requests; try again later.", {}, {}};

struct Row {
    std::string_view key;
    const Words* words;
};

// What this dialect itself says of a parameter.
constexpr auto by_problem = std::to_array<Row>({
    {said::missing, &missing},
    {said::empty, &empty},
    {said::depends_on_tenant, &dependent},
    {said::unexpected, &unexpected},
    {said::not_in_list, &not_in_list},
    {said::excluded, &excluded},
    {said::no_tenant, &no_tenant},
    {said::beyond_window, &beyond_window},
    {said::unreadable, &invalid_data},
    {said::media_type, &media_type},
});
constexpr auto conflicts_by_field = std::to_array<Row>({
    {"tenant", &tenant_inactive},
    {"identifiers.sunbird.channel", &channel_taken},
    {"identifiers.sunbird.external_id", &entry_taken},
    {"profile_name", &slug_taken},
});
constexpr auto unknown_by_field = std::to_array<Row>({
    {"channel", &channel_unknown},
    {"person", &person_unknown},
    {"upload", &upload_unknown},
});
constexpr auto invalid_by_field = std::to_array<Row>({
    {"email", &email_invalid},
    {"status", &invalid_data},
});

struct Name {
    std::string_view ours;
    std::string_view parameter;
};
constexpr auto names = std::to_array<Name>({
    {"name", "orgName"},
    {"website", "homeUrl"},
    {"profile_name", "channel"},
    {"identifiers.sunbird.channel", "channel"},
    {"identifiers.sunbird.external_id", "externalId"},
    {"username", "userName"},
    {"first_name", "firstName"},
    {"last_name", "lastName"},
    {"person", "userId"},
    {"organization", "organisationId"},
});

template <class Table>
const Words& look_up(const Table& table, std::string_view key, const Words& otherwise) {
    const auto found = std::ranges::find(table, key, &Row::key);
    return found == table.end() ? otherwise : *found->words;
}

const Words& invalid_words(const FieldProblem& problem) {
    if (problem.problem.starts_with(said::should_be)) return wrong_type;
    return look_up(by_problem, problem.problem, look_up(invalid_by_field, problem.field, invalid));
}

const Words& words_of(const Error& error) {
    const auto first = error.fields.empty() ? FieldProblem{} : error.fields.front();
    switch (error.kind) {
        case ErrorKind::invalid: return error.fields.empty() ? invalid_data : invalid_words(first);
        case ErrorKind::unauthenticated:
        case ErrorKind::forbidden: return unauthorized;
        case ErrorKind::not_found:
        case ErrorKind::gone: return look_up(unknown_by_field, first.field, organisation_unknown);
        case ErrorKind::conflict: return look_up(conflicts_by_field, first.field, entry_taken);
        case ErrorKind::too_large: return too_large;
        case ErrorKind::limited: return limited;
        case ErrorKind::key_reused: return invalid_data;
    }
    __builtin_unreachable();
}

std::string filled(std::string_view pattern, const std::string& parameter,
                   const std::string& value) {
    std::string text;
    while (!pattern.empty()) {
        if (pattern.starts_with("{}")) {
            text += parameter;
            pattern.remove_prefix(2);
        } else if (constexpr std::string_view place = "{value}"; pattern.starts_with(place)) {
            text += value;
            pattern.remove_prefix(place.size());
        } else {
            text += pattern.front();
            pattern.remove_prefix(1);
        }
    }
    return text;
}

}  // namespace

tl::unexpected<Error> refuse_parameter(std::string_view name, std::string_view what) {
    return fail({FieldProblem{std::string(name), std::string(what)}});
}

Told told(const Error& error, const About& about) {
    const auto& words = words_of(error);
    const auto first = error.fields.empty() ? FieldProblem{} : error.fields.front();
    const auto parameter = parameter_of(first.field);
    const auto value = &words == &wrong_type ? first.problem.substr(said::should_be.size())
                                             : about.value(parameter);
    const bool is_modern = about.profile == Profile::modern;
    const auto pattern = is_modern && !words.modern.empty() ? words.modern : words.classic;
    Told told{words.status, std::string(words.word), filled(pattern, parameter, value)};
    if (is_modern && !words.number.empty()) {
        told.code = std::string("UOS_").append(about.operation).append(words.number);
    }
    return told;
}

Told told(const http::Refusal& refusal) {
    const auto code = [&]() -> std::string {
        switch (refusal.status) {
            case 404: return "RESOURCE_NOT_FOUND";
            case 405: return "METHOD_NOT_ALLOWED";
            case 408: return "REQUEST_TIMEOUT";
            case 412: return "PRECONDITION_FAILED";
            case 413:
            case 414:
            case 431: return "REQUEST_TOO_LARGE";
            case 429: return "TOO_MANY_REQUESTS";
            case 503: return "SERVICE_UNAVAILABLE";
            default: return refusal.status >= 500 ? "INTERNAL_ERROR" : "CLIENT_ERROR";
        }
    }();
    return {refusal.status, code, refusal.message};
}

std::string parameter_of(std::string_view field) {
    const auto found = std::ranges::find(names, field, &Name::ours);
    return std::string(found == names.end() ? field : found->parameter);
}

}  // namespace cartulary::sunbird
