#pragma once

#include <ctime>
#include <string>

namespace cartulary::http {

// Tuesday 15 November 1994 as "Tue, 15 Nov 1994 08:12:31 GMT" (RFC 9110, 5.6.7), in any locale.
std::string date_text(std::time_t time);

}  // namespace cartulary::http
