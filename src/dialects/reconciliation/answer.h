#pragma once

#include <functional>
#include <string>

#include "base/result.h"
#include "dialects/reconciliation/reconciliation.h"

// What every route of this dialect has in common.
namespace cartulary::reconciliation {

inline constexpr auto json_type = "application/json; charset=utf-8";

// JSON, or a script that calls the function which the parameter `callback` names (JSONP), for pages
// of other sites that cannot ask otherwise.
Result<http::Response> answered(const http::Request& request, std::string json);

// {"error":"…"}
http::Response refused(const Error& error);
http::Response refuse(const http::Refusal& refusal, const http::Request& request);

// A parameter of the query, or of the form that was posted; empty where there is none.
std::string parameter(const http::Request& request, std::string_view name);

// A whole number that a parameter says, or `otherwise`. invalid: it is none, or beyond the limits.
Result<int> number(const http::Request& request, std::string_view name, int otherwise, int most);

// A route whose refusals become the dialect's answers. Pages of other sites may ask for everything.
using Handle = std::function<Result<http::Response>(const http::Request&)>;
http::Route route(http::Method method, std::string path, std::string operation, http::Cost cost,
                  Handle handle);
// What such a page's browser asks first.
http::Route preflight(std::string path, std::string operation, std::string methods);

}  // namespace cartulary::reconciliation
