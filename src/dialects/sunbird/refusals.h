#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/result.h"
#include "dialects/sunbird/sunbird.h"

// Why something is refused, in the words and numbers of Sunbird.
namespace cartulary::sunbird {

// What this dialect says of a parameter, in a FieldProblem whose field is the parameter's name
// here. What an operation says of a field is "is invalid" to all clients.
namespace said {
inline constexpr std::string_view missing = "is missing";
inline constexpr std::string_view empty = "is empty";
inline constexpr std::string_view depends_on_tenant = "depends on isTenant";
inline constexpr std::string_view should_be = "should be ";  // and a type's name
inline constexpr std::string_view unexpected = "is unexpected";
inline constexpr std::string_view not_in_list = "is not in the list";
inline constexpr std::string_view excluded = "excludes another";
inline constexpr std::string_view no_tenant = "is no tenant's";
inline constexpr std::string_view invalid = "is invalid";
inline constexpr std::string_view beyond_window = "is beyond the window";
inline constexpr std::string_view unreadable = "cannot be read";
inline constexpr std::string_view media_type = "is missing or wrong";
}  // namespace said

tl::unexpected<Error> refuse_parameter(std::string_view name, std::string_view what);

// A refusal as it is told.
struct Told {
    int status;
    std::string code;
    std::string message;
};

// `operation` is Sunbird's name of what was asked ("ORGCRT"), `value` what the parameter that the
// error is about was said to be.
struct About {
    Profile profile;
    std::string_view operation;
    std::function<std::string(std::string_view parameter)> value;
};
Told told(const Error& error, const About& about);
Told told(const http::Refusal& refusal);

// Our name of a field as the parameter's.
std::string parameter_of(std::string_view field);

}  // namespace cartulary::sunbird
