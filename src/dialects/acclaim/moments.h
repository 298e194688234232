#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "domain/checked.h"

namespace cartulary::acclaim {

// A moment as clients of this interface write it: ISO 8601 (a date alone is midnight UTC; without
// a zone UTC; fractions of seconds; "Z", "+02:00", "+0200"), "2014-04-01 09:41:00 -0500", and PHP's
// "Y-m-d  h:i:s a" ("2014-04-01  09:41:00 am"). From the year 1 to 9999. Problem: it is none of
// these, or no day of the calendar.
Checked<Timestamp> parse_moment(std::string_view text);

// "2014-04-01": its day in UTC.
std::string date_of(Timestamp moment);

}  // namespace cartulary::acclaim
