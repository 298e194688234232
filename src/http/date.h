#pragma once

#include <ctime>
#include <optional>
#include <string>
#include <string_view>

namespace cartulary::http {

// Tuesday 15 November 1994 as "Tue, 15 Nov 1994 08:12:31 GMT" (RFC 9110, 5.6.7), in any locale.
std::string date_text(std::time_t time);

// The other way round; nothing where it is not written so.
std::optional<std::time_t> date_in(std::string_view text);

}  // namespace cartulary::http
