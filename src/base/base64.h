#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cartulary {

// The bytes of base64 (RFC 4648) in the common or the URL-safe alphabet, with or without its
// padding; nothing when it is none.
std::optional<std::string> base64_decode(std::string_view text);

}  // namespace cartulary
