#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

// Moments as Sunbird writes them.
namespace cartulary::sunbird {

std::string organisation_moment(Timestamp time);  // "2018-10-30 08:24:29:856+0000"
std::string channel_moment(Timestamp time);       // "2018-10-20T06:20:50.861+0000"

// Either of them or ISO 8601 with Z, or a date alone; UTC.
std::optional<Timestamp> parse_moment(std::string_view text);

}  // namespace cartulary::sunbird
