#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/json.h"
#include "dialects/acclaim/acclaim.h"

// What every route of this dialect has in common.
namespace cartulary::acclaim {

inline constexpr auto json_type = "application/json; charset=utf-8";

// The caller of a request: HTTP Basic with the token as user name, in the three forms that clients
// send (base64 of "TOKEN:", "TOKEN" and "TOKEN|"), or Bearer with a token or an access token.
Result<Caller> caller_of(Callers& callers, const http::Request& request);

// The Idempotency-Key of a request; without one an empty Repetition.
Result<Repetition> repetition_of(const http::Request& request);

// The organization or other id that a path names; not_found where it is no UUID.
Result<OrganizationId> organization_of(const http::Request& request);
Result<Uuid> id_of(const http::Request& request, std::string_view parameter);

// The body as a JSON object. An empty body is an empty object. invalid, with the field "body",
// which refused() answers with 400: a syntax error with line and column, or no object.
Result<json::Object> object_of(const http::Request& request);

// {"data":…,"metadata":{}} around a text that is JSON.
std::string with_data(std::string_view data);

// An answer with a body; 204 has none.
http::Response answered(int status, std::string body);
http::Response answered(const Answer& answer, int status);  // tells a repeated answer in a header

// A refusal in the dialect's shape: {"data":{"message","errors":[{"attribute","message"}]},
// "metadata":{}}, by the attributes' names here.
// Of a batch, "error_index" beside "errors" says which of it was wrong.
http::Response refused(const Error& error, std::optional<std::size_t> error_index = {});
http::Response refuse(const http::Refusal& refusal, const http::Request& request);

// Our name of a field as the dialect's: "recipient.email" → "recipient_email". Of a field of a
// list the list's name stays before it: "evidence[0].value".
std::string attribute_of(std::string_view field);

// What one noun alone calls otherwise ("description" is the "bio" of an organization): renamed
// before the refusal leaves the noun's own routes.
struct FieldName {
    std::string_view ours;
    std::string_view attribute;
};
Error renamed(Error error, std::span<const FieldName> table);

// A route whose handler gives a Result: a refusal becomes the dialect's answer.
using Handle = std::function<Result<http::Response>(const http::Request&)>;
http::Route route(http::Method method, std::string path, std::string operation, http::Cost cost,
                  Handle handle);
// The same route, which honours an Idempotency-Key.
http::Route idempotent(http::Route route);

}  // namespace cartulary::acclaim
