#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/result.h"
#include "base/time.h"
#include "dialects/registry/registry.h"

// What every route of this dialect has in common.
namespace cartulary::registry {

inline constexpr auto json_type = "application/json; charset=utf-8";
inline constexpr auto json_ld_type = "application/ld+json; charset=utf-8";

http::Response answered(int status, std::string body);

// {"errors":["…"]}. What a request itself does wrong (its path, its parameters, its syntax) is an
// invalid Error without fields, and answered with 400; what its content does wrong has fields, and
// is answered with 422.
http::Response refused(const Error& error);
http::Response refuse(const http::Refusal& refusal, const http::Request& request);

// "Authorization: Token <API key>"; ApiToken and Bearer are the same. unauthenticated.
Result<Caller> caller_of(Callers& callers, const http::Request& request);

// The CTID that a path names, in either case. not_found: it is none.
Result<Ctid> ctid_in(const http::Request& request, std::string_view parameter);

// true, 1 or on its own ("?metadata_only"); false, 0 or absent.
Result<bool> flag_in(const http::Request& request, std::string_view name);

// A whole number within these limits; `otherwise` where there is none.
struct Limits {
    std::int64_t least;
    std::int64_t most;
};
Result<std::int64_t> number_in(const http::Request& request, std::string_view name,
                               std::int64_t otherwise, const Limits& limits);

// A date or a date-time (ISO 8601; without a zone UTC). `name` is the parameter's.
Result<Timestamp> moment_in(std::string_view text, std::string_view name);
tl::unexpected<Error> no_moment(std::string_view name);  // invalid

// The number of a change after which to go on; a moment stands for the last change before it.
// Nothing where the parameter is not there.
Result<std::optional<std::int64_t>> change_in(const Operations& operations,
                                              const http::Request& request, std::string_view name);

// A page of a list, as its parameters page and per_page ask for it. A page has `per_page_max` at
// most, however many are asked for.
inline constexpr int per_page_default = 10;
inline constexpr int per_page_max = 200;
inline constexpr std::int64_t page_max = 10'000'000;
struct PageAsked {
    std::int64_t number;
    int per_page;

    Slice slice() const { return {(number - 1) * per_page, per_page}; }
};
Result<PageAsked> page_asked(const http::Request& request);

// Tells in headers where in the list the page is, and the addresses of its neighbours.
void tell_page(http::Response& response, const http::Request& request, const PageAsked& asked,
               std::int64_t total, const std::string& public_url);

// The address of a request with another value of one parameter.
std::string address_with(const http::Request& request, const std::string& public_url,
                         std::string_view name, const std::string& value);

// A route whose refusals become the dialect's answers.
using Handle = std::function<Result<http::Response>(const http::Request&)>;
http::Route route(http::Method method, std::string path, std::string operation, http::Cost cost,
                  Handle handle);

// The same of what everybody may read, from pages of other sites too.
http::Route open_route(std::string path, std::string operation, http::Cost cost, Handle handle);

}  // namespace cartulary::registry
