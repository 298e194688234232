#pragma once

#include <optional>
#include <string>

namespace cartulary {

// The pattern of everything that holds `part`, for `like … escape '\'`; nothing for nothing.
std::optional<std::string> pattern_of(const std::optional<std::string>& part);

}  // namespace cartulary
