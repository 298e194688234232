#include <algorithm>

#include "base/csv.h"
#include "ctdl/templates/separators.h"
#include "ctdl/templates/table.h"

namespace cartulary::ctdl::templates {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string cell_of(const Field& field, const Entry::Fields& fields) {
    const auto found = fields.find(field.name);
    if (found == fields.end() || found->second.empty()) return {};
    return field.many ? joined_values(found->second) : found->second.front();
}

// What the entry says in one row of the table.
const Entry::Fields* fields_in_row(const Field& field, const Entry& entry, std::size_t row) {
    const auto group = group_of(field);
    if (group.empty()) return row == 0 ? &entry.fields : nullptr;
    const auto rows = entry.groups.find(group);
    return rows != entry.groups.end() && row < rows->second.size() ? &rows->second[row] : nullptr;
}

std::string identifying_cell(const Field& field, const Identified& identified) {
    if (field.name == ctid_field) return identified.ctid;
    return field.name == owner_field ? identified.owner : identified.external_identifier;
}

// --- the file to fill in ---

std::string_view shape_told(Shape shape) {
    switch (shape) {
        case Shape::line: return "Text";
        case Shape::text: return "Text, also of several lines";
        case Shape::web_address: return "A web address with https://";
        case Shape::email: return "An e-mail address";
        case Shape::phone: return "A phone number";
        case Shape::date: return "A day as year-month-day";
        case Shape::duration: return "A span of time";
        case Shape::number: return "A number";
        case Shape::language: return "A language, by its tag";
        case Shape::thing_class: return "The name of a class";
        case Shape::concept_: return "A term of its list";
        case Shape::code: return "A code, or a name";
        case Shape::reference: return "A CTID, an external identifier, or Name~Web address";
        case Shape::boolean: return "yes or no";
    }
    return {};
}

constexpr std::size_t choices_told_max = 8;

std::string instruction(const Template& of, const Field& field) {
    std::string text(field.required ? "Needed. " : "");
    text += shape_told(field.shape);
    const auto choices = choices_of(of, field);
    if (!choices.empty() && choices.size() <= choices_told_max) {
        text += ": ";
        for (const auto& choice : choices) {
            if (&choice != &choices.front()) text += ", ";
            text += choice.label;
        }
    }
    if (field.many) text += ". Several are parted by |";
    if (!field.example.empty()) text += ". For example " + std::string(field.example);
    return text;
}

bool is_marked(const Field& field) {
    return field.required || field.name == external_identifier_field;
}

}  // namespace

std::vector<std::string> heading_of(const Template& of) {
    std::vector<std::string> heading;
    for (const auto fields : {of.identifying, of.fields}) {
        for (const auto& field : fields) heading.emplace_back(field.column);
    }
    return heading;
}

std::vector<std::vector<std::string>> rows_of(const Template& of, const Entry& entry,
                                              const Identified& identified) {
    std::size_t count = 1;
    for (const auto& [group, rows] : entry.groups) count = std::max(count, rows.size());
    std::vector<std::vector<std::string>> table;
    for (std::size_t row = 0; row < count; ++row) {
        auto& cells = table.emplace_back();
        for (const auto& field : of.identifying) {
            cells.push_back(identifying_cell(field, identified));
        }
        for (const auto& field : of.fields) {
            const auto* fields = fields_in_row(field, entry, row);
            cells.push_back(fields ? cell_of(field, *fields) : std::string());
        }
    }
    return table;
}

std::string template_file(const Template& of) {
    csv::Writer heading;
    csv::Writer instructions(csv::Formulas::harmless);
    csv::Writer samples(csv::Formulas::harmless);
    for (const auto fields : {of.identifying, of.fields}) {
        for (const auto& field : fields) {
            heading.cell(std::string(field.column) + (is_marked(field) ? "*" : ""));
            const bool is_first = &field == &of.identifying.front();
            instructions.cell(is_first ? "Instructions: rows that begin so are passed over. Leave "
                                         "the CTID of new things empty. #DELETE empties a field."
                                       : instruction(of, field));
            samples.cell(is_first ? "Sample Data" : field.example);
        }
    }
    return std::string(byte_order_mark) + heading.end_row().take() + instructions.end_row().take() +
           samples.end_row().take();
}

}  // namespace cartulary::ctdl::templates
