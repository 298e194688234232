#include "web/publisher/entry_form.h"

#include <algorithm>
#include <array>

#include "web/fragments.h"
#include "web/publisher/field_control.h"
#include "web/texts/refusals.h"

namespace cartulary::web {

namespace {

using ctdl::templates::Field;
using Fields = Entry::Fields;

struct SectionName {
    FormSection section;
    std::string_view name;
    std::string_view Texts::*text;
};
constexpr auto section_names = std::to_array<SectionName>({
    {FormSection::minimum, "minimum", &Texts::section_minimum},
    {FormSection::identification, "identification", &Texts::section_identification},
    {FormSection::availability, "availability", &Texts::section_availability},
    {FormSection::requirements, "requirements", &Texts::section_requirements},
    {FormSection::costs, "costs", &Texts::section_costs},
    {FormSection::duration, "duration", &Texts::section_duration},
    {FormSection::occupations, "occupations", &Texts::section_occupations},
    {FormSection::quality, "quality", &Texts::section_quality},
    {FormSection::relationships, "relationships", &Texts::section_relationships},
    {FormSection::contact, "contact", &Texts::section_contact},
});

const SectionName& entry_of(FormSection section) {
    return *std::ranges::find(section_names, section, &SectionName::section);
}

// A field's place in a form: outside of groups, or in a row of one.
std::string control_name(std::string_view group, std::size_t row, std::string_view field) {
    if (group.empty()) return std::string(field);
    return std::string(group) + "." + std::to_string(row) + std::string(field.substr(group.size()));
}

std::string removal_name(std::string_view group, std::size_t row) {
    return std::string(group) + "." + std::to_string(row) + ".remove";
}

// The groups of a section in the order of their first fields.
std::vector<std::string_view> groups_in(const Template& of, FormSection section) {
    std::vector<std::string_view> groups;
    for (const auto& field : of.fields) {
        const auto group = ctdl::templates::group_of(field);
        if (field.section != section || group.empty()) continue;
        if (std::ranges::find(groups, group) == groups.end()) groups.push_back(group);
    }
    return groups;
}

std::span<const std::string> values_of(const Fields& fields, std::string_view name) {
    const auto found = fields.find(name);
    if (found == fields.end()) return {};
    return found->second;
}

Markup row_markup(const Texts& texts, const Template& of, std::string_view group, std::size_t row,
                  const Fields* said, const Problems& problems) {
    const auto number = std::to_string(row + 1);
    const auto words = field_words(texts, group).label;
    auto content = element("legend", {},
                           filled_plain(texts.group_row, {{"group", words}, {"number", number}}));
    for (const auto& field : of.fields) {
        if (ctdl::templates::group_of(field) != group) continue;
        const auto values = said ? values_of(*said, field.name) : std::span<const std::string>();
        content.add(field_control(texts, of, field, control_name(group, row, field.name), values,
                                  problems));
    }
    if (said) content.add(tick_markup(removal_name(group, row), texts.group_remove, false));
    return element("fieldset", {{"class", "group"}}, content);
}

Markup group_markup(const Texts& texts, const Template& of, std::string_view group,
                    const Entry& entry, const Problems& problems) {
    const auto words = field_words(texts, group);
    auto content = element("h3", {}, words.label);
    if (!words.hint.empty()) content.add(element("p", {{"class", "hint"}}, words.hint));
    std::size_t row = 0;
    if (const auto found = entry.groups.find(group); found != entry.groups.end()) {
        for (const auto& said : found->second) {
            content.add(row_markup(texts, of, group, row++, &said, problems));
        }
    }
    if (row < ctdl::templates::group_rows_max) {
        content.add(row_markup(texts, of, group, row, nullptr, problems));
        content.add(element("p", {{"class", "hint"}}, texts.group_more));
    }
    return content;
}

void put(Fields& fields, const Field& field, std::vector<std::string> values) {
    fields.erase(std::string(field.name));
    if (!values.empty()) fields.emplace(field.name, std::move(values));
}

// Rows that the form has; their numbers are those of the form that was sent.
std::vector<Fields> rows_sent(const Template& of, std::string_view group, const Visit& visit) {
    std::vector<Fields> rows;
    for (std::size_t row = 0; row < ctdl::templates::group_rows_max; ++row) {
        if (!visit.field(removal_name(group, row)).empty()) continue;
        Fields fields;
        for (const auto& field : of.fields) {
            if (ctdl::templates::group_of(field) != group) continue;
            put(fields, field, values_sent(field, control_name(group, row, field.name), visit));
        }
        if (!fields.empty()) rows.push_back(std::move(fields));
    }
    return rows;
}

// The field that a problem is about: of a row as a whole its first one; null for the whole entry.
const Field* field_at(const Template& of, const ctdl::templates::Spot& spot) {
    if (spot.field || spot.group.empty()) return spot.field;
    const auto found = std::ranges::find_if(of.fields, [&](const Field& field) {
        return ctdl::templates::group_of(field) == spot.group;
    });
    return found == of.fields.end() ? nullptr : &*found;
}

}  // namespace

std::vector<FormSection> sections_of(const Template& of) {
    std::vector<FormSection> sections;
    for (const auto& entry : section_names) {
        const bool is_used = std::ranges::any_of(
            of.fields, [&](const Field& field) { return field.section == entry.section; });
        if (is_used) sections.push_back(entry.section);
    }
    return sections;
}

std::string_view name_of(FormSection section) {
    return entry_of(section).name;
}

std::optional<FormSection> parse_section(const Template& of, std::string_view name) {
    for (const auto section : sections_of(of)) {
        if (name_of(section) == name) return section;
    }
    return std::nullopt;
}

std::string_view section_text(const Texts& texts, FormSection section) {
    return texts.*entry_of(section).text;
}

Markup section_markup(const Texts& texts, const Template& of, FormSection section,
                      const Entry& entry, const Problems& problems) {
    Markup content;
    for (const auto& field : of.fields) {
        if (field.section != section || !ctdl::templates::group_of(field).empty()) continue;
        content.add(field_control(texts, of, field, std::string(field.name),
                                  values_of(entry.fields, field.name), problems));
    }
    for (const auto group : groups_in(of, section)) {
        content.add(group_markup(texts, of, group, entry, problems));
    }
    return content;
}

Entry with_section(Entry entry, const Template& of, FormSection section, const Visit& visit) {
    for (const auto& field : of.fields) {
        if (field.section != section || !ctdl::templates::group_of(field).empty()) continue;
        put(entry.fields, field, values_sent(field, std::string(field.name), visit));
    }
    for (const auto group : groups_in(of, section)) {
        entry.groups.erase(std::string(group));
        auto rows = rows_sent(of, group, visit);
        if (!rows.empty()) entry.groups.emplace(group, std::move(rows));
    }
    return entry;
}

std::optional<FormSection> section_of(const Template& of, const ctdl::Problem& problem) {
    const auto* field = field_at(of, ctdl::templates::spot_of(of, problem.path));
    if (!field) return std::nullopt;
    return field->section;
}

Problems problems_in_section(const Texts& texts, const Template& of, FormSection section,
                             const ctdl::Problems& problems) {
    Problems told;
    for (const auto& problem : problems) {
        const auto spot = ctdl::templates::spot_of(of, problem.path);
        const auto* field = field_at(of, spot);
        if (!field || field->section != section) continue;
        told.add(control_name(spot.group, spot.row.value_or(0), field->name),
                 sentence_of(texts, of, problem));
    }
    return told;
}

std::string label_of(const Texts& texts, const Template& of, std::string_view path) {
    const auto spot = ctdl::templates::spot_of(of, path);
    if (!spot.field && spot.group.empty()) return std::string(path);
    const auto label = spot.field ? field_words(texts, spot.field->name).label : std::string_view();
    if (spot.group.empty()) return std::string(label);
    const auto group = field_words(texts, spot.group).label;
    const auto number = std::to_string(spot.row.value_or(0) + 1);
    if (!spot.field) {
        return filled_plain(texts.group_row, {{"group", group}, {"number", number}});
    }
    return filled_plain(texts.group_field,
                        {{"group", group}, {"number", number}, {"field", label}});
}

std::string sentence_of(const Texts& texts, const Template& of, const ctdl::Problem& problem) {
    const auto label = label_of(texts, of, problem.path);
    const auto said = refusal_text(texts, problem.text);
    if (label.empty()) return filled_plain(texts.whole_problem, {{"problem", said}});
    return filled_plain(texts.field_problem, {{"field", label}, {"problem", said}});
}

}  // namespace cartulary::web
