#include "base/charset.h"

#include <unicode/ucnv.h>

#include <array>
#include <cstddef>
#include <stdexcept>

#include "base/text.h"

namespace cartulary {

namespace {

using Utf8OfByte = std::array<std::string, 256>;

// Windows-1252 is one byte a character, so asking ICU for each byte once tells everything.
Utf8OfByte windows_1252_table() {
    Utf8OfByte table;
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
        const char source = static_cast<char>(byte);
        std::array<char, 8> target{};
        UErrorCode status = U_ZERO_ERROR;
        const auto length =
            ucnv_convert("UTF-8", "windows-1252", target.data(),
                         static_cast<std::int32_t>(target.size()), &source, 1, &status);
        if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
        table.at(byte).assign(target.data(), static_cast<std::size_t>(length));
    }
    return table;
}

}  // namespace

std::string utf8_from_windows_1252(std::string_view bytes) {
    static const Utf8OfByte table = windows_1252_table();
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) text += table.at(static_cast<unsigned char>(byte));
    return text;
}

std::string utf8_from_any(std::string_view bytes) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (!text::is_utf8(bytes)) return utf8_from_windows_1252(bytes);
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return std::string(bytes);
}

}  // namespace cartulary
