#include "web/docs/operation_markup.h"

#include "base/text.h"
#include "web/docs/described.h"
#include "web/docs/try_markup.h"

namespace cartulary::web {

namespace {

// An id holds no white space.
std::string as_anchor(std::string_view name) {
    std::string anchor(name);
    for (auto& c : anchor) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') c = '-';
    }
    return anchor;
}

// "Contacts[].Email" may break after a dot or before a capital letter, where names are read.
Markup breakable(std::string_view name) {
    Markup markup;
    std::size_t from = 0;
    for (std::size_t i = 1; i < name.size(); ++i) {
        const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
        if (name[i - 1] != '.' && !(is_upper(name[i]) && !is_upper(name[i - 1]))) continue;
        markup.add(name.substr(from, i - from)).add(element("wbr", {}));
        from = i;
    }
    return element("code", {}, markup.add(name.substr(from)));
}

Markup data_link(const std::string& name) {
    const auto to = "#" + data_anchor(name);
    return element("a", {{"href", to}}, name);
}

Markup examples_markup(const Texts& texts, const Field& field) {
    if (field.examples.empty()) return {};
    Markup values;
    for (const auto& example : field.examples) {
        if (!values.empty()) values.add(", ");
        values.add(element("code", {}, example));
    }
    return element("p", {{"class", "example"}}, filled(texts.examples, {{"values", values}}));
}

Markup type_markup(const Field& field) {
    Markup markup = element("span", {{"class", "type"}}, field.type);
    if (!field.schema.empty()) markup.add(" ").add(data_link(field.schema));
    for (const auto& limit : field.limits) {
        markup.add(element("span", {{"class", "limit"}}, phrase(limit)));
    }
    return markup;
}

// `place` says where a parameter stands; empty for the fields of a body.
Markup row(const Texts& texts, const Field& field, std::string_view place) {
    auto name = breakable(field.name);
    const auto tag = [&](std::string_view kind, std::string_view text) {
        if (!text.empty()) name.add(" ").add(element("span", {{"class", kind}}, text));
    };
    tag("tag", place);
    tag("tag required", field.required ? texts.required : std::string_view());
    tag("tag outdated", field.deprecated ? texts.deprecated : std::string_view());
    return element(
        "tr", {}, element("th", {{"scope", "row"}}, name), element("td", {}, type_markup(field)),
        element("td", {}, described(texts, field.description), examples_markup(texts, field)));
}

Markup table(std::string_view kind, const std::string& caption,
             std::initializer_list<std::string_view> columns, const Markup& rows) {
    Markup head;
    for (const auto column : columns) head.add(element("th", {{"scope", "col"}}, column));
    return element("table", {{"class", kind}}, element("caption", {{"class", "unseen"}}, caption),
                   element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows));
}

Markup field_table(const Texts& texts, const std::string& caption,
                   const std::vector<Field>& fields) {
    Markup rows;
    for (const auto& field : fields) rows.add(row(texts, field, ""));
    return table("fields", caption,
                 {texts.column_name, texts.column_type_and_limits, texts.column_meaning}, rows);
}

Markup parameters_part(const Texts& texts, const Operation& operation) {
    if (operation.parameters.empty()) return {};
    Markup rows;
    for (const auto& parameter : operation.parameters) {
        rows.add(row(texts, parameter.field, place_text(texts, parameter.place)));
    }
    const auto caption = filled_plain(texts.caption_parameters, {{"operation", operation.summary}});
    return together(
        element("h3", {}, texts.parameters),
        table("fields", caption,
              {texts.column_name, texts.column_type_and_limits, texts.column_meaning}, rows));
}

Markup body_part(const Texts& texts, const Operation& operation) {
    Markup markup;
    for (const auto& body : operation.bodies) {
        auto about = filled(texts.body_type, {{"type", Markup(body.type)},
                                              {"media", element("code", {}, body.media)}});
        if (!body.required) about.add(", ").add(texts.body_optional);
        markup.add(element("p", {}, about)).add(described(texts, body.description));
        if (body.fields.empty()) continue;
        const auto caption = filled_plain(texts.caption_body, {{"operation", operation.summary}});
        markup.add(field_table(texts, caption, body.fields));
    }
    return markup.empty() ? markup : together(element("h3", {}, texts.body), markup);
}

