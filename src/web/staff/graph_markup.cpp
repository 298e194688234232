#include "web/staff/graph_markup.h"

#include "base/json.h"
#include "web/fragments.h"

namespace cartulary::web {

namespace {

constexpr std::size_t values_shown_max = 20;

// Texts as they are, those in a language after its name; what has parts as JSON.
Markup value_markup(const json::Value& value);

Markup in_languages(const json::Object& object) {
    Markup entries;
    for (const auto& [language, text] : object) {
        if (!text.string()) return {};
        entries.add(element("p", {{"lang", language}}, *text.string()));
    }
    return entries;
}

Markup list_markup(const json::Array& values) {
    if (values.size() == 1) return value_markup(values.front());
    Markup entries;
    for (std::size_t i = 0; i < std::min(values.size(), values_shown_max); ++i) {
        entries.add(element("li", {}, value_markup(values[i])));
    }
    if (values.size() > values_shown_max) entries.add(element("li", {}, "…"));
    return element("ul", {}, entries);
}

Markup value_markup(const json::Value& value) {
    if (const auto* text = value.string()) return outside_link(*text);
    if (const auto* values = value.array()) return list_markup(*values);
    if (const auto* object = value.object()) {
        const auto texts = in_languages(*object);
        if (!texts.empty()) return texts;
    }
    return element("code", {}, json::text_of(value));
}

}  // namespace

Markup graph_markup(std::string_view graph) {
    const auto document = json::parse(graph);
    if (!document) return {};
    const auto* nodes = document->find("@graph");
    if (!nodes || !nodes->array() || nodes->array()->empty()) return {};
    const auto* node = nodes->array()->front().object();
    if (!node) return {};
    Details details;
    for (const auto& [property, value] : *node) details.add(property, value_markup(value));
    return details.markup();
}

}  // namespace cartulary::web
