#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"

namespace cartulary::demo {

// A table that is a part of this program: its rows by the names of their columns.
class Table {
public:
    // Throws where the text is no table.
    explicit Table(std::string_view text);

    const csv::Row& heading() const { return heading_; }
    const std::vector<csv::Row>& rows() const { return rows_; }

    // Throws where there is no such column.
    const std::string& cell(const csv::Row& row, std::string_view column) const;

private:
    csv::Row heading_;
    std::vector<csv::Row> rows_;
    std::map<std::string, std::size_t, std::less<>> places_;
};

// The parts of "Law|Research"; none of an empty text.
std::vector<std::string> parts_of(std::string_view text);

}  // namespace cartulary::demo
