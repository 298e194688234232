#include "ctdl/templates/table.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/csv.h"
#include "base/text.h"
#include "ctdl/templates/separators.h"
#include "domain/draft.h"
#include "domain/text_field.h"

namespace cartulary::ctdl::templates {

namespace {

constexpr std::size_t column_told_bytes_max = 100;

// "conditionprofile.description" of "ConditionProfile: Description *".
std::string comparable(std::string_view column) {
    std::string name;
    for (const char c : text::lower_ascii(text::trimmed(column))) {
        if (c == ' ' || c == '*' || (c >= '\t' && c <= '\r')) continue;
        name += c == ':' ? '.' : c;
    }
    return name;
}

using Columns = std::map<std::string, const Field*>;

Columns columns_of(const Template& of) {
    Columns columns;
    for (const auto fields : {of.identifying, of.fields}) {
        for (const auto& field : fields) {
            columns.emplace(comparable(field.column), &field);
            columns.emplace(comparable(field.name), &field);
        }
    }
    return columns;
}

// Of what comes from outside.
std::string told(std::string_view column, std::size_t index) {
    const auto written = text::trimmed(column).substr(0, column_told_bytes_max);
    const bool can_be_told = !written.empty() && text::is_utf8(written);
    return can_be_told ? std::string(written) : "column " + std::to_string(index + 1);
}

const Field* identifying_field(const Template& of, std::string_view name) {
    for (const auto& field : of.identifying) {
        if (field.name == name) return &field;
    }
    return nullptr;
}

// What must be there so that it can be told which thing a row is about.
void require_needed(const Template& of, const std::vector<const Field*>& fields,
                    std::vector<FieldProblem>& problems) {
    const auto has = [&](const Field* wanted) {
        return !wanted || std::find(fields.begin(), fields.end(), wanted) != fields.end();
    };
    const auto* identifier = identifying_field(of, external_identifier_field);
    if (!has(identifier) && !has(identifying_field(of, ctid_field))) {
        problems.push_back({std::string(identifier->column), "or CTID is needed as a column"});
    }
    for (const auto* field : {identifying_field(of, owner_field), find_field(of, name_field)}) {
        if (!has(field)) problems.push_back({std::string(field->column), "is needed as a column"});
    }
}

bool is_blank(const std::string& cell) {
    return !text::is_utf8(cell) ? cell.empty() : text::is_blank(cell);
}

bool begins_with(std::string_view cell, std::string_view beginning) {
    return text::equal_ignoring_ascii_case(cell.substr(0, beginning.size()), beginning);
}

// One row of a table while it is read.
class RowReader {
public:
    RowReader(const Heading& heading, std::vector<CellProblem>& problems)
        : heading_(heading), problems_(problems) {}

    RowSaid read(const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i < heading_.size()) {
                read_cell(i, csv::without_formula_guard(cells[i]));
            } else if (!is_blank(cells[i])) {
                tell(CellProblem::whole_row, "has more cells than the heading");
                break;
            }
        }
        for (auto& [group, row] : rows_) said_.entry.groups[group].push_back(std::move(row));
        said_.entry = tidied(heading_.of(), std::move(said_.entry));
        tell_problems();
        return std::move(said_);
    }

private:
    void tell(std::size_t column, std::string text) {
        problems_.push_back({column, std::move(text)});
    }

    void read_cell(std::size_t column, std::string_view cell) {
        if (!text::is_utf8(cell)) return tell(column, "must be UTF-8");
        const auto written = text::trimmed(cell);
        if (written.empty()) return;
        const auto& field = heading_.field(column);
        const bool empties = text::equal_ignoring_ascii_case(written, delete_mark);
        if (std::string* identifier = identifier_of(field)) {
            if (empties) return tell(column, "says which thing it is, and cannot be emptied");
            *identifier = written;
            return check_identifier(field, column, *identifier);
        }
        if (empties) {
            said_.emptied.emplace_back(field.name);
            return;
        }
        auto values =
            field.many ? split_values(written, values_max + 1) : std::vector{std::string(written)};
        const auto group = group_of(field);
        auto& fields = group.empty() ? said_.entry.fields : rows_[std::string(group)];
        fields.emplace(field.name, std::move(values));
    }

    // Where it is kept; null where the field is not one of those that identify.
    std::string* identifier_of(const Field& field) {
        const auto& identifying = heading_.of().identifying;
        const bool identifies = std::any_of(identifying.begin(), identifying.end(),
                                            [&](const Field& each) { return &each == &field; });
        if (!identifies) return nullptr;
        if (field.name == ctid_field) return &said_.ctid;
        return field.name == owner_field ? &said_.owner : &said_.external_identifier;
    }

    void check_identifier(const Field& field, std::size_t column, std::string& text) {
        const auto refuse = [&](std::string problem) {
            tell(column, std::move(problem));
            text.clear();
        };
        if (field.name == ctid_field) {
            if (!Ctid::parse(text)) refuse(std::string(ctid_problem));
        } else if (text::length(text) > external_identifier_length_max) {
            refuse(at_most(external_identifier_length_max));
        } else if (text::has_control_character(text)) {
            refuse("must not hold control characters");
        }
    }

