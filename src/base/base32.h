#pragma once

#include <string>
#include <string_view>

namespace cartulary {

// RFC 4648, without padding: letters and the digits 2 to 7.
std::string base32_encode(std::string_view bytes);

}  // namespace cartulary
