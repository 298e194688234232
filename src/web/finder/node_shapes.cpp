#include "web/finder/node_shapes.h"

#include <algorithm>
#include <array>

#include "base/locale_words.h"
#include "ctdl/vocabulary.h"
#include "web/finder/cost_table.h"
#include "web/finder/said_markup.h"
#include "web/fragments.h"
#include "web/texts/credential_texts.h"
#include "web/texts/term_labels.h"

namespace cartulary::web {

namespace {

using json::Value;

enum class Shape { none, aligned, place, identifier, quantity, amount, cost, duration, named };

bool has_any(const Value& node, std::initializer_list<std::string_view> properties) {
    for (const auto property : properties) {
        if (node.find(property)) return true;
    }
    return false;
}

// What stands for something that is described elsewhere.
bool says_its_name_alone(const Value& node) {
    constexpr auto names = std::to_array<std::string_view>(
        {"ceterms:name", "ceasn:name", "skos:prefLabel", "ceasn:competencyText",
         "ceasn:competencyLabel", "ceterms:subjectWebpage"});
    bool has_name = false;
    for (const auto& [property, value] : *node.object()) {
        if (property.starts_with('@') || property == "ceterms:ctid") continue;
        if (std::ranges::find(names, property) == names.end()) return false;
        has_name = true;
    }
    return has_name;
}

Shape shape_of(const GraphReader& graph, const Value& node) {
    const auto type = graph.type(node);
    if (type == "ceterms:CredentialAlignmentObject" ||
        has_any(node, {"ceterms:targetNode", "ceterms:targetNodeName"})) {
        return Shape::aligned;
    }
    if (type == "ceterms:Place" || type == "ceterms:PostalAddress") return Shape::place;
    if (type == "ceterms:IdentifierValue") return Shape::identifier;
    if (type == "ceterms:ValueProfile" || type == "schema:QuantitativeValue") {
        return Shape::quantity;
    }
    if (type == "schema:MonetaryAmount") return Shape::amount;
    if (type == "ceterms:CostProfile") return Shape::cost;
    if (type == "ceterms:DurationProfile") return Shape::duration;
    return says_its_name_alone(node) ? Shape::named : Shape::none;
}

// Adds to a line, after `between`.
void add(Markup& line, const Markup& part, std::string_view between) {
    if (part.empty()) return;
    if (!line.empty()) line.add(between);
    line.add(part);
}

Markup hint(const Markup& content) {
    if (content.empty()) return {};
    return element("span", {{"class", "hint"}}, content);
}

// "Welders (51-4121.00), Standard Occupational Classification"
Markup aligned(NodeView& view, const Value& node) {
    const auto& graph = view.graph();
    const auto reference = graph.reference_in(node);
    auto line = reference ? view.reference(*reference) : Markup();
    if (line.empty()) return {};
    if (const auto code = graph.plain(node, "ceterms:codedNotation")) {
        line.add(view.leaf(element("span", {{"class", "hint"}}, " (", name_markup(*code), ")")));
    }
    const auto framework = view.said(node, "ceterms:frameworkName");
    const bool is_told = reference && reference->name.text == framework.text;
    // What is of the vocabulary needs no word on where it comes from.
    const bool is_ours = reference && ctdl::find_concept("", reference->target) != nullptr;
    if (!framework.empty() && !is_told && !is_ours) {
        line.add(view.leaf(hint(together(" · ", said_markup(view.texts(), framework)))));
    }
    const auto about = view.said(node, "ceterms:targetNodeDescription");
    if (!about.empty()) line.add(view.leaf(words_markup(view.texts(), about)));
    return line;
}

Markup place(NodeView& view, const Value& node) {
    Markup line;
    for (const auto* property :
         {"ceterms:name", "ceterms:streetAddress", "ceterms:postOfficeBoxNumber",
          "ceterms:addressLocality", "ceterms:addressRegion", "ceterms:postalCode",
          "ceterms:addressCountry"}) {
        const bool is_after_region = std::string_view(property) == "ceterms:postalCode";
        add(line, said_markup(view.texts(), view.said(node, property)),
            is_after_region ? std::string_view(" ") : view.texts().place_next);
    }
    const auto about = view.said(node, "ceterms:description");
    add(line, words_markup(view.texts(), about), "");
    return view.leaf(line);
}

Markup identifier(NodeView& view, const Value& node) {
    const auto& graph = view.graph();
    auto kind = said_markup(view.texts(), view.said(node, "ceterms:identifierTypeName"));
    if (kind.empty()) {
        const auto types = graph.references(node, "ceterms:identifierType");
        if (!types.empty()) kind = view.reference(types.front());
    }
    Markup line;
    add(line, kind, "");
    if (const auto code = graph.plain(node, "ceterms:identifierValueCode")) {
        add(line, element("code", {}, *code), ": ");
    }
    return view.leaf(line);
}

std::string range_of(const NodeView& view, const Value& node) {
    const auto& graph = view.graph();
    if (const auto value = graph.plain(node, "schema:value")) return *value;
    const auto least = graph.plain(node, "schema:minValue");
    const auto most = graph.plain(node, "schema:maxValue");
    if (!least || !most) return least ? *least : most.value_or("");
    return filled_plain(credential_texts(view.texts()).range, {{"from", *least}, {"to", *most}});
}

// "3 Semester Hours, Upper Division"
Markup quantity(NodeView& view, const Value& node) {
    auto line = name_markup(range_of(view, node));
    if (const auto share = view.graph().plain(node, "qdata:percentage")) {
        line = name_markup(*share + " %");
    }
    add(line, view.values(node, "ceterms:creditUnitType"), " ");
    add(line, view.values(node, "schema:unitText"), " ");
    add(line, view.values(node, "ceterms:creditLevelType"), ", ");
    add(line, view.values(node, "ceterms:subject"), ", ");
    add(line, words_markup(view.texts(), view.said(node, "schema:description")), " ");
    add(line, words_markup(view.texts(), view.said(node, "ceterms:description")), " ");
    return view.leaf(line);
}

Markup amount(NodeView& view, const Value& node) {
    const auto value = view.graph().number(node, "schema:value");
    if (!value) return quantity(view, node);
    const auto currency = view.graph().plain(node, "schema:currency").value_or("");
    return view.leaf(Markup(money_words(*value, currency, view.texts().language)));
}

// In a page's language: "6 to 8 weeks", "at least 2 years"; as written where it is no duration.
std::string duration_text(const NodeView& view, const Value& profile) {
    const auto& graph = view.graph();
    const auto& words = credential_texts(view.texts());
    const auto language = view.texts().language;
    const auto in_words = [&](const std::string& duration) {
        return duration_words(duration, language).value_or(duration);
    };
    for (const auto* property : {"ceterms:exactDuration", "ceterms:timeRequired"}) {
        if (const auto exact = graph.plain(profile, property)) return in_words(*exact);
    }
    const auto least = graph.plain(profile, "ceterms:minimumDuration");
    const auto most = graph.plain(profile, "ceterms:maximumDuration");
    if (least && most && *least != *most) {
        const auto range =
            duration_range_words(*least, *most, language).value_or(DurationRange{*least, *most});
        return filled_plain(words.range, {{"from", range.from}, {"to", range.to}});
    }
    if (least && most) return in_words(*least);
    if (least) return filled_plain(words.at_least, {{"amount", in_words(*least)}});
    if (most) return filled_plain(words.at_most, {{"amount", in_words(*most)}});
    return {};
}

}  // namespace

bool has_shape(const GraphReader& graph, const Value& node) {
    return shape_of(graph, node) != Shape::none;
}

Markup duration_markup(NodeView& view, const Value& profile) {
    Markup line(duration_text(view, profile));
    add(line, words_markup(view.texts(), view.said(profile, "ceterms:description")), " ");
    return view.leaf(line);
}

std::optional<Markup> shaped(NodeView& view, const Value& node) {
    switch (shape_of(view.graph(), node)) {
        case Shape::none: return std::nullopt;
        case Shape::aligned: return aligned(view, node);
        case Shape::place: return place(view, node);
        case Shape::identifier: return identifier(view, node);
        case Shape::quantity: return quantity(view, node);
        case Shape::amount: return amount(view, node);
        case Shape::cost: return cost_line(view, node);
        case Shape::duration: return duration_markup(view, node);
        case Shape::named: {
            const auto reference = view.graph().reference_in(node);
            return reference ? view.reference(*reference) : Markup();
        }
    }
    __builtin_unreachable();
}

}  // namespace cartulary::web
