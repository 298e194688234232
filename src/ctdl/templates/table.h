#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ctdl/templates/entry.h"

// Entries as rows of a table (CSV), as people fill them in with a spreadsheet program. Where a
// field has several values, one is parted from the next by `|`, and `||` is a `|` within one;
// elsewhere a
// `|` is a character as any other. A name within a value is parted from the rest by `~` (values.h);
// "#DELETE" empties a field; "same as owner" stands for the owning organization.
namespace cartulary::ctdl::templates {

inline constexpr std::size_t rows_max = 50'000;  // of one table

// One thing wrong with a cell.
struct CellProblem {
    static constexpr std::size_t whole_row = static_cast<std::size_t>(-1);

    std::size_t column = whole_row;  // of the heading
    std::string text;
};

// What the heading says: which column is which field, by the column's text or the field's name.
// Case, spaces and `*` do not count, and ':' is as good as '.'.
class Heading {
public:
    // invalid: every column that is no field of the template, or stands twice; a needed one
    // (CTID or External Identifier, owner, name) that is not there. Blank cells at the end are no
    // columns.
    static Result<Heading> read(const Template& of, const std::vector<std::string>& cells);

    const Template& of() const { return *of_; }
    std::size_t size() const { return fields_.size(); }
    const Field& field(std::size_t column) const { return *fields_[column]; }
    std::size_t column_of(const Field& field) const;  // CellProblem::whole_row: there is none

private:
    const Template* of_ = nullptr;
    std::vector<const Field*> fields_;
};

// Whether a row is none: blank, or an example of the template ("Instructions…", "Sample Data…").
bool is_passed_over(const std::vector<std::string>& cells);

// What a row says: by which identifier a thing is known, and what changes.
struct RowSaid {
    std::string ctid;                 // as written; empty: none
    std::string external_identifier;  // empty: none
    std::string owner;                // "Owned By", as written; empty: none
    Entry entry;
    std::vector<std::string> emptied;  // names of fields with "#DELETE"
};
// Cells are taken as csv::Writer writes them with Formulas::harmless, and as people write them.
// The entry is tidy, and within its limits where there is no problem.
RowSaid read_row(const Heading& heading, const std::vector<std::string>& cells,
                 std::vector<CellProblem>& problems);

// What is there with what a row says written over it: its fields in the place of those before,
// those emptied gone. Rows of groups with an external identifier take the place of the row that has
// it, others are added, unless the very same is there. "#DELETE" in a group takes out the row that
// has the external identifier where the table's row says nothing else of it, and the whole group
// where it names none. The outcome may have a group with one row too many: see problems_in.
Entry with_row(Entry before, const RowSaid& said);

// The heading and the rows by which a tidy entry without problems is read again as it is, from
// nothing or from itself; the first row has all but the groups' further rows. `identified`: the
// first two or three cells.
std::vector<std::string> heading_of(const Template& of);
struct Identified {
    std::string ctid;
    std::string external_identifier;
    std::string owner;
};
std::vector<std::vector<std::string>> rows_of(const Template& of, const Entry& entry,
                                              const Identified& identified);

// The template as a file to fill in (CSV, UTF-8 with a byte order mark, CRLF): its heading, needed
// columns marked by `*`, a row of instructions, and one of sample data.
std::string template_file(const Template& of);

}  // namespace cartulary::ctdl::templates
