#include "web/publisher/field_control.h"

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "ctdl/vocabulary.h"
#include "web/check_group.h"
#include "web/texts/term_labels.h"

namespace cartulary::web {

namespace {

using ctdl::templates::Field;
using ctdl::templates::Shape;
using ctdl::templates::Template;

std::string_view last_part(std::string_view name) {
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

bool is_chosen_from(const Field& field) {
    return field.shape == Shape::thing_class || field.shape == Shape::concept_ ||
           field.shape == Shape::boolean;
}

// One value is as long as it likes; several stand in a line each.
bool takes_lines(const Field& field) {
    return !is_chosen_from(field) && (field.many || field.shape == Shape::text);
}

bool is_whole_date(std::string_view value) {
    return value.size() == 10 && value[4] == '-' && value[7] == '-';
}

// Only kinds of inputs that keep whatever is in the entry.
std::string_view type_of(const Field& field, std::string_view value) {
    switch (field.shape) {
        case Shape::web_address: return "url";
        case Shape::email: return "email";
        case Shape::phone: return "tel";
        case Shape::date: return value.empty() || is_whole_date(value) ? "date" : "text";
        default: return "text";
    }
}

std::string_view shape_hint(const Texts& texts, const Field& field) {
    switch (field.shape) {
        case Shape::duration: return texts.hint_duration;
        case Shape::language: return texts.hint_language;
        case Shape::reference: return texts.hint_reference;
        case Shape::code: return texts.hint_code;
        default: return {};
    }
}

// What is to be said of how to fill it in.
std::string hint_of(const Texts& texts, const Field& field) {
    std::string hint(field_words(texts, field.name).hint);
    if (hint.empty()) hint = shape_hint(texts, field);
    if (field.many && takes_lines(field)) {
        if (!hint.empty()) hint += ' ';
        hint += texts.hint_lines;
    }
    return hint;
}

std::string label_of(const Texts& texts, const Field& field) {
    const auto label = field_words(texts, field.name).label;
    if (field.required) return std::string(label);
    return filled_plain(texts.field_optional, {{"field", label}});
}

void for_each_line(std::string_view lines, const std::function<void(std::string_view)>& visit) {
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        visit(lines.substr(0, end));
        lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
    }
}

// Forms are sent with lines that end as on typewriters.
std::string with_plain_lines(std::string_view text) {
    std::string plain(text);
    std::erase(plain, '\r');
    return plain;
}

std::string joined(std::span<const std::string> values) {
    std::string lines;
    for (const auto& value : values) {
        if (!lines.empty()) lines += '\n';
        lines += value;
    }
    return lines;
}

// Most choices are terms of the vocabulary, also where they are called by the local name alone
// ("Requires"), and have the words of the page's language.
std::string_view choice_label(const Texts& texts, const ctdl::templates::Choice& choice) {
    if (const auto label = term_label(texts, choice.name); label != choice.name) return label;
    const auto* property = ctdl::find_property(choice.name);
    return property ? term_label(texts, property->name) : choice.label;
}

void add_choices(const Texts& texts, const Template& of, const Field& field,
                 std::vector<Option>& options) {
    for (const auto& choice : ctdl::templates::choices_of(of, field)) {
        options.push_back({choice.name, choice_label(texts, choice)});
    }
}

std::vector<Option> options_of(const Texts& texts, const Template& of, const Field& field,
                               std::string_view chosen) {
    std::vector<Option> options = {{"", texts.choice_none}};
    if (field.shape == Shape::boolean) {
        options.push_back({"yes", texts.choice_yes});
        options.push_back({"no", texts.choice_no});
        return options;
    }
    add_choices(texts, of, field, options);
    // What somebody wrote in a table, and is no choice, is not lost by looking at it.
    const bool is_known = chosen.empty() || ctdl::templates::find_choice(of, field, chosen);
    if (!is_known) options.push_back({chosen, chosen});
    return options;
}

// In a table a choice may be called by its label.
std::string_view choice_meant(const Template& of, const Field& field, std::string_view value) {
    const auto* choice = ctdl::templates::find_choice(of, field, value);
    return choice ? choice->name : value;
}

Markup ticks(const Texts& texts, const Template& of, const Field& field, const std::string& name,
             std::span<const std::string> values, const Problems& problems) {
    std::vector<Option> options;
    add_choices(texts, of, field, options);
    std::vector<std::string_view> chosen;
    for (const auto& value : values) {
        chosen.push_back(choice_meant(of, field, value));
        const bool is_known =
            std::ranges::find(options, chosen.back(), &Option::value) != options.end();
        if (!is_known) options.push_back({chosen.back(), chosen.back()});
    }
    const auto label = label_of(texts, field);
    return check_group({.name = name,
                        .label = label,
                        .options = options,
                        .chosen = chosen,
                        .hint = field_words(texts, field.name).hint},
                       problems);
}

}  // namespace

FieldText field_words(const Texts& texts, std::string_view name) {
    const auto& known = texts.field_texts;
    auto found = std::ranges::find(known, name, &FieldText::name);
    if (found == known.end()) {
        found = std::ranges::find(known, last_part(name), &FieldText::name);
    }
    return found == known.end() ? FieldText{name, last_part(name)} : *found;
}

Markup field_control(const Texts& texts, const Template& of, const Field& field,
                     const std::string& name, std::span<const std::string> values,
                     const Problems& problems) {
    const std::string_view value = values.empty() ? std::string_view() : values.front();
    const auto label = label_of(texts, field);
    if (is_chosen_from(field)) {
        if (field.many) return ticks(texts, of, field, name, values, problems);
        const auto options = options_of(texts, of, field, value);
        return choices_markup(
            {.name = name,
             .label = label,
             .options = options,
             .chosen = field.shape == Shape::boolean ? value : choice_meant(of, field, value),
             .problem = problems.of(name)});
    }
    const auto hint = hint_of(texts, field);
    const auto lines = joined(values);
    const bool in_lines = takes_lines(field);
    const FormField control{.name = name,
                            .label = label,
                            .type = in_lines ? "text" : type_of(field, value),
                            .value = in_lines ? std::string_view(lines) : value,
                            .hint = hint,
                            .required = false};
    return in_lines ? text_area(control, problems) : field_markup(control, problems);
}

std::vector<std::string> values_sent(const Field& field, const std::string& name,
                                     const Visit& visit) {
    std::vector<std::string> values;
    const auto add = [&](std::string_view value) {
        const auto trimmed = text::trimmed(value);
        if (!trimmed.empty()) values.push_back(with_plain_lines(trimmed));
    };
    if (takes_lines(field) && field.many) {
        for_each_line(visit.field(name), add);
        return values;
    }
    if (!field.many) {
        add(visit.field(name));
        return values;
    }
    for (const auto& value : visit.fields(name)) add(value);
    return values;
}

}  // namespace cartulary::web
