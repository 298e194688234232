#include "ctdl/templates/entry_reader.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ctdl/templates/values.h"
#include "ctdl/value_forms.h"
#include "domain/email_address.h"
#include "domain/phone_number.h"
#include "domain/web_address.h"

namespace cartulary::ctdl::templates {

namespace {

constexpr std::string_view condition_group = "ConditionProfile";
constexpr std::string_view cost_group = "Cost";

bool is_offered(const Template& of) {
    return std::any_of(of.identifying.begin(), of.identifying.end(),
                       [](const Field& field) { return field.name == owner_field; });
}

PlainInput of_ctid(const Ctid& ctid, const std::string& from) {
    PlainInput input;
    input.put("CTID", ctid.text(), from);
    return input;
}

}  // namespace

std::string EntryReader::Stated::path_of(std::size_t value) const {
    return field.many ? path + '[' + std::to_string(value) + ']' : path;
}

void EntryReader::tell(std::string path, std::string text) {
    if (problems_.size() >= problems_max) return;
    problems_.push_back({Problem::Severity::error, std::move(path), std::move(text)});
}

PlainInput EntryReader::read(const Entry& entry) {
    PlainInput input;
    input.put("CTID", surroundings_.ctid.text(), "");
    read_fields(input, entry.fields, "");
    for (const auto& [group, rows] : entry.groups) read_group(input, group, rows);
    if (is_offered(of_)) {
        input.add("OwnedBy", of_ctid(surroundings_.owner, "OwnedBy"), "OwnedBy");
        if (!entry.fields.contains("OfferedBy")) {
            input.add("OfferedBy", of_ctid(surroundings_.owner, "OfferedBy"), "OfferedBy");
        }
    }
    if (of_.kind == Kind::organizations) put_address(input, entry);
    return input;
}

// `before`: the path to them, with a point behind it; or empty.
void EntryReader::read_fields(PlainInput& input, const Entry::Fields& fields,
                              const std::string& before) {
    for (const auto& [name, values] : fields) {
        const auto* field = find_field(of_, name);
        if (!field || values.empty()) continue;
        put(input, {*field, values, before + std::string(name_in_group(*field))});
    }
    put_credit(input, fields, before);
}

void EntryReader::read_group(PlainInput& input, std::string_view group,
                             const std::vector<Entry::Fields>& rows) {
    const bool is_condition = group == condition_group;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto path = std::string(group) + '[' + std::to_string(i) + ']';
        PlainInput part;
        read_fields(part, rows[i], path + '.');
        if (group == cost_group) input.add("EstimatedCost", std::move(part), path);
        if (!is_condition) continue;
        const auto& type = *find_field(of_, "ConditionProfile.Type");
        const auto said = rows[i].find(type.name);
        const bool is_said = said != rows[i].end() && !said->second.empty();
        const auto* choice = is_said ? find_choice(of_, type, said->second.front()) : nullptr;
        if (choice) {
            input.add(choice->name, std::move(part), path);
        } else {
            tell(path + ".Type", is_said ? "is none of the types of conditions" : "is required");
        }
    }
}

void EntryReader::put(PlainInput& input, const Stated& stated) {
    for (const auto& [name, put_special] : specials()) {
        if (stated.field.name == name) return (this->*put_special)(input, stated);
    }
    if (!stated.field.property) return check_unpublished(stated);
    const auto count = stated.field.many ? stated.values.size() : 1;
    for (std::size_t i = 0; i < count; ++i) put_value(input, stated, i);
}

// What is in no document is judged here and nowhere else.
void EntryReader::check_unpublished(const Stated& stated) {
    PlainInput nowhere;
    const auto has_choices = !choices_of(of_, stated.field).empty();
    for (std::size_t i = 0; i < stated.values.size(); ++i) {
        put_value(nowhere, stated, i);
        if (has_choices && !find_choice(of_, stated.field, stated.values[i])) {
            tell(stated.path_of(i), "is none of the choices");
        }
    }
}

void EntryReader::put_text(PlainInput& input, const Stated& stated, std::size_t index,
                           std::string text) {
    const auto name = name_in_group(stated.field);
    if (stated.field.many) {
        input.add(name, std::move(text), stated.path_of(index));
    } else {
        input.put(name, std::move(text), stated.path);
    }
}

void EntryReader::put_value(PlainInput& input, const Stated& stated, std::size_t index) {
    const auto& value = stated.values[index];
    const auto put_read = [&](const std::optional<std::string>& text, const std::string& problem) {
        if (!text) return tell(stated.path_of(index), problem);
        put_text(input, stated, index, *text);
    };
    const auto put_checked = [&](const auto& checked, const auto& text_of_checked) {
        if (!checked) return tell(stated.path_of(index), checked.error());
        put_text(input, stated, index, text_of_checked(*checked));
    };
    switch (stated.field.shape) {
        case Shape::line:
        case Shape::text: return put_text(input, stated, index, value);
        case Shape::web_address:
            return put_checked(parse_web_address(value),
                               [](const auto& read) { return read.text; });
        case Shape::email:
            return put_checked(EmailAddress::parse(value),
                               [](const auto& read) { return read.text(); });
        case Shape::phone:
            return put_checked(parse_phone_number(value), [](const auto& read) { return read; });
        case Shape::date: return put_read(day_of(value), "must be a day, for example 2026-05-31");
        case Shape::duration: return put_duration(input, stated, index);
        case Shape::number: return put_read(number_of(value), "must be a number");
        case Shape::language: {
            const auto language = language_of(value);
            return put_read(is_language_tag(language) ? std::optional(language) : std::nullopt,
                            "must be a language or its tag, for example en-US");
        }
        case Shape::concept_:
        case Shape::thing_class: {
            const auto* choice = find_choice(of_, stated.field, value);
            return put_text(input, stated, index, choice ? std::string(choice->name) : value);
        }
        case Shape::code: return put_code(input, stated, index);
        case Shape::reference: return put_reference(input, stated, index);
        case Shape::boolean: {
            const auto read = boolean_of(value);
            if (!read) return tell(stated.path, "must be yes or no");
            json::Value said(json::Value::Content(std::in_place_type<bool>, *read));
            return input.put(name_in_group(stated.field), std::move(said), stated.path);
        }
    }
}

}  // namespace cartulary::ctdl::templates
