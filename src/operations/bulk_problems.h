#pragma once

#include <string>
#include <string_view>

#include "ctdl/templates/table.h"
#include "domain/bulk_upload.h"

namespace cartulary {

// The first column of the file of problems. A table that has it is read without it, so that the
// file can be mended and uploaded.
inline constexpr std::string_view bulk_problems_column = "Problems";

// What is wrong with a field, as a sentence that names its column, at its cell where the table has
// that column. `problem` goes on after the name: "is required".
BulkProblem problem_at(const ctdl::templates::Heading& heading, std::string_view field,
                       std::string_view problem);

// The same of what read_row tells, which knows the column.
BulkProblem problem_at(const ctdl::templates::Heading& heading,
                       const ctdl::templates::CellProblem& problem);

// As the interfaces and the file of problems tell it: "Row: 7. Subject Webpage is required".
std::string told(std::int64_t row, const BulkProblem& problem);

}  // namespace cartulary
