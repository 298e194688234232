#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cartulary::ctdl::assistant {

// The day that a text means in a common form ("11/12/2013" with the month first, "2013/11/12",
// "2013-11-12T00:00:00"), as ISO 8601; nothing for ISO 8601 itself and for what is no such form.
std::optional<std::string> iso_date_of(std::string_view text);

}  // namespace cartulary::ctdl::assistant
