#include "delivery/mime.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "base/text.h"

namespace cartulary::delivery {

namespace {

constexpr std::string_view line_end = "\r\n";

unsigned char byte_of(char c) {
    return static_cast<unsigned char>(c);
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return byte_of(c) < 0x80; });
}

bool is_continuation(char c) {
    return (byte_of(c) & 0xC0) == 0x80;
}

// The bytes of a control character or a space at the front, 0 when something else is there.
std::size_t blank_bytes(std::string_view text) {
    if (byte_of(text[0]) <= 0x20 || byte_of(text[0]) == 0x7F) return 1;
    const bool is_c1 = text.size() > 1 && byte_of(text[0]) == 0xC2 && byte_of(text[1]) < 0xA0;
    return is_c1 ? 2 : 0;
}

// The one place that keeps values from breaking a header: each run of spaces and control
// characters (CR, LF and NUL among them) becomes a space, or nothing at the ends.
std::string header_value(std::string_view value) {
    std::string clean;
    bool space_due = false;
    const bool is_utf8 = text::is_utf8(value);
    while (!value.empty()) {
        if (const auto bytes = blank_bytes(value); bytes > 0) {
            space_due = true;
            value.remove_prefix(bytes);
            continue;
        }
        if (space_due && !clean.empty()) clean += ' ';
        space_due = false;
        clean += is_utf8 || byte_of(value[0]) < 0x80 ? value[0] : '?';
        value.remove_prefix(1);
    }
    return clean;
}

// What ends an address or begins another one has no place inside.
std::string address_value(std::string_view value) {
    std::string clean = header_value(value);
    std::erase_if(clean, [](char c) {
        return std::string_view(" <>()[],;:\"\\").find(c) != std::string_view::npos;
    });
    return clean;
}

void append_base64(std::string& out, std::string_view bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto at = [&](std::size_t index) -> std::uint32_t {
            return index < bytes.size() ? byte_of(bytes[index]) : 0;
        };
        const std::uint32_t group = at(i) << 16 | at(i + 1) << 8 | at(i + 2);
        out += digits[group >> 18];
        out += digits[group >> 12 & 63];
        out += i + 1 < bytes.size() ? digits[group >> 6 & 63] : '=';
        out += i + 2 < bytes.size() ? digits[group & 63] : '=';
    }
}

// Encoded-words (RFC 2047), one a line; none splits a character. `column` is where the first
// begins.
std::string encoded_words(std::string_view text, std::size_t column) {
    constexpr std::string_view begin = "=?utf-8?B?";
    constexpr std::string_view end = "?=";
    std::string words;
    while (!text.empty()) {
        const auto used = column + begin.size() + end.size();
        std::size_t bytes = (encoded_line_characters_max - used) / 4 * 3;
        if (bytes < text.size()) {
            while (is_continuation(text[bytes])) --bytes;
        }
        words.append(begin);
        append_base64(words, text.substr(0, bytes));
        words.append(end);
        text.remove_prefix(std::min(bytes, text.size()));
        if (!text.empty()) words.append(line_end).append(" ");
        column = 1;
    }
    return words;
}

// Lines broken at spaces, or nothing when a word is too long for that.
std::optional<std::string> folded_at_spaces(std::string_view text, std::size_t column) {
    std::string folded;
    bool first = true;
    while (true) {
        const auto space = text.find(' ');
        const auto word = text.substr(0, space);
        if (word.size() + 1 > header_line_characters_max) return std::nullopt;
        if (!first) {
            if (column + 1 + word.size() > header_line_characters_max) {
                folded.append(line_end);
                column = 0;
            }
            folded += ' ';
            ++column;
        } else if (column + word.size() > header_line_characters_max) {
            return std::nullopt;
        }
        folded.append(word);
        column += word.size();
        first = false;
        if (space == std::string_view::npos) return folded;
        text.remove_prefix(space + 1);
    }
}

// "=?" in plain sight would be decoded.
bool stands_for_itself(std::string_view text) {
    return is_ascii(text) && text.find("=?") == std::string_view::npos;
}

std::string unstructured(std::string_view value, std::size_t column) {
    const std::string clean = header_value(value);
    if (stands_for_itself(clean)) {
        if (auto folded = folded_at_spaces(clean, column)) return *std::move(folded);
    }
    return encoded_words(clean, column);
}

std::string quoted_string(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted += '"';
}

