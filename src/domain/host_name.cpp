#include "domain/host_name.h"

#include <idn2.h>

#include <algorithm>
#include <cstddef>
#include <memory>

#include "base/text.h"

namespace cartulary {

namespace {

// RFC 1035, 2.3.4; a name may have 255 octets on the wire, which are 253 characters in text.
constexpr std::size_t label_bytes_max = 63;
constexpr std::size_t name_bytes_max = 253;

bool is_ascii(std::string_view name) {
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// RFC 1123, 2.1.
bool is_label(std::string_view label) {
    return !label.empty() && label.size() <= label_bytes_max && label.front() != '-' &&
           label.back() != '-' && std::all_of(label.begin(), label.end(), [](char c) {
               return is_digit(c) || (c >= 'a' && c <= 'z') || c == '-';
           });
}

// `name` is ASCII in lower case.
bool is_host_name(std::string_view name) {
    if (name == "localhost") return true;
    if (name.size() > name_bytes_max) return false;
    std::size_t labels = 0;
    for (;;) {
        const auto dot = name.find('.');
        const auto label = name.substr(0, dot);
        if (!is_label(label)) return false;
        ++labels;
        if (dot != std::string_view::npos) {
            name.remove_prefix(dot + 1);
            continue;
        }
        // A number at the end makes an IP address, or a damaged one, of the whole.
        return labels > 1 && !std::all_of(label.begin(), label.end(), is_digit);
    }
}

// Whether any label claims to be the ASCII form of an international one.
bool has_punycode(std::string_view lowered) {
    return lowered.starts_with("xn--") || lowered.find(".xn--") != std::string_view::npos;
}

using Idn2Text = std::unique_ptr<char, decltype(&idn2_free)>;

std::optional<std::string> unicode_of(const std::string& ascii) {
    char* output = nullptr;
    if (idn2_to_unicode_8z8z(ascii.c_str(), &output, 0) != IDN2_OK) return std::nullopt;
    const Idn2Text owned(output, &idn2_free);
    return std::string(output);
}

std::optional<std::string> ascii_of(const std::string& name) {
    char* output = nullptr;
    // Not with the library's STD3 flag, which drops forbidden characters where it should refuse
    // them (libidn2 2.3.3); is_host_name refuses them.
    const int flags = IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL;
    if (idn2_to_ascii_8z(name.c_str(), &output, flags) != IDN2_OK) return std::nullopt;
    const Idn2Text owned(output, &idn2_free);
    return std::string(output);
}

}  // namespace

std::optional<std::string> ascii_host_name(std::string_view name) {
    // The library reads to the first NUL, and four bytes a character are the most there can be.
    if (name.size() > 4 * name_bytes_max || name.find('\0') != std::string_view::npos) {
        return std::nullopt;
    }
    auto ascii = text::lower_ascii(name);
    if (!is_ascii(ascii)) {
        const auto converted = ascii_of(ascii);
        if (!converted) return std::nullopt;
        ascii = text::lower_ascii(*converted);
    }
    if (!is_host_name(ascii)) return std::nullopt;
    if (has_punycode(ascii)) {
        // Only what comes back the same is the ASCII form of anything.
        const auto unicode = unicode_of(ascii);
        if (!unicode || ascii_of(*unicode) != ascii) return std::nullopt;
    }
    return ascii;
}

}  // namespace cartulary