    // What is wrong with the entry, as problems of its columns.
    void tell_problems() {
        const auto& of = heading_.of();
        for (const auto& problem : problems_in(of, said_.entry)) {
            const auto* field = spot_of(of, problem.path).field;
            tell(field ? heading_.column_of(*field) : CellProblem::whole_row, problem.text);
        }
    }

    const Heading& heading_;
    std::vector<CellProblem>& problems_;
    RowSaid said_;
    std::map<std::string, Entry::Fields> rows_;  // of the groups
};

// --- a row written over an entry ---

const std::string* identifier_in(std::string_view group, const Entry::Fields& row) {
    const auto found = row.find(std::string(group) + '.' + std::string(external_identifier_field));
    return found == row.end() || found->second.empty() ? nullptr : &found->second.front();
}

using GroupRows = std::vector<Entry::Fields>;

GroupRows::iterator find_identified(std::string_view group, GroupRows& rows,
                                    const std::string& identifier) {
    return std::find_if(rows.begin(), rows.end(), [&](const Entry::Fields& row) {
        const auto* own = identifier_in(group, row);
        return own && *own == identifier;
    });
}

void put_row(std::string_view group, GroupRows& rows, const Entry::Fields& row) {
    if (const auto* identifier = identifier_in(group, row)) {
        const auto known = find_identified(group, rows, *identifier);
        if (known != rows.end()) {
            *known = row;
            return;
        }
    }
    // One more than may be there is enough to be told.
    const bool has_room = rows.size() <= group_rows_max;
    if (has_room && std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
}

// Takes out of a group what a row with "#DELETE" means; whether the row means nothing else.
bool empty_group(std::string_view group, GroupRows& rows, const GroupRows* said) {
    const auto* identifier = said ? identifier_in(group, said->front()) : nullptr;
    if (!identifier) {
        rows.clear();
        return !said;
    }
    if (said->front().size() > 1) return false;
    const auto known = find_identified(group, rows, *identifier);
    if (known != rows.end()) rows.erase(known);
    return true;
}

}  // namespace

Result<Heading> Heading::read(const Template& of, const std::vector<std::string>& cells) {
    const auto columns = columns_of(of);
    auto count = cells.size();
    while (count > 0 && is_blank(cells[count - 1])) --count;
    Heading heading;
    heading.of_ = &of;
    std::vector<FieldProblem> problems;
    for (std::size_t i = 0; i < count; ++i) {
        const auto cell = csv::without_formula_guard(cells[i]);
        const auto found = text::is_utf8(cell) ? columns.find(comparable(cell)) : columns.end();
        const auto* field = found == columns.end() ? nullptr : found->second;
        auto& fields = heading.fields_;
        if (!field) {
            problems.push_back({told(cell, i), "is no column of this template"});
        } else if (std::find(fields.begin(), fields.end(), field) != fields.end()) {
            problems.push_back({told(cell, i), "stands twice"});
        } else {
            fields.push_back(field);
        }
    }
    require_needed(of, heading.fields_, problems);
    if (!problems.empty()) return fail(std::move(problems));
    return heading;
}

std::size_t Heading::column_of(const Field& field) const {
    const auto found = std::find(fields_.begin(), fields_.end(), &field);
    return found == fields_.end() ? CellProblem::whole_row
                                  : static_cast<std::size_t>(found - fields_.begin());
}

bool is_passed_over(const std::vector<std::string>& cells) {
    if (std::all_of(cells.begin(), cells.end(), is_blank)) return true;
    if (!text::is_utf8(cells.front())) return false;
    const auto first = text::trimmed(cells.front());
    return begins_with(first, "Instructions") || begins_with(first, "Sample Data");
}

RowSaid read_row(const Heading& heading, const std::vector<std::string>& cells,
                 std::vector<CellProblem>& problems) {
    return RowReader(heading, problems).read(cells);
}

Entry with_row(Entry before, const RowSaid& said) {
    std::set<std::string> done;
    for (const auto& name : said.emptied) {
        const auto dot = name.find('.');
        if (dot == std::string::npos) {
            before.fields.erase(name);
            continue;
        }
        const auto group = name.substr(0, dot);
        const auto rows = said.entry.groups.find(group);
        const auto* stated = rows == said.entry.groups.end() ? nullptr : &rows->second;
        if (done.contains(group)) continue;
        if (empty_group(group, before.groups[group], stated)) done.insert(group);
    }
    for (const auto& [name, values] : said.entry.fields) before.fields[name] = values;
    for (const auto& [group, rows] : said.entry.groups) {
        if (done.contains(group)) continue;
        for (const auto& row : rows) put_row(group, before.groups[group], row);
    }
    std::erase_if(before.groups, [](const auto& group) { return group.second.empty(); });
    return before;
}

}  // namespace cartulary::ctdl::templates