std::string mailbox_text(const Mailbox& mailbox, std::size_t column) {
    std::string address = address_value(mailbox.address);
    const std::string name = header_value(mailbox.name);
    if (name.empty()) return address;
    std::optional<std::string> quoted;
    if (stands_for_itself(name)) quoted = folded_at_spaces(quoted_string(name), column);
    const auto line_max = quoted ? header_line_characters_max : encoded_line_characters_max;
    std::string text = quoted ? *std::move(quoted) : encoded_words(name, column);
    const auto last_line = text.rfind('\n');
    const auto used =
        last_line == std::string::npos ? column + text.size() : text.size() - last_line - 1;
    const bool fits = used + address.size() + 3 <= line_max;
    text.append(fits ? "" : line_end).append(" <").append(address).append(">");
    return text;
}

void append_header(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append(line_end);
}

void append_mailbox(std::string& out, std::string_view name, const Mailbox& mailbox) {
    append_header(out, name, mailbox_text(mailbox, name.size() + 2));
}

void append_part(std::string& out, std::string_view boundary, std::string_view type,
                 std::string_view text) {
    out.append("--").append(boundary).append(line_end);
    append_header(out, "Content-Type", std::string(type) + "; charset=utf-8");
    append_header(out, "Content-Transfer-Encoding", "quoted-printable");
    out.append(line_end).append(quoted_printable(text)).append(line_end);
}

// Lines of quoted-printable as they grow.
class QuotedPrintable {
public:
    // `unit` is a character or its =XX; `is_last` when the line ends after it.
    void add(std::string_view unit, bool is_last) {
        if (!has_room_for(unit.size(), is_last)) {
            text_.append("=").append(line_end);
            column_ = 0;
        }
        text_.append(unit);
        column_ += unit.size();
    }

    void end_line() {
        text_.append(line_end);
        column_ = 0;
    }

    bool begins_line(bool is_last) const { return column_ == 0 || !has_room_for(1, is_last); }
    std::string take() { return std::move(text_); }

private:
    // The line keeps a place for the "=" that says that it goes on.
    bool has_room_for(std::size_t characters, bool is_last) const {
        return column_ + characters <= encoded_line_characters_max - (is_last ? 0 : 1);
    }

    std::string text_;
    std::size_t column_ = 0;
};

bool may_stand_for_itself(char c, bool ends_line, bool begins_line) {
    if (c == ' ' || c == '\t') return !ends_line;  // relays drop it there
    // Some programs take a line that begins with "." for the end, with "From " for a next mail.
    if (begins_line && (c == '.' || c == 'F')) return false;
    return c > ' ' && c <= '~' && c != '=';
}

}  // namespace

std::string quoted_printable(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    QuotedPrintable lines;
    const auto line_break_bytes = [&](std::size_t at) -> std::size_t {
        if (text.substr(at, 1) == "\n") return 1;
        return text.substr(at, 2) == line_end ? 2 : 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (const auto bytes = line_break_bytes(at); bytes > 0) {
            lines.end_line();
            at += bytes;
            continue;
        }
        const char c = text[at++];
        const bool ends_line = at == text.size() || line_break_bytes(at) > 0;
        if (may_stand_for_itself(c, ends_line, lines.begins_line(ends_line))) {
            lines.add({&c, 1}, ends_line);
        } else {
            const std::array<char, 3> code = {'=', digits[byte_of(c) >> 4],
                                              digits[byte_of(c) & 15]};
            lines.add({code.data(), code.size()}, ends_line);
        }
    }
    return lines.take();
}

std::string mail_date(Timestamp time) {
    constexpr std::array weekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
    std::array<char, 64> text{};
    const int length = std::snprintf(
        text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d +0000",
        weekdays[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
        months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string mime_of(const Message& message) {
    // Quoted-printable never writes "=_", so that no text can hold the boundary.
    constexpr std::string_view boundary = "=_alternative";
    std::string out;
    append_header(out, "Date", mail_date(message.date));
    append_mailbox(out, "From", message.from);
    if (message.reply_to) append_mailbox(out, "Reply-To", *message.reply_to);
    append_mailbox(out, "To", message.to);
    append_header(out, "Subject",
                  unstructured(message.subject, std::string_view("Subject: ").size()));
    append_header(out, "Message-ID", "<" + address_value(message.id) + ">");
    append_header(out, "Auto-Submitted", "auto-generated");  // RFC 3834: no one answers a machine
    append_header(out, "MIME-Version", "1.0");
    append_header(out, "Content-Type",
                  "multipart/alternative; boundary=\"" + std::string(boundary) + "\"");
    out.append(line_end);
    append_part(out, boundary, "text/plain", message.text);
    append_part(out, boundary, "text/html", message.html);
    out.append("--").append(boundary).append("--").append(line_end);
    return out;
}

}  // namespace cartulary::delivery
