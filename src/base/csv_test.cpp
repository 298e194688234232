#include "base/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace cartulary::csv {
namespace {

using testing::ElementsAre;
using Cells = std::vector<std::string>;

// Hands out `step` bytes at a time, as a slow connection might.
Source in_steps(std::string_view bytes, std::size_t step) {
    return [bytes, step](std::span<char> buffer) mutable {
        const auto count = bytes.copy(buffer.data(), std::min(step, buffer.size()));
        bytes.remove_prefix(count);
        return count;
    };
}

std::vector<Row> rows_of(Source source) {
    Reader reader(std::move(source));
    std::vector<Row> rows;
    for (Row row;;) {
        const auto read = reader.read(row);
        EXPECT_TRUE(read.has_value()) << read.error().message;
        if (!read || !*read) return rows;
        rows.push_back(row);
    }
}

// The same however the bytes arrive.
std::vector<Cells> cells_of(std::string_view bytes) {
    std::vector<Cells> whole;
    for (auto& row : rows_of(source_of(bytes))) whole.push_back(std::move(row.cells));
    for (const std::size_t step : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
        std::vector<Cells> stepwise;
        for (auto& row : rows_of(in_steps(bytes, step))) stepwise.push_back(std::move(row.cells));
        EXPECT_EQ(stepwise, whole) << bytes;
    }
    return whole;
}

Error error_of(std::string_view bytes) {
    Reader reader(source_of(bytes));
    for (Row row;;) {
        const auto read = reader.read(row);
        if (!read) {
            EXPECT_FALSE(reader.read(row).value_or(true)) << "the rest must be lost";
            return read.error();
        }
        if (!*read) break;
    }
    ADD_FAILURE() << "was read without an error";
    return {};
}

TEST(CsvReader, reads_rows_whatever_their_lines_end_with) {
    const std::vector<Cells> expected{{"a", "b"}, {"1", "2"}};
    EXPECT_EQ(cells_of("a,b\n1,2\n"), expected);
    EXPECT_EQ(cells_of("a,b\n1,2"), expected);
    EXPECT_EQ(cells_of("a,b\r\n1,2\r\n"), expected);
    EXPECT_EQ(cells_of("a,b\r\n1,2"), expected);
    EXPECT_EQ(cells_of("a,b\r1,2\r"), expected);
    EXPECT_EQ(cells_of("a,b\r1,2"), expected);
}

TEST(CsvReader, reads_quoted_cells) {
    EXPECT_THAT(cells_of("\"Smith, Adam\",\"say \"\"hi\"\"\",\"\",x\n"),
                ElementsAre(Cells{"Smith, Adam", "say \"hi\"", "", "x"}));
    EXPECT_THAT(cells_of("\"one\ntwo\",\"three\r\nfour\"\r\n5,6"),
                ElementsAre(Cells{"one\ntwo", "three\r\nfour"}, Cells{"5", "6"}));
    EXPECT_THAT(cells_of("\"\"\"\"\n"), ElementsAre(Cells{"\""}));
    EXPECT_THAT(cells_of("1,\"{\"\"a\"\": [1, 2]}\"\n"),
                ElementsAre(Cells{"1", "{\"a\": [1, 2]}"}));
}

TEST(CsvReader, keeps_empty_cells_and_white_space) {
    EXPECT_THAT(cells_of("a,,c\n,\n"), ElementsAre(Cells{"a", "", "c"}, Cells{"", ""}));
    EXPECT_THAT(cells_of(" a , b\n"), ElementsAre(Cells{" a ", " b"}));
    EXPECT_THAT(cells_of("a,"), ElementsAre(Cells{"a", ""}));
    EXPECT_THAT(cells_of("\"\""), ElementsAre(Cells{""}));
    EXPECT_THAT(cells_of(std::string_view("a\0b\n", 4)),
                ElementsAre(Cells{std::string("a\0b", 3)}));
}

TEST(CsvReader, passes_over_lines_without_a_character) {
    EXPECT_THAT(cells_of("\n\r\n\ra\n\n\nb\n\n"), ElementsAre(Cells{"a"}, Cells{"b"}));
    EXPECT_TRUE(cells_of("").empty());
    EXPECT_TRUE(cells_of("\n\n").empty());
}

TEST(CsvReader, drops_a_byte_order_mark_before_the_first_cell_only) {
    EXPECT_THAT(cells_of("\uFEFFa,\uFEFFb\n"), ElementsAre(Cells{"a", "\uFEFFb"}));
    EXPECT_THAT(cells_of("\uFEFF\"a,b\"\n"), ElementsAre(Cells{"a,b"}));
    EXPECT_TRUE(cells_of("\uFEFF").empty());
    EXPECT_THAT(cells_of("\xEF\xBB"), ElementsAre(Cells{"\xEF\xBB"}));
    EXPECT_THAT(cells_of("\xEF\xBBx,\"y\""), ElementsAre(Cells{"\xEF\xBBx", "y"}));
}

TEST(CsvReader, takes_a_quote_inside_a_plain_cell_as_it_is) {
    EXPECT_THAT(cells_of("5\" pipe,a\"b\"\n"), ElementsAre(Cells{"5\" pipe", "a\"b\""}));
}

TEST(CsvReader, tells_on_which_line_a_row_begins) {
    std::vector<std::size_t> lines;
    for (const auto& row : rows_of(source_of("a\r\n\r\n\"b\r\nb\nb\rb\"\rc\nd"))) {
        lines.push_back(row.line);
    }
    EXPECT_THAT(lines, ElementsAre(1, 3, 7, 8));
}

TEST(CsvReader, names_the_line_of_a_quote_that_is_never_closed) {
    const auto error = error_of("a,b\nc,\"d\ne\nf");
    EXPECT_EQ(error.kind, ErrorKind::invalid);
    EXPECT_EQ(error.message, "line 2: a quote is opened and never closed");
    EXPECT_EQ(error_of("\"").message, "line 1: a quote is opened and never closed");
    EXPECT_EQ(error_of("\"a\"\"").message, "line 1: a quote is opened and never closed");
}

TEST(CsvReader, takes_a_quote_that_nobody_doubled_as_it_is) {
    EXPECT_THAT(cells_of("\"?hl=\"veteran\"&x\",b\n"),
                ElementsAre(Cells{"?hl=\"veteran\"&x", "b"}));
    EXPECT_THAT(cells_of("\"a\"\"\"\n"), ElementsAre(Cells{"a\""}));
    EXPECT_THAT(cells_of("\"a\" ,b\",c\n"), ElementsAre(Cells{"a\" ,b", "c"}));
}

TEST(CsvReader, refuses_a_row_with_too_many_cells) {
    const std::string most(row_cells_max - 1, ',');
    EXPECT_EQ(cells_of(most + "\n").at(0).size(), row_cells_max);
    const auto error = error_of("x\n" + most + ",\n");
    EXPECT_EQ(error.kind, ErrorKind::too_large);
    EXPECT_EQ(error.message, "line 2: the row has more than 1000 cells");
}

TEST(CsvReader, refuses_a_row_with_too_many_bytes) {
    const std::string most(row_bytes_max, 'x');
    EXPECT_EQ(rows_of(source_of(most + "\ny")).at(0).cells.at(0).size(), row_bytes_max);
    EXPECT_EQ(error_of(most + "x\ny").kind, ErrorKind::too_large);
    EXPECT_EQ(error_of("a," + most).message, "line 1: the row has more than 1048576 bytes");
    EXPECT_EQ(error_of("\"" + std::string(row_bytes_max, '\n') + "\"").kind, ErrorKind::too_large);
    EXPECT_EQ(error_of(std::string(2 * row_bytes_max, '"')).kind, ErrorKind::too_large);
}

TEST(CsvReader, never_asks_for_more_than_it_needs_of_an_endless_row) {
    std::size_t given = 0;
    Reader reader([&given](std::span<char> buffer) {
        std::fill(buffer.begin(), buffer.end(), 'x');
        given += buffer.size();
        return buffer.size();
    });
    Row row;
    EXPECT_FALSE(reader.read(row).has_value());
    EXPECT_LT(given, 2 * row_bytes_max);
}

TEST(CsvReader, reads_a_stream) {
    std::istringstream stream("a,b\nc,d\n");
    const auto rows = rows_of(source_of(stream));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1].cells, (Cells{"c", "d"}));
}

