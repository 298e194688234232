#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cartulary {

std::string base64_encode(std::string_view bytes);      // common alphabet, padded
std::string base64_url_encode(std::string_view bytes);  // URL-safe alphabet, without padding

// The bytes of base64 (RFC 4648) in the common or the URL-safe alphabet, with or without its
// padding; nothing when it is none.
std::optional<std::string> base64_decode(std::string_view text);

}  // namespace cartulary
