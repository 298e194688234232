#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartulary::http {

// Every %XX replaced by its byte; nothing when a '%' is not followed by two hexadecimal digits.
std::optional<std::string> percent_decode(std::string_view text);

// For use as one segment of a path or one value of a query: every byte but letters, digits and
// "-._~" as %XX.
std::string percent_encode(std::string_view text);

// The fields of application/x-www-form-urlencoded in their order, as browsers read it (URL
// Standard): '+' is a space, a '%' that begins no escape stands for itself, a name without '=' has
// an empty value. The bytes need not be UTF-8.
std::vector<std::pair<std::string, std::string>> form_decode(std::string_view text);

}  // namespace cartulary::http
