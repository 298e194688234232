#include "http/form.h"

namespace cartulary::http {

namespace {

int hexadecimal_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// The byte that the escape at `place` of `text` stands for, or -1 when there is no escape.
int escaped_byte(std::string_view text, std::size_t place) {
    if (place + 2 >= text.size()) return -1;
    const int high = hexadecimal_digit(text[place + 1]);
    const int low = hexadecimal_digit(text[place + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

std::string decoded_field(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t place = 0; place < text.size(); ++place) {
        const char c = text[place];
        const int byte = c == '%' ? escaped_byte(text, place) : -1;
        if (byte >= 0) {
            decoded += static_cast<char>(byte);
            place += 2;
        } else {
            decoded += c == '+' ? ' ' : c;
        }
    }
    return decoded;
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (text[place] != '%') {
            decoded += text[place];
            continue;
        }
        const int byte = escaped_byte(text, place);
        if (byte < 0) return std::nullopt;
        decoded += static_cast<char>(byte);
        place += 2;
    }
    return decoded;
}

std::string percent_encode(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view unreserved =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        if (unreserved.find(c) != std::string_view::npos) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return encoded;
}

std::vector<std::pair<std::string, std::string>> form_decode(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> fields;
    while (!text.empty()) {
        const auto field = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(field.size() + 1, text.size()));
        if (field.empty()) continue;
        const auto name = field.substr(0, field.find('='));
        const auto value = field.substr(std::min(name.size() + 1, field.size()));
        fields.emplace_back(decoded_field(name), decoded_field(value));
    }
    return fields;
}

}  // namespace cartulary::http
