#include "operations/bulk_problems.h"

namespace cartulary {

namespace {

using namespace ctdl::templates;

const Field* field_named(const Template& of, std::string_view name) {
    for (const auto& field : of.identifying) {
        if (field.name == name) return &field;
    }
    return find_field(of, name);
}

}  // namespace

BulkProblem problem_at(const Heading& heading, std::string_view field, std::string_view problem) {
    const auto* found = field_named(heading.of(), field);
    if (!found) return {BulkProblem::whole_row, "The row " + std::string(problem)};
    const auto column = heading.column_of(*found);
    return {column == CellProblem::whole_row ? BulkProblem::whole_row
                                             : static_cast<std::int64_t>(column),
            std::string(found->column) + ' ' + std::string(problem)};
}

BulkProblem problem_at(const Heading& heading, const CellProblem& problem) {
    const bool is_whole = problem.column == CellProblem::whole_row;
    return problem_at(heading, is_whole ? "" : heading.field(problem.column).name, problem.text);
}

std::string told(std::int64_t row, const BulkProblem& problem) {
    return "Row: " + std::to_string(row) + ". " + problem.text;
}

}  // namespace cartulary
