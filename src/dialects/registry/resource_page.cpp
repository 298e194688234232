#include "dialects/registry/resource_page.h"

#include <span>
#include <string_view>

#include "base/html.h"
#include "ctdl/vocabulary.h"

namespace cartulary::registry {

namespace {

constexpr std::string_view name_properties[] = {"ceterms:name", "ceasn:name",
                                                "ceasn:competencyText", "skos:prefLabel"};
constexpr std::string_view description_properties[] = {"ceterms:description", "ceasn:description",
                                                       "skos:definition"};

// A text with its language; empty: not said.
struct Said {
    std::string_view text;
    std::string_view language;
};

Said first_of(const json::Value& value, std::string_view language) {
    if (const auto* text = value.string()) return {*text, language};
    if (const auto* list = value.array(); list && !list->empty()) {
        return first_of(list->front(), language);
    }
    return {};
}

// The first language of a language map, or a plain text.
Said said_in(const json::Value& node, std::span<const std::string_view> properties) {
    for (const auto property : properties) {
        const auto* value = node.find(property);
        if (!value) continue;
        const auto* languages = value->object();
        if (!languages) return first_of(*value, {});
        if (!languages->empty()) return first_of(languages->front().value, languages->front().name);
    }
    return {};
}

std::string element(std::string_view name, const Said& content) {
    std::string html = "<" + std::string(name);
    if (!content.language.empty()) html += " lang=\"" + html_escaped(content.language) + '"';
    return html + '>' + html_escaped(content.text) + "</" + std::string(name) + ">\n";
}

std::string_view label_of(const json::Value& node) {
    const auto* type = node.find("@type");
    if (!type) return "";
    const auto name = first_of(*type, {}).text;
    const auto* known = ctdl::find_class(name);
    return known ? known->label : name;
}

}  // namespace

std::string resource_page(const json::Value& node, const PageAddresses& addresses) {
    const auto own_address = html_escaped(addresses.own);
    const auto data_address = html_escaped(addresses.data);
    const auto name = said_in(node, name_properties);
    const Said title = name.text.empty() ? Said{addresses.own, {}} : name;
    const auto description = said_in(node, description_properties);
    std::string html =
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    html += element("title", {title.text, {}});
    html += "<link rel=\"canonical\" href=\"" + own_address + "\">\n";
    html += "<link rel=\"alternate\" type=\"application/ld+json\" href=\"" + data_address +
            "\">\n</head>\n<body>\n<main>\n";
    html += element("h1", title);
    html += element("p", {label_of(node), {}});
    if (!description.text.empty()) html += element("p", description);
    html += "<p><a href=\"" + data_address + "\">Linked data (JSON-LD)</a></p>\n";
    return html + "</main>\n</body>\n</html>\n";
}

}  // namespace cartulary::registry
