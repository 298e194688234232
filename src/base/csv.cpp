#include "base/csv.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace cartulary::csv {

namespace {

constexpr std::size_t buffer_bytes = std::size_t{64} << 10;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr int end_of_input = -1;
constexpr char formula_guard = '\'';

bool begins_like_a_formula(std::string_view text) {
    constexpr std::string_view triggers = "=+-@\t\r\n";
    return !text.empty() && triggers.find(text.front()) != std::string_view::npos;
}

// A formula, or a text that looks as if a formula had been guarded; guarding both keeps
// `without_formula_guard` exact.
bool needs_guard(std::string_view text) {
    const auto guards = std::min(text.find_first_not_of(formula_guard), text.size());
    return begins_like_a_formula(text.substr(guards));
}

bool needs_quotes(std::string_view text) {
    return text.find_first_of(",\"\r\n") != std::string_view::npos ||
           text.starts_with(byte_order_mark) || text.starts_with(' ') || text.ends_with(' ');
}

}  // namespace

Source source_of(std::istream& stream) {
    return [&stream](std::span<char> buffer) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        return static_cast<std::size_t>(stream.gcount());
    };
}

Source source_of(std::string_view bytes) {
    return [bytes](std::span<char> buffer) mutable {
        const auto count = bytes.copy(buffer.data(), buffer.size());
        bytes.remove_prefix(count);
        return count;
    };
}

Reader::Reader(Source source) : source_(std::move(source)), buffer_(buffer_bytes) {}

// Whether there is anything left to read.
bool Reader::fill() {
    if (at_ < filled_) return true;
    if (ended_) return false;
    at_ = 0;
    filled_ = source_(buffer_);
    ended_ = filled_ == 0;
    return !ended_;
}

int Reader::peek() {
    return fill() ? static_cast<unsigned char>(buffer_[at_]) : end_of_input;
}

int Reader::take() {
    const int byte = peek();
    if (byte == end_of_input) return byte;
    ++at_;
    ++row_bytes_;
    if (byte == '\r' || (byte == '\n' && !after_carriage_return_)) ++line_;
    after_carriage_return_ = byte == '\r';
    return byte;
}

Result<bool> Reader::read(Row& row) {
    row.cells.clear();
    skip_empty_lines();
    row.line = line_;
    row_bytes_ = 0;
    if (peek() == end_of_input && begun_with_.empty()) return false;
    for (;;) {
        if (row.cells.size() == row_cells_max) {
            return broken(ErrorKind::too_large, row.line,
                          "the row has more than " + std::to_string(row_cells_max) + " cells");
        }
        TRY(read_cell(row.cells.emplace_back()));
        const int next = take();
        if (next == ',') continue;
        if (next == '\r' && peek() == '\n') take();
        return true;
    }
}

void Reader::skip_empty_lines() {
    if (!std::exchange(begun_, true)) {
        // A source may hand out as little as one byte at a time.
        std::size_t marked = 0;
        while (marked < byte_order_mark.size() &&
               peek() == static_cast<unsigned char>(byte_order_mark[marked])) {
            take();
            ++marked;
        }
        // What only began like the mark belongs to the first cell.
        if (marked < byte_order_mark.size()) begun_with_ = byte_order_mark.substr(0, marked);
        if (!begun_with_.empty()) return;
    }
    while (peek() == '\n' || peek() == '\r') take();
}

// Leaves the comma or the line break after the cell untouched.
Result<void> Reader::read_cell(std::string& cell) {
    cell = std::exchange(begun_with_, {});
    if (cell.empty() && peek() == '"') return read_quoted_cell(cell);
    return append_until(cell, ",\r\n");
}

Result<void> Reader::read_quoted_cell(std::string& cell) {
    const std::size_t opened_on = line_;
    for (take();;) {
        TRY(append_until(cell, "\""));
        if (take() == end_of_input) {
            return broken(ErrorKind::invalid, opened_on, "a quote is opened and never closed");
        }
        switch (peek()) {
            case ',':
            case '\r':
            case '\n':
            case end_of_input: return {};
            case '"': take(); [[fallthrough]];
            default: cell += '"';
        }
    }
}

// Takes bytes up to one of `stops`, line by line so that lines are counted.
Result<void> Reader::append_until(std::string& cell, std::string_view stops) {
    while (fill()) {
        const char* begin = buffer_.data() + at_;
        const char* end = buffer_.data() + filled_;
        const char* run_end = std::find_if(begin, end, [&](char c) {
            return c == '\r' || c == '\n' || stops.find(c) != std::string_view::npos;
        });
        const auto run = static_cast<std::size_t>(run_end - begin);
        cell.append(begin, run);
        at_ += run;
        row_bytes_ += run;
        if (run > 0) after_carriage_return_ = false;
        if (row_bytes_ > row_bytes_max) {
            return broken(ErrorKind::too_large, line_,
                          "the row has more than " + std::to_string(row_bytes_max) + " bytes");
        }
        if (run_end == end) continue;
        if (stops.find(*run_end) != std::string_view::npos) return {};
        cell += static_cast<char>(take());
    }
    return {};
}

tl::unexpected<Error> Reader::broken(ErrorKind kind, std::size_t line, std::string_view problem) {
    at_ = filled_ = 0;
    ended_ = true;
    return fail(kind, "line " + std::to_string(line) + ": " + std::string(problem));
}

Writer& Writer::cell(std::string_view text) {
    if (cells_in_row_ > 0) text_ += ',';
    ++cells_in_row_;
    row_is_empty_ = row_is_empty_ && text.empty();
    const bool guarded = formulas_ == Formulas::harmless && needs_guard(text);
    const bool quoted = needs_quotes(text);
    if (quoted) text_ += '"';
    if (guarded) text_ += formula_guard;
    for (const char c : text) {
        if (c == '"') text_ += '"';
        text_ += c;
    }
    if (quoted) text_ += '"';
    return *this;
}

Writer& Writer::end_row() {
    // A line without a single character would be no row.
    if (cells_in_row_ == 1 && row_is_empty_) text_ += "\"\"";
    text_ += "\r\n";
    cells_in_row_ = 0;
    row_is_empty_ = true;
    return *this;
}

std::string Writer::take() {
    return std::exchange(text_, {});
}

std::string_view without_formula_guard(std::string_view cell) {
    if (cell.starts_with(formula_guard) && needs_guard(cell)) cell.remove_prefix(1);
    return cell;
}

}  // namespace cartulary::csv