Markup answer_row(const Texts& texts, const Answer& answer) {
    auto meaning = described(texts, answer.description);
    for (const auto& header : answer.headers) {
        auto about = filled(texts.header, {{"name", element("code", {}, header.name)}});
        if (!header.description.empty()) {
            about.add(": ").add(described_in_line(texts, header.description));
        }
        meaning.add(element("p", {{"class", "header"}}, about));
    }
    Markup bodies;
    for (const auto& body : answer.bodies) {
        auto what = body.schema.empty() ? Markup(body.type) : data_link(body.schema);
        bodies.add(element("p", {}, what, " ", element("span", {{"class", "type"}}, body.media)));
    }
    return element("tr", {}, element("th", {{"scope", "row"}}, element("code", {}, answer.status)),
                   element("td", {}, meaning), element("td", {}, bodies));
}

Markup answers_part(const Texts& texts, const Operation& operation) {
    Markup rows;
    Markup inside;
    for (const auto& answer : operation.answers) {
        rows.add(answer_row(texts, answer));
        for (const auto& body : answer.bodies) {
            if (body.fields.empty()) continue;
            const auto caption =
                filled_plain(texts.caption_answer,
                             {{"status", answer.status}, {"operation", operation.summary}});
            inside.add(element("h4", {}, caption)).add(field_table(texts, caption, body.fields));
        }
    }
    const auto caption = filled_plain(texts.caption_answers, {{"operation", operation.summary}});
    return together(element("h3", {}, texts.answers),
                    table("answers", caption,
                          {texts.column_status, texts.column_meaning, texts.column_body}, rows),
                    inside);
}

Markup example_part(const Texts& texts, const CurlExample& example) {
    Markup variables;
    for (const auto& variable : example.variables) {
        if (!variables.empty()) variables.add(", ");
        variables.add(element("code", {}, variable));
    }
    const auto wording = example.variables.empty()       ? texts.example_about_none
                         : example.variables.size() == 1 ? texts.example_about_one
                                                         : texts.example_about;
    return together(element("h3", {}, texts.example),
                    element("p", {}, filled(wording, {{"variables", variables}})),
                    element("pre", {}, element("code", {}, example.command)));
}

Markup needs_part(const Texts& texts, const Operation& operation) {
    Markup markup;
    for (const auto& alternative : operation.needs) {
        Markup all;
        for (const auto& need : alternative) {
            if (!all.empty()) all.add("; ");
            all.add(phrase(need.way));
            if (!need.description.empty()) {
                all.add(": ").add(described_in_line(texts, need.description));
            }
        }
        if (!markup.empty()) markup.add(" ").add(texts.need_or).add(" ");
        markup.add(all);
    }
    if (markup.empty()) return {};
    return element("p", {{"class", "needs"}}, element("strong", {}, texts.needs), " ", markup);
}

}  // namespace

std::string anchor_of(const Operation& operation) {
    return as_anchor(operation.id);
}

std::string data_anchor(std::string_view name) {
    return as_anchor("data-" + std::string(name));
}

std::string_view place_text(const Texts& texts, std::string_view place) {
    if (place == "path") return texts.in_path;
    if (place == "query") return texts.in_query;
    return place == "header" ? texts.in_header : texts.in_cookie;
}

Markup method_mark(const std::string& method) {
    const auto kind = "method " + text::lower_ascii(method);
    return element("span", {{"class", kind}}, method);
}

Markup operation_markup(const Texts& texts, const Operation& operation) {
    auto heading = described_in_line(texts, operation.summary);
    if (operation.deprecated) {
        heading.add(" ").add(element("span", {{"class", "tag outdated"}}, texts.deprecated));
    }
    const auto anchor = anchor_of(operation);
    return element("section", {{"id", anchor}, {"class", "operation"}}, element("h2", {}, heading),
                   element("p", {{"class", "call"}}, method_mark(operation.method), " ",
                           element("code", {}, operation.path)),
                   described(texts, operation.description), needs_part(texts, operation),
                   example_part(texts, operation.example), try_form(texts, operation),
                   parameters_part(texts, operation), body_part(texts, operation),
                   answers_part(texts, operation));
}

Markup data_markup(const Texts& texts, const Data& data) {
    const auto anchor = data_anchor(data.name);
    const auto caption = filled_plain(texts.caption_data, {{"name", data.name}});
    const auto fields =
        data.fields.empty()
            ? element("p", {}, filled(texts.no_fields, {{"type", Markup(data.type)}}))
            : field_table(texts, caption, data.fields);
    return element("section", {{"id", anchor}}, element("h3", {}, data.name),
                   described(texts, data.description), fields);
}

}  // namespace cartulary::web
