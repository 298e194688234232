#include "http/api_key.h"

#include <algorithm>
#include <string>

#include "base/error.h"
#include "base/text.h"

namespace cartulary::http {

Result<std::string_view> api_key_in(const Request& request,
                                    std::initializer_list<std::string_view> schemes) {
    const auto credential = request.header("authorization");
    const auto wanted = std::string(*schemes.begin()) + " <your API key>\"";
    if (credential.empty()) {
        return fail(ErrorKind::unauthenticated,
                    "the header \"Authorization: " + wanted + " is missing");
    }
    const auto scheme = credential.substr(0, credential.find(' '));
    const bool is_known = std::ranges::any_of(schemes, [&](std::string_view known) {
        return text::equal_ignoring_ascii_case(scheme, known);
    });
    if (is_known) return text::trimmed(credential.substr(scheme.size()));
    return fail(ErrorKind::unauthenticated, "the Authorization header must be \"" + wanted);
}

}  // namespace cartulary::http