std::string random_cell(std::mt19937& random) {
    constexpr std::string_view pieces[] = {"a", ",", "\"", "\n", "\r",     "'",    "=",
                                           "-", " ", "é",  "\t", "\uFEFF", "\r\n", "@"};
    std::string cell;
    for (auto count = random() % 5; count > 0; --count) {
        cell += pieces[random() % std::size(pieces)];
    }
    return cell;
}

TEST(CsvWriter, writes_what_the_reader_reads) {
    std::mt19937 random(3);
    for (int round = 0; round < 3000; ++round) {
        const auto formulas = round % 2 == 0 ? Formulas::as_written : Formulas::harmless;
        Writer writer(formulas);
        std::vector<Cells> written(1 + random() % 3);
        for (auto& cells : written) {
            cells.resize(1 + random() % 4);
            for (auto& cell : cells) writer.cell(cell = random_cell(random));
            writer.end_row();
        }
        const auto text = writer.take();
        auto read = cells_of(text);
        for (auto& cells : read) {
            for (auto& cell : cells) {
                if (formulas == Formulas::as_written) continue;
                EXPECT_EQ(std::string("=+-@\t\r\n").find(cell.empty() ? 'a' : cell.front()),
                          std::string::npos);
                cell = without_formula_guard(cell);
            }
        }
        ASSERT_EQ(read, written) << text;
    }
}

TEST(CsvWriter, quotes_only_what_needs_it) {
    Writer writer;
    writer.cell("plain").cell("a,b").cell("say \"hi\"").cell("two\nlines").cell("").end_row();
    EXPECT_EQ(writer.take(), "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n");
    EXPECT_EQ(writer.cell("").end_row().take(), "\"\"\r\n");
    EXPECT_EQ(writer.take(), "");
}

TEST(CsvWriter, makes_formulas_harmless_on_request) {
    for (const std::string_view formula :
         {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=cmd|'/c calc'!A0"}) {
        Writer writer(Formulas::harmless);
        writer.cell(formula).end_row();
        EXPECT_EQ(writer.take(), "'" + std::string(formula) + "\r\n");
    }
    Writer writer(Formulas::harmless);
    writer.cell("a=b").cell("'tis").cell("'=1").end_row();
    EXPECT_EQ(writer.take(), "a=b,'tis,''=1\r\n");
    EXPECT_EQ(Writer().cell("=1").end_row().take(), "=1\r\n");
}

}  // namespace
}  // namespace cartulary::csv
