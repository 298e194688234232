#include "base/base32.h"

#include <cstdint>

namespace cartulary {

std::string base32_encode(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t bits = 0;
    unsigned count = 0;  // of the bits that are not written yet
    for (const char byte : bytes) {
        bits = (bits << 8) | static_cast<std::uint8_t>(byte);
        for (count += 8; count >= 5; count -= 5) text += alphabet[(bits >> (count - 5)) & 31U];
    }
    if (count > 0) text += alphabet[(bits << (5 - count)) & 31U];
    return text;
}

}  // namespace cartulary
