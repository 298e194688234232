#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ctdl/problem.h"
#include "dialects/assistant/assistant.h"

// What every route of this dialect has in common.
namespace cartulary::assistant {

// What was done about one thing, or why not.
struct Answer {
    bool successful = false;
    bool was_changed = false;
    std::vector<std::string> messages = {};  // "Error - …" first, then "Warning - …"
    std::optional<Resource> resource = {};   // what was published
    std::string payload = {};
};

std::string error_message(std::string_view text);
std::string warning_message(std::string_view text);
std::vector<std::string> messages_of(const ctdl::Problems& problems);

// A refusal, in the interface's own names. `entity` is the request's member: "Credential".
std::vector<std::string> messages_of(const Error& error, std::string_view entity);

http::Response published(const Operations& operations, const Answer& answer);
http::Response published(const Operations& operations, const std::vector<Answer>& answers);
http::Response formatted(const Answer& answer);
http::Response deleted(const Answer& answer);

// A refusal of the request itself, in the shape of every answer here.
http::Response refused(const Error& error);
http::Response refuse(const http::Refusal& refusal, const http::Request& request);

http::Response json_answer(int status, std::string body);

// "Authorization: ApiToken <API key>"; Bearer and Token are the same. unauthenticated.
Result<Caller> caller_of(Callers& callers, const http::Request& request);

// The body as an object. invalid: it is not JSON, or no object; too_large.
Result<json::Value> object_in(const http::Request& request);

// A member without regard to case, where something is given; null otherwise.
const json::Value* member_of(const json::Value& object, std::string_view name);
std::string text_in(const json::Value& object, std::string_view name);

}  // namespace cartulary::assistant
