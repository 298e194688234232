#include "web/publisher/upload_rows.h"

#include <algorithm>

#include "base/text.h"
#include "web/fragments.h"
#include "web/publisher/bulk_markup.h"
#include "web/table.h"
#include "web/texts/refusals.h"

namespace cartulary::web {

namespace {

using Row = BulkUploads::RowShown;

constexpr std::size_t cells_shown_max = 8;          // of a row, beside those with problems
constexpr std::size_t cell_shown_length_max = 120;  // bytes

std::string shortened(const std::string& cell) {
    if (cell.size() <= cell_shown_length_max) return cell;
    return summary_of(cell.substr(0, cell_shown_length_max + 1));
}

std::string column_text(const std::vector<std::string>& columns, std::size_t column) {
    return column < columns.size() ? columns[column] : std::string();
}

// "Available At must be …": the column's name is the file's, the rest is said to people.
std::string told(const Texts& texts, const std::string& column, const std::string& problem) {
    const auto subject = column + ' ';
    if (column.empty() || !problem.starts_with(subject)) return refusal_text(texts, problem);
    return subject + refusal_text(texts, problem.substr(subject.size()));
}

Markup problems_at(const Texts& texts, const std::vector<std::string>& columns, const Row& row,
                   std::size_t column) {
    Markup problems;
    for (const auto& problem : row.problems) {
        if (problem.column != column) continue;
        const auto words = told(texts, column_text(columns, column), problem.text);
        problems.add(element("span", {{"class", "problem"}}, words));
    }
    return problems;
}

bool has_problem(const Row& row, std::size_t column) {
    return std::ranges::find(row.problems, column, &ctdl::templates::CellProblem::column) !=
           row.problems.end();
}

// Cells that say something: those with problems, and as many others as there is room for.
Markup cells(const Texts& texts, const std::vector<std::string>& columns, const Row& row) {
    Details details;
    std::size_t shown = 0;
    std::size_t left_out = 0;
    const auto count = std::max(columns.size(), row.cells.size());
    for (std::size_t column = 0; column < count; ++column) {
        const auto cell = column < row.cells.size() ? row.cells[column] : std::string();
        const bool is_wrong = has_problem(row, column);
        if (!is_wrong && text::is_blank(cell)) continue;
        if (!is_wrong && shown >= cells_shown_max) {
            ++left_out;
            continue;
        }
        ++shown;
        details.add(
            column_text(columns, column),
            together(name_markup(shortened(cell)), problems_at(texts, columns, row, column)));
    }
    auto content = details.markup();
    if (left_out > 0) {
        content.add(
            element("p", {{"class", "hint"}},
                    counted(texts, texts.upload_more_cells, static_cast<std::int64_t>(left_out))));
    }
    return content;
}

TableRow table_row(const Texts& texts, const std::vector<std::string>& columns, const Row& row) {
    Markup outcome(row.outcome ? outcome_text(texts, *row.outcome) : std::string_view());
    outcome.add(problems_at(texts, columns, row, ctdl::templates::CellProblem::whole_row));
    TableRow shown(row.problems.empty() ? "" : "wrong");
    return shown.heading(std::to_string(row.row)).cell(outcome).cell(cells(texts, columns, row));
}

}  // namespace

Markup upload_rows(const Desk& desk, const std::vector<std::string>& columns,
                   const std::vector<Row>& rows, std::string_view caption) {
    const auto& texts = desk.texts();
    Table table(caption, "rows", Table::Caption::seen);
    table.columns({texts.column_row, texts.column_outcome, texts.column_said});
    for (const auto& row : rows) table.add(table_row(texts, columns, row));
    return table.markup();
}

}  // namespace cartulary::web
