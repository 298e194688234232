#include "base/base64.h"

#include <sodium.h>

#include <algorithm>

namespace cartulary {

namespace {

constexpr std::size_t padding_max = 2;

}  // namespace

std::optional<std::string> base64_decode(std::string_view text) {
    if (text.ends_with('=') && text.size() % 4 != 0) return std::nullopt;
    for (std::size_t i = 0; i < padding_max && text.ends_with('='); ++i) text.remove_suffix(1);
    std::string common(text);
    std::ranges::replace(common, '-', '+');
    std::ranges::replace(common, '_', '/');
    std::string bytes(common.size(), '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    const int refused = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()),
                                          bytes.size(), common.data(), common.size(), nullptr,
                                          &size, &end, sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
    if (refused != 0 || end != common.data() + common.size()) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

}  // namespace cartulary
