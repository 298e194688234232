#include "base/base64.h"

#include <sodium.h>

#include <algorithm>

namespace cartulary {

namespace {

constexpr std::size_t padding_max = 2;

std::string encode(std::string_view bytes, int variant) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
    text.pop_back();  // the NUL
    return text;
}

}  // namespace

std::string base64_encode(std::string_view bytes) {
    return encode(bytes, sodium_base64_VARIANT_ORIGINAL);
}

std::string base64_url_encode(std::string_view bytes) {
    return encode(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

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
