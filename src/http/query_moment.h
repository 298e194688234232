#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

// Moments that people and programs write into a query: a date or a time, as ISO 8601 has it.
namespace cartulary::http {

// A '+' that was not escaped, and so arrives as a space, is understood. Nothing for another text.
std::optional<Timestamp> parse_moment(std::string_view written);

// The same where a date stands for its end: what was made on that day is of it.
std::optional<Timestamp> parse_moment_as_of(std::string_view written);

}  // namespace cartulary::http
