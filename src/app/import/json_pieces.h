#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/checked.h"

namespace cartulary::import {

// A value of a file, as its text.
struct JsonPiece {
    std::size_t line = 1;      // on which it begins
    std::string text = {};     // as it stands there; it may still be no JSON
    std::string problem = {};  // why there is no text
};

// The values of a file one after the other, without holding more than one: the elements of a list,
// values on lines of their own, or one behind the other. What is broken is told as one piece; the
// next one begins where that can be told.
class JsonPieces {
public:
    static constexpr std::size_t piece_bytes_max = std::size_t{48} << 20;

    // The next bytes of the file into this place; 0 after the last.
    using Source = std::function<Checked<std::size_t>(char*, std::size_t)>;
    explicit JsonPieces(Source source, std::size_t bytes_max = piece_bytes_max)
        : source_(std::move(source)), bytes_max_(bytes_max) {}

    // Nothing after the last. Problem: the file cannot be read on.
    Checked<std::optional<JsonPiece>> next();

private:
    static constexpr int end = -1;

    Checked<void> fill();
    int peek() const { return at_ < block_.size() ? static_cast<unsigned char>(block_[at_]) : end; }
    void append(JsonPiece& piece, std::string_view text) const;
    void take(JsonPiece& piece);
    std::string_view take_until(JsonPiece& piece, std::string_view stops);
    void skip();
    Checked<bool> find_beginning();
    Checked<void> read_value(JsonPiece& piece);
    Checked<void> read_text(JsonPiece& piece);
    Checked<void> read_word(JsonPiece& piece);

    Source source_;
    std::size_t bytes_max_;
    std::string block_;
    std::size_t at_ = 0;  // in the block
    std::size_t line_ = 1;
    bool is_begun_ = false;
    bool in_list_ = false;
};

}  // namespace cartulary::import
