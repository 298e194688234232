#include "ctdl/canonical_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <variant>
#include <vector>

namespace cartulary::ctdl {

namespace {

// RFC 8785, 3.2.2.2: as the writer has it, but for two short forms.
void append_text(const std::string& text, std::string& out) {
    const bool is_plain = std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
    });
    if (is_plain) {
        out.append(1, '"').append(text).append(1, '"');
        return;
    }
    const auto written = json::text_of(json::Value(text));
    for (std::size_t i = 0; i < written.size(); ++i) {
        constexpr std::string_view backspace = "\\u0008";
        constexpr std::string_view form_feed = "\\u000c";
        if (written[i] != '\\') {
            out += written[i];
        } else if (written.compare(i, backspace.size(), backspace) == 0) {
            out += "\\b";
            i += backspace.size() - 1;
        } else if (written.compare(i, form_feed.size(), form_feed) == 0) {
            out += "\\f";
            i += form_feed.size() - 1;
        } else {
            out += written[i];
            out += written[++i];
        }
    }
}

void append(const json::Value& value, std::string& out);

void append(const json::Object& object, std::string& out) {
    std::vector<const json::Member*> members;
    members.reserve(object.size());
    for (const auto& member : object) members.push_back(&member);
    std::stable_sort(members.begin(), members.end(), [](const auto* left, const auto* right) {
        return comes_before(left->name, right->name);
    });
    out += '{';
    bool is_first = true;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i + 1 < members.size() && members[i + 1]->name == members[i]->name) continue;
        if (!is_first) out += ',';
        is_first = false;
        append_text(members[i]->name, out);
        out += ':';
        append(members[i]->value, out);
    }
    out += '}';
}

void append(const json::Array& array, std::string& out) {
    out += '[';
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (i > 0) out += ',';
        append(array[i], out);
    }
    out += ']';
}

void append(const json::Value& value, std::string& out) {
    std::visit(
        [&](const auto& content) {
            using Content = std::decay_t<decltype(content)>;
            if constexpr (std::is_same_v<Content, std::nullptr_t>) {
                out += "null";
            } else if constexpr (std::is_same_v<Content, bool>) {
                out += content ? "true" : "false";
            } else if constexpr (std::is_same_v<Content, std::int64_t>) {
                out += ecmascript_number(static_cast<double>(content));
            } else if constexpr (std::is_same_v<Content, double>) {
                out += ecmascript_number(content);
            } else if constexpr (std::is_same_v<Content, std::string>) {
                append_text(content, out);
            } else {
                append(content, out);
            }
        },
        value.content());
}

}  // namespace

bool comes_before(std::string_view left, std::string_view right) {
    const auto [a, b] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    if (a == left.end() || b == right.end()) return a == left.end() && b != right.end();
    // Above U+FFFF a character is two surrogates, which stand before U+E000 to U+FFFF.
    const auto rank = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0xF0) return byte - 2U;
        return byte >= 0xEE ? byte + 16U : static_cast<unsigned>(byte);
    };
    return rank(*a) < rank(*b);
}

std::string ecmascript_number(double number) {
    if (!std::isfinite(number)) return "null";
    if (number == 0) return "0";
    // The shortest digits that read back as this number: "-1.25e+02".
    std::array<char, 40> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                       std::chars_format::scientific);
    const std::string_view text(buffer.data(),
                                static_cast<std::size_t>(written.ptr - buffer.data()));
    const auto mark = text.find('e');
    std::string digits;
    for (const char c : text.substr(0, mark)) {
        if (c >= '0' && c <= '9') digits += c;
    }
    int exponent = 0;
    const auto from = text.substr(mark + (text[mark + 1] == '+' ? 2 : 1));
    std::from_chars(from.data(), from.data() + from.size(), exponent);

    // ECMA-262, Number::toString: the point stands after this many digits.
    const int point = exponent + 1;
    const auto count = static_cast<int>(digits.size());
    std::string result;
    if (point >= count && point <= 21) {
        result = digits + std::string(static_cast<std::size_t>(point - count), '0');
    } else if (point > 0 && point <= 21) {
        result = digits.insert(static_cast<std::size_t>(point), 1, '.');
    } else if (point > -6 && point <= 0) {
        result = "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    } else {
        if (count > 1) digits.insert(1, 1, '.');
        result = digits + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
    }
    return number < 0 ? "-" + result : result;
}

std::string canonical_json(const json::Value& value) {
    std::string out;
    append(value, out);
    return out;
}

}  // namespace cartulary::ctdl
