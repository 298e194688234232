#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/checked.h"

namespace cartulary {

inline constexpr std::size_t phone_number_characters_max = 50;
inline constexpr std::size_t phone_extension_characters_max = 20;

// The number as written, without white space around it, when it looks like one: 7 to 15 digits
// (E.164) among spaces and ( ) - . / +, perhaps with "x123" or "ext. 123" at the end.
Checked<std::string> parse_phone_number(std::string_view text);

// The extension as written: 1 to 10 digits, perhaps after "x" or "ext.".
Checked<std::string> parse_phone_extension(std::string_view text);

// Digits only, without an extension and without the 1 that North America may dial first: equal
// for two spellings of one number.
std::string comparable_digits(std::string_view phone_number);

}  // namespace cartulary
