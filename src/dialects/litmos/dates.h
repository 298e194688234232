#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "domain/checked.h"

namespace cartulary::litmos {

// "2014-04-01T14:41:00Z", as this interface writes times; read also without the time of day or the
// zone (UTC), with fractions of seconds (dropped), and with an offset.
std::string date_text(Timestamp time);
Checked<Timestamp> parse_date(std::string_view text);

}  // namespace cartulary::litmos
