#include "app/import/json_pieces.h"

#include <algorithm>

namespace cartulary::import {

namespace {

constexpr std::size_t block_bytes = std::size_t{64} << 10;
constexpr int record_separator = 0x1E;  // of JSON text sequences

bool is_space(int byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == record_separator;
}

bool is_of_byte_order_mark(int byte) {
    return byte == 0xEF || byte == 0xBB || byte == 0xBF;
}

bool opens(int byte) {
    return byte == '{' || byte == '[';
}

}  // namespace

// Afterwards there is a byte in the block, unless the file is at its end.
Checked<void> JsonPieces::fill() {
    if (at_ < block_.size()) return {};
    block_.resize(block_bytes);
    at_ = 0;
    const auto count = source_(block_.data(), block_.size());
    block_.resize(count ? *count : 0);
    if (!count) return problem(count.error());
    return {};
}

void JsonPieces::skip() {
    if (block_[at_++] == '\n') ++line_;
}

void JsonPieces::append(JsonPiece& piece, std::string_view text) const {
    if (piece.problem.empty() && piece.text.size() + text.size() > bytes_max_) {
        piece.problem = "is larger than " + std::to_string(bytes_max_ >> 20) + " MiB";
        piece.text = {};
    }
    if (piece.problem.empty()) piece.text += text;
}

void JsonPieces::take(JsonPiece& piece) {
    append(piece, std::string_view(block_).substr(at_, 1));
    skip();
}

// What is in the block before one of these bytes, which are all that may break a line.
std::string_view JsonPieces::take_until(JsonPiece& piece, std::string_view stops) {
    const auto stop = std::min(block_.find_first_of(stops, at_), block_.size());
    const auto taken = std::string_view(block_).substr(at_, stop - at_);
    append(piece, taken);
    at_ = stop;
    return taken;
}

// The first byte of the next value; false at the end of the file.
Checked<bool> JsonPieces::find_beginning() {
    for (;;) {
        if (const auto filled = fill(); !filled) return problem(filled.error());
        const auto byte = peek();
        if (byte == end) return false;
        if (!is_begun_ && is_of_byte_order_mark(byte)) {
            skip();
            continue;
        }
        is_begun_ = true;
        if (!in_list_ && byte == '[') {
            in_list_ = true;
        } else if (in_list_ && byte == ']') {
            in_list_ = false;
        } else if (!is_space(byte) && !(in_list_ && byte == ',')) {
            return true;
        }
        skip();
    }
}

Checked<std::optional<JsonPiece>> JsonPieces::next() {
    const auto found = find_beginning();
    if (!found) return problem(found.error());
    if (!*found) {
        if (!in_list_) return std::nullopt;
        in_list_ = false;
        return JsonPiece{.line = line_, .problem = "is a list that does not end"};
    }
    JsonPiece piece{.line = line_};
    const auto read = opens(peek()) ? read_value(piece) : read_word(piece);
    if (!read) return problem(read.error());
    return piece;
}

// An object or list. In JSON something opens only behind one of "[,:"; where a line begins so
// without it, another value begins, and this one was broken.
Checked<void> JsonPieces::read_value(JsonPiece& piece) {
    std::size_t depth = 0;
    char last = ',';  // but for spaces
    bool begins_line = false;
    do {
        if (auto filled = fill(); !filled) return filled;
        const auto between = take_until(piece, "\"{}[]\n");
        if (const auto word = between.find_last_not_of(" \t\r"); word != between.npos) {
            last = between[word];
        }
        begins_line = begins_line && between.empty();
        const auto byte = peek();
        if (byte == end) {
            if (auto filled = fill(); !filled) return filled;
            if (peek() == end) return {};
            continue;
        }
        const bool may_open = last == '[' || last == ',' || last == ':';
        if (opens(byte) && begins_line && !may_open) return {};
        if (byte == '"') {
            if (auto read = read_text(piece); !read) return read;
            last = '"';
            begins_line = false;
            continue;
        }
        if (opens(byte)) ++depth;
        if (byte == '}' || byte == ']') --depth;
        if (byte != '\n') last = static_cast<char>(byte);
        begins_line = byte == '\n';
        take(piece);
    } while (depth > 0);
    return {};
}

// Between quotation marks; a line that ends before them ends a text that is broken.
Checked<void> JsonPieces::read_text(JsonPiece& piece) {
    take(piece);
    for (bool is_escaped = false;;) {
        if (auto filled = fill(); !filled) return filled;
        if (!is_escaped) take_until(piece, "\"\\\n");
        const auto byte = peek();
        if (byte == '\n') return {};
        if (byte == end) {
            if (auto filled = fill(); !filled) return filled;
            if (peek() == end) return {};
            continue;
        }
        take(piece);
        if (byte == '"' && !is_escaped) return {};
        is_escaped = byte == '\\' && !is_escaped;
    }
}

// A number, a text, or no JSON at all: to the end of the line or of the element.
Checked<void> JsonPieces::read_word(JsonPiece& piece) {
    for (;;) {
        const auto byte = peek();
        if (byte == end || byte == '\n' || (in_list_ && (byte == ',' || byte == ']'))) return {};
        if (byte == '"') {
            if (auto read = read_text(piece); !read) return read;
        } else {
            take(piece);
        }
        if (auto filled = fill(); !filled) return filled;
    }
}

}  // namespace cartulary::import
