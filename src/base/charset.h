#pragma once

#include <string>
#include <string_view>

// Files that people save in a spreadsheet program come in UTF-8 or in Windows-1252.
namespace cartulary {

// The five bytes that Windows-1252 leaves open become the C1 controls of the same number, as web
// browsers do it, so that any bytes have a text.
std::string utf8_from_windows_1252(std::string_view bytes);

// UTF-8 without its byte order mark, if it has one; anything that is not valid UTF-8 is taken for
// Windows-1252.
std::string utf8_from_any(std::string_view bytes);

}  // namespace cartulary
