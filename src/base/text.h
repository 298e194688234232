#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Text as people see it. All strings are UTF-8.
namespace cartulary::text {

bool is_utf8(std::string_view bytes);

// Unicode characters (code points), not bytes. The text must be UTF-8.
std::size_t length(std::string_view text);

// Whether the text holds a control character (general category Cc: C0 with tab and line breaks,
// DEL, C1).
bool has_control_character(std::string_view text);

// Nothing but white space (Unicode White_Space), or nothing at all.
bool is_blank(std::string_view text);

// Without white space at both ends.
std::string_view trimmed(std::string_view text);

// What two names have in common that people take for the same name: NFC of the Unicode full case
// folding, white space at the ends dropped and every run inside made one space.
std::string folded(std::string_view text);

// ASCII letters to lower case, all else as it is: for protocol words, host names, UUIDs.
std::string lower_ascii(std::string_view text);
bool equal_ignoring_ascii_case(std::string_view left, std::string_view right);

}  // namespace cartulary::text
