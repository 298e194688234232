#include "web/form_markup.h"

#include <algorithm>

#include "web/texts/refusals.h"

namespace cartulary::web {

namespace {

// The hint and the problem of a field, both of which are read out with it.
struct About {
    Markup markup;
    std::string ids;
};

About about(const FormField& field, std::string_view problem) {
    About about;
    const auto add = [&](const std::string& id, std::string_view looks, std::string_view text) {
        if (text.empty()) return;
        about.markup.add(element("p", {{"id", id}, {"class", looks}}, text));
        about.ids += (about.ids.empty() ? "" : " ") + id;
    };
    const std::string name(field.name);
    add(name + "-hint", "hint", field.hint);
    add(name + "-problem", "problem", problem);
    return about;
}

Attribute unless_empty(std::string_view name, std::string_view value) {
    return value.empty() ? Attribute{} : Attribute{name, value};
}

Attribute where(bool is_so, std::string_view name) {
    return is_so ? Attribute{name} : Attribute{};
}

}  // namespace

void Problems::add(std::string field, std::string sentence) {
    if (sentence.empty() || !of(field).empty()) return;
    entries_.emplace_back(std::move(field), std::move(sentence));
}

std::string_view Problems::of(std::string_view field) const {
    const auto found = std::ranges::find(
        entries_, field, [](const auto& entry) { return std::string_view(entry.first); });
    return found == entries_.end() ? std::string_view() : std::string_view(found->second);
}

bool Problems::is_first(std::string_view field) const {
    return !entries_.empty() && entries_.front().first == field;
}

Markup field_markup(const FormField& field, const Problems& problems) {
    const auto problem = problems.of(field.name);
    const auto about_it = about(field, problem);
    return element(
        "div", {{"class", "field"}}, element("label", {{"for", field.name}}, field.label),
        about_it.markup,
        element("input", {{"id", field.name},
                          {"name", field.name},
                          {"type", field.type},
                          unless_empty("autocomplete", field.autocomplete),
                          unless_empty("inputmode", field.input_mode),
                          unless_empty("value", field.value),
                          where(field.required, "required"),
                          unless_empty("aria-describedby", about_it.ids),
                          problem.empty() ? Attribute{} : Attribute{"aria-invalid", "true"},
                          where(problems.is_first(field.name), "autofocus")}));
}

Markup text_area(const FormField& field, const Problems& problems) {
    const auto problem = problems.of(field.name);
    const auto about_it = about(field, problem);
    return element("div", {{"class", "field"}},
                   element("label", {{"for", field.name}}, field.label), about_it.markup,
                   element("textarea",
                           {{"id", field.name},
                            {"name", field.name},
                            {"rows", "4"},
                            where(field.required, "required"),
                            unless_empty("aria-describedby", about_it.ids),
                            problem.empty() ? Attribute{} : Attribute{"aria-invalid", "true"},
                            where(problems.is_first(field.name), "autofocus")},
                           field.value));
}

Markup choices_markup(const Choices& choices) {
    const auto id = choices.id.empty() ? choices.name : choices.id;
    Markup options;
    for (const auto& [value, label] : choices.options) {
        options.add(element("option",
                            {{"value", value}, where(value == choices.chosen, "selected")}, label));
    }
    const auto problem_id = std::string(id) + "-problem";
    const bool is_wrong = !choices.problem.empty();
    return element(
        "div", {{"class", "field"}},
        element("label", {{"for", id}, unless_empty("class", choices.label_class)}, choices.label),
        is_wrong ? element("p", {{"id", problem_id}, {"class", "problem"}}, choices.problem)
                 : Markup(),
        element("select",
                {{"id", id},
                 {"name", choices.name},
                 is_wrong ? Attribute{"aria-describedby", problem_id} : Attribute{},
                 is_wrong ? Attribute{"aria-invalid", "true"} : Attribute{}},
                options));
}

Markup tick_markup(std::string_view name, std::string_view label, bool is_ticked,
                   std::string_view value) {
    return element("p", {{"class", "tick"}},
                   element("input", {{"type", "checkbox"},
                                     {"id", name},
                                     {"name", name},
                                     {"value", value},
                                     where(is_ticked, "checked")}),
                   " ", element("label", {{"for", name}}, label));
}

Markup hidden_field(std::string_view name, std::string_view value) {
    return element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

Markup button(std::string_view label, std::string_view looks) {
    return element("button", {{"type", "submit"}, unless_empty("class", looks)}, label);
}

Markup button_about(std::string_view label, std::string_view whole, std::string_view looks) {
    return element("button", {{"type", "submit"}, {"class", looks}, {"aria-label", whole}}, label);
}

Markup summary_markup(std::string_view title, const Problems& problems) {
    if (!problems.any()) return {};
    Markup entries;
    for (const auto& [field, sentence] : problems.entries()) {
        const auto to = "#" + field;
        entries.add(element("li", {}, element("a", {{"href", to}}, sentence)));
    }
    return element("div", {{"class", "summary"}, {"role", "alert"}}, element("h2", {}, title),
                   element("ul", {}, entries));
}

Problems problems_of(const Texts& texts, const Error& error, Labels labels) {
    Problems problems;
    for (const auto& [field, label] : labels) {
        for (const auto& [named, problem] : error.fields) {
            if (named != field) continue;
            problems.add(
                std::string(field),
                filled_plain(texts.field_problem,
                             {{"field", label}, {"problem", refusal_text(texts, problem)}}));
        }
    }
    return problems;
}

}  // namespace cartulary::web
