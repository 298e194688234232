#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

// Comma-separated values, RFC 4180, as spreadsheet programs write and read them.
namespace cartulary::csv {

inline constexpr std::size_t row_bytes_max = std::size_t{1} << 20;
inline constexpr std::size_t row_cells_max = 1000;

struct Row {
    std::size_t line = 0;  // where the row begins, counted from 1
    std::vector<std::string> cells;
};

// Fills the buffer with what comes next and tells how many bytes that were; none at the end.
using Source = std::function<std::size_t(std::span<char> buffer)>;

Source source_of(std::istream& stream);    // which must outlive it
Source source_of(std::string_view bytes);  // likewise

// Reads one row at a time and never keeps more than one. Lines end with LF, CRLF or CR; a UTF-8
// byte order mark before the first cell is dropped; lines without a single character are no rows.
// Public data has quotes that nobody doubled, so a quote that neither begins a cell nor stands at
// its end is an ordinary character.
class Reader {
public:
    explicit Reader(Source source);

    // False after the last row. An error names the line, and the rest is then lost: invalid for a
    // quoted cell that never ends, too_large above the limits.
    Result<bool> read(Row& row);

private:
    bool fill();
    int peek();
    int take();
    Result<void> read_cell(std::string& cell);
    Result<void> read_quoted_cell(std::string& cell);
    Result<void> append_until(std::string& cell, std::string_view stops);
    void skip_empty_lines();
    tl::unexpected<Error> broken(ErrorKind kind, std::size_t line, std::string_view problem);

    Source source_;
    std::vector<char> buffer_;
    std::size_t at_ = 0;
    std::size_t filled_ = 0;
    std::size_t line_ = 1;
    std::size_t row_bytes_ = 0;
    bool after_carriage_return_ = false;
    bool begun_ = false;
    std::string begun_with_;
    bool ended_ = false;
};

// Whether a spreadsheet program may take a cell for a formula. `harmless` puts an apostrophe
// before a cell that begins with = + - @, tab or a line break (OWASP, "CSV injection").
enum class Formulas { as_written, harmless };

class Writer {
public:
    explicit Writer(Formulas formulas = Formulas::as_written) : formulas_(formulas) {}

    Writer& cell(std::string_view text);
    Writer& end_row();  // with CRLF

    // What was written since the last take.
    std::string take();

private:
    Formulas formulas_;
    std::string text_;
    std::size_t cells_in_row_ = 0;
    bool row_is_empty_ = true;
};

// What a cell said before `Formulas::harmless` was applied to it.
std::string_view without_formula_guard(std::string_view cell);

}  // namespace cartulary::csv
