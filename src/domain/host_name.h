#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cartulary {

// The ASCII form, in lower case, of a dotted host name or of "localhost", international names by
// IDNA 2008 (UTS 46, nontransitional); nothing when it is no such name.
std::optional<std::string> ascii_host_name(std::string_view name);

}  // namespace cartulary
