#pragma once

#include <functional>
#include <string>

#include "dialects/litmos/litmos.h"
#include "dialects/litmos/names.h"

// What every route of this dialect has in common.
namespace cartulary::litmos {

http::Response answered(int status, std::string body);
http::Response answered(const Answer& answer);  // 201; tells a repeated answer in a header

http::Response refused(const Error& error, Names names);
http::Response refuse(const http::Refusal& refusal, const http::Request& request);

// A query parameter without regard to the case of its name; nothing where it is empty.
std::optional<std::string> filter(const http::Request& request, std::string_view name);

// The Idempotency-Key of a request; without one an empty Repetition.
Result<Repetition> repetition_of(const http::Request& request);

// The number that a path names; not_found where it is none.
Result<std::int32_t> number_in(const std::string& text);

// A route for a user that signed in; `names` are those of what it is about. A refusal becomes the
// dialect's answer.
using Handle =
    std::function<Result<http::Response>(const CompanyUserCaller&, const http::Request&)>;
struct Subject {
    CompanyUsers& users;
    Names names;

    http::Route route(http::Method method, std::string path, std::string operation,
                      Handle handle) const;
};

}  // namespace cartulary::litmos
