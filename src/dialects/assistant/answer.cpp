#include "dialects/assistant/answer.h"

#include <algorithm>

#include "base/text.h"
#include "ctdl/document.h"
#include "http/api_key.h"
#include "http/usual_status.h"

namespace cartulary::assistant {

namespace {

using http::Request;
using http::Response;

// Our names of an organization's fields under this interface's.
struct Name {
    std::string_view ours;
    std::string_view theirs;
};

constexpr Name names[] = {
    {"owners", "OwnedBy"},
    {"ctid", "CTID"},
    {"ctid of a part", "CTID of a part"},
    {"id", "CTID"},
    {"name", "Name"},
    {"profile_name", "Name"},
    {"description", "Description"},
    {"website", "SubjectWebpage"},
    {"email", "Email"},
    {"types", "AgentType"},
    {"sector", "AgentSectorType"},
    {"address", "Address"},
    {"identifiers", "Identifier"},
    {"identifiers.fein", "Fein"},
    {"identifiers.duns", "Duns"},
    {"identifiers.opeid", "OpeId"},
    {"identifiers.ipeds", "IpedsId"},
    {"identifiers.lei", "LEICode"},
};

std::string_view their_name(std::string_view ours) {
    for (const auto& name : names) {
        if (name.ours == ours) return name.theirs;
    }
    return ours;
}

void write_messages(json::Writer& writer, const std::vector<std::string>& messages) {
    writer.key("Messages").begin_array();
    for (const auto& message : messages) writer.value(message);
    writer.end_array();
}

void write_published(json::Writer& writer, const Operations& operations, const Answer& answer) {
    const ctdl::Addresses addresses{operations.public_url};
    writer.begin_object();
    writer.member("Successful", answer.successful).member("WasChanged", answer.was_changed);
    write_messages(writer, answer.messages);
    writer.member("ResponseDate", iso_8601(operations.now()));
    if (const auto& resource = answer.resource) {
        const auto envelope = resource->envelope.text();
        writer.member("CTID", resource->ctid.text());
        writer.member("EnvelopeUrl", operations.public_url + '/' + operations.community +
                                         "/envelopes/" + envelope);
        writer.member("GraphUrl", ctdl::graph_address(resource->ctid, addresses));
        // Browsers get its page there.
        writer.member("CredentialFinderUrl", ctdl::resource_address(resource->ctid, addresses));
        writer.member("RegistryEnvelopeIdentifier", envelope);
    } else {
        for (const auto* name : {"CTID", "EnvelopeUrl", "GraphUrl", "CredentialFinderUrl",
                                 "RegistryEnvelopeIdentifier"}) {
            writer.member(name, nullptr);
        }
    }
    writer.member("Payload", answer.payload).end_object();
}

}  // namespace

std::string error_message(std::string_view text) {
    return "Error - " + std::string(text);
}

std::string warning_message(std::string_view text) {
    return "Warning - " + std::string(text);
}

std::vector<std::string> messages_of(const ctdl::Problems& problems) {
    std::vector<std::string> messages;
    for (const auto& [severity, path, text] : problems) {
        const auto whole = path.empty() ? text : path + ' ' + text;
        const bool is_error = severity == ctdl::Problem::Severity::error;
        messages.push_back(is_error ? error_message(whole) : warning_message(whole));
    }
    return messages;
}

std::vector<std::string> messages_of(const Error& error, std::string_view entity) {
    if (error.fields.empty()) return {error_message(error.message)};
    std::vector<std::string> messages;
    for (const auto& [field, problem] : error.fields) {
        messages.push_back(error_message(std::string(entity) + '.' +
                                         std::string(their_name(field)) + ' ' + problem));
    }
    return messages;
}

Response json_answer(int status, std::string body) {
    return {.status = status,
            .content_type = "application/json; charset=utf-8",
            .body = std::move(body),
            .headers = {{"Cache-Control", "no-store"}}};
}

Response published(const Operations& operations, const Answer& answer) {
    json::Writer writer;
    write_published(writer, operations, answer);
    return json_answer(200, writer.take());
}

Response published(const Operations& operations, const std::vector<Answer>& answers) {
    json::Writer writer;
    writer.begin_array();
    for (const auto& answer : answers) write_published(writer, operations, answer);
    writer.end_array();
    return json_answer(200, writer.take());
}

Response formatted(const Answer& answer) {
    json::Writer writer;
    writer.begin_object().member("Successful", answer.successful);
    write_messages(writer, answer.messages);
    writer.member("Payload", answer.payload).end_object();
    return json_answer(200, writer.take());
}

Response deleted(const Answer& answer) {
    json::Writer writer;
    writer.begin_object().member("Successful", answer.successful);
    write_messages(writer, answer.messages);
    writer.end_object();
    return json_answer(200, writer.take());
}

Response refused(const Error& error) {
    auto response = deleted({.messages = {error_message(error.message)}});
    response.status = http::usual_status(error.kind);
    if (response.status == 401) response.headers.push_back({"WWW-Authenticate", "ApiToken"});
    if (error.retry) {
        response.headers.push_back({"Retry-After", std::to_string(error.retry->count())});
    }
    return response;
}

Response refuse(const http::Refusal& refusal, const Request&) {
    auto response = deleted({.messages = {error_message(refusal.message)}});
    response.status = refusal.status;
    return response;
}

Result<Caller> caller_of(Callers& callers, const Request& request) {
    return callers.by_api_key(TRY(http::api_key_in(request, {"ApiToken", "Bearer", "Token"})));
}

Result<json::Value> object_in(const Request& request) {
    if (request.body.size() > ctdl::document_bytes_max) {
        return fail(ErrorKind::too_large,
                    "a request has at most " + std::to_string(ctdl::document_bytes_max) + " bytes");
    }
    auto value = json::parse(request.body);
    if (!value) return fail(ErrorKind::invalid, "the body is not JSON: " + value.error().message);
    if (!value->object()) return fail(ErrorKind::invalid, "the body must be a JSON object");
    return *std::move(value);
}

const json::Value* member_of(const json::Value& object, std::string_view name) {
    const json::Value* found = nullptr;
    for (const auto& member : *object.object()) {
        if (text::equal_ignoring_ascii_case(member.name, name)) found = &member.value;
    }
    return found && found->is_null() ? nullptr : found;
}

std::string text_in(const json::Value& object, std::string_view name) {
    const auto* value = member_of(object, name);
    const auto* text = value ? value->string() : nullptr;
    return text ? std::string(text::trimmed(*text)) : std::string();
}

}  // namespace cartulary::assistant
