#include "web/finder/node_mark.h"

#include <algorithm>
#include <functional>

namespace cartulary::web {

namespace {

using json::Value;

// Blank nodes of a document lead no deeper; what would is not compared.
constexpr int nesting_max = 64;

Mark mixed(Mark mark, Mark with) {
    constexpr Mark odd = 0x9E3779B97F4A7C15;
    return (mark ^ with) * odd + (mark >> 29U);
}

Mark of_text(std::string_view text) {
    return std::hash<std::string_view>()(text);
}

Mark of_any(const GraphReader& graph, const Value& value, int depth);

// In whichever order.
Mark of_all(std::vector<Mark> marks, Mark kind) {
    std::ranges::sort(marks);
    for (const auto mark : marks) kind = mixed(kind, mark);
    return kind;
}

Mark of_object(const GraphReader& graph, const json::Object& object, int depth) {
    std::vector<Mark> marks;
    for (const auto& [name, value] : object) {
        // The name of a blank node says nothing.
        const auto* text = value.string();
        if (name == "@id" && text && text->starts_with("_:")) continue;
        marks.push_back(mixed(of_text(name), of_any(graph, value, depth)));
    }
    return of_all(std::move(marks), 2);
}

Mark of_any(const GraphReader& graph, const Value& value, int depth) {
    if (depth > nesting_max) return 0;
    if (const auto* text = value.string()) {
        const auto* blank = text->starts_with("_:") ? graph.node(*text) : nullptr;
        return blank ? of_any(graph, *blank, depth + 1) : of_text(*text);
    }
    if (const auto* object = value.object()) return of_object(graph, *object, depth + 1);
    if (const auto* several = value.array()) {
        // One value says the same in a list and without.
        if (several->size() == 1) return of_any(graph, several->front(), depth + 1);
        std::vector<Mark> marks;
        for (const auto& each : *several) marks.push_back(of_any(graph, each, depth + 1));
        return of_all(std::move(marks), 3);
    }
    return of_text(json::text_of(value));
}

}  // namespace

Mark mark_of(const GraphReader& graph, const Value& value) {
    return of_any(graph, value, 0);
}

Mark mark_of_property(const GraphReader& graph, const Value& node, std::string_view property) {
    const auto* value = node.find(property);
    return value ? mark_of(graph, *value) : 0;
}

}  // namespace cartulary::web
