#include "app/import/reason.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "base/text.h"

namespace cartulary::import {
namespace {

constexpr std::string_view error_mark = "Error - ";
constexpr std::string_view warning_mark = "Warning - ";
constexpr std::string_view ellipsis = "…";

struct Quotes {
    std::string_view open;
    std::string_view close;
};
constexpr std::array<Quotes, 4> quotes{{{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"‘", "’"}}};

bool is_letter_or_digit(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// The quotation that begins at `at`: where it ends. An apostrophe inside a word opens none, and
// none closes one: 'D'Youville'.
std::optional<std::size_t> end_of_quotation(std::string_view message, std::size_t at,
                                            const Quotes& marks) {
    if (!message.substr(at).starts_with(marks.open)) return std::nullopt;
    if (at > 0 && is_letter_or_digit(message[at - 1])) return std::nullopt;
    for (auto close = message.find(marks.close, at + marks.open.size());
         close != std::string_view::npos; close = message.find(marks.close, close + 1)) {
        const auto after = close + marks.close.size();
        if (after == message.size() || !is_letter_or_digit(message[after])) return close;
    }
    return std::nullopt;
}

// "[0]": where it ends.
std::optional<std::size_t> end_of_index(std::string_view message, std::size_t at) {
    if (message[at] != '[') return std::nullopt;
    const auto end = message.find_first_not_of("0123456789", at + 1);
    if (end == std::string_view::npos || message[end] != ']' || end == at + 1) return std::nullopt;
    return end;
}

}  // namespace

std::string general_reason(std::string_view message) {
    for (const auto mark : {error_mark, warning_mark}) {
        if (message.starts_with(mark)) message.remove_prefix(mark.size());
    }
    message = text::trimmed(message);
    std::string reason;
    for (std::size_t at = 0; at < message.size();) {
        if (const auto end = end_of_index(message, at)) {
            reason += "[]";
            at = *end + 1;
            continue;
        }
        const auto marks = std::find_if(quotes.begin(), quotes.end(), [&](const Quotes& tried) {
            return end_of_quotation(message, at, tried).has_value();
        });
        if (marks == quotes.end()) {
            reason += message[at++];
            continue;
        }
        const auto close = *end_of_quotation(message, at, *marks);
        reason.append(marks->open).append(ellipsis).append(marks->close);
        at = close + marks->close.size();
    }
    return reason;
}

std::string reason_among(std::span<const std::string> messages, std::string_view otherwise) {
    const auto is_error = [](const std::string& text) { return text.starts_with(error_mark); };
    const auto error = std::find_if(messages.begin(), messages.end(), is_error);
    if (error != messages.end()) return general_reason(*error);
    return messages.empty() ? std::string(otherwise) : general_reason(messages.front());
}

}  // namespace cartulary::import
