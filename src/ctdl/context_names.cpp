#include "ctdl/context_names.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "ctdl/address_places.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl {

namespace {

// Another name for this one; nothing where it stays.
using Change = std::function<std::optional<std::string>(const std::string&)>;

bool holds_names(std::string_view member) {
    return member == "@type" || holds_addresses(member);
}

json::Object changed(const json::Object& node, const Change& change);

json::Value changed(std::string_view member, const json::Value& value, const Change& change) {
    if (const auto* text = value.string()) {
        return json::Value(holds_names(member) ? change(*text).value_or(*text) : *text);
    }
    if (const auto* array = value.array()) {
        json::Array elements;
        for (const auto& element : *array) elements.push_back(changed(member, element, change));
        return json::Value(std::move(elements));
    }
    if (const auto* object = value.object()) return json::Value(changed(*object, change));
    return value;
}

json::Object changed(const json::Object& node, const Change& change) {
    json::Object made;
    for (const auto& [name, value] : node) {
        const auto other = name.starts_with('@') ? std::nullopt : change(name);
        made.push_back({other.value_or(name), changed(name, value, change)});
    }
    return made;
}

}  // namespace

json::Object written_out(const json::Object& node, std::string_view context) {
    const Change change = [&](const std::string& name) -> std::optional<std::string> {
        if (is_blank(name) || is_own(name) || knows(context, name)) return std::nullopt;
        return expand(name);
    };
    return changed(node, change);
}

json::Object taken_in(const json::Object& node, std::string_view context) {
    const Change change = [&](const std::string& name) -> std::optional<std::string> {
        if (is_blank(name) || is_own(name)) return std::nullopt;
        auto short_name = compact(name);
        // What the context knows was never written out.
        if (short_name == name || knows(context, short_name)) return std::nullopt;
        return short_name;
    };
    return changed(node, change);
}

}  // namespace cartulary::ctdl
