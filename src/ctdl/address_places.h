#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/json.h"

// Where in a node texts are addresses (IRIs, names of blank nodes) rather than words.
namespace cartulary::ctdl {

// Of the values of this member: "@id", and the properties that refer.
bool holds_addresses(std::string_view member);

inline bool is_blank(std::string_view address) {
    return address.starts_with("_:");
}

// Whether it lies in this registry: "/resources/ce-…". See Document.
inline bool is_own(std::string_view address) {
    return address.starts_with('/');
}

// Calls `visit(text, depth)` for each address in the value of the member `name`, in the order of
// the text. `depth` counts the arrays and objects around it.
template <class Visit>
void for_each_address(std::string_view name, const json::Value& value, std::size_t depth,
                      const Visit& visit) {
    if (const auto* text = value.string()) {
        if (holds_addresses(name)) visit(*text, depth);
    } else if (const auto* array = value.array()) {
        for (const auto& element : *array) for_each_address(name, element, depth + 1, visit);
    } else if (const auto* object = value.object()) {
        for (const auto& [inner, content] : *object) {
            for_each_address(inner, content, depth + 1, visit);
        }
    }
}

// What a node of a graph refers to: all addresses but its own.
template <class Visit>
void for_each_reference(const json::Object& node, const Visit& visit) {
    for (const auto& [name, value] : node) {
        if (name != "@id") for_each_address(name, value, 1, visit);
    }
}

// The value with every address in it exchanged. `change` gives the new one.
template <class Change>
json::Value with_addresses(std::string_view name, const json::Value& value, const Change& change) {
    if (const auto* text = value.string()) {
        return holds_addresses(name) ? json::Value(change(*text)) : value;
    }
    if (const auto* array = value.array()) {
        json::Array changed;
        changed.reserve(array->size());
        for (const auto& element : *array) {
            changed.push_back(with_addresses(name, element, change));
        }
        return json::Value(std::move(changed));
    }
    if (const auto* object = value.object()) {
        json::Object changed;
        changed.reserve(object->size());
        for (const auto& [inner, content] : *object) {
            changed.push_back({inner, with_addresses(inner, content, change)});
        }
        return json::Value(std::move(changed));
    }
    return value;
}

// The value without the addresses that `is_wanted_out` says; nothing where nothing but a class is
// left.
template <class Test>
std::optional<json::Value> without_addresses(std::string_view name, const json::Value& value,
                                             const Test& is_wanted_out) {
    if (const auto* text = value.string()) {
        if (holds_addresses(name) && is_wanted_out(*text)) return std::nullopt;
    } else if (const auto* array = value.array()) {
        json::Array rest;
        for (const auto& element : *array) {
            auto one = without_addresses(name, element, is_wanted_out);
            if (one) rest.push_back(*std::move(one));
        }
        if (rest.empty()) return std::nullopt;
        return json::Value(std::move(rest));
    } else if (const auto* object = value.object()) {
        json::Object rest;
        for (const auto& [inner, content] : *object) {
            auto one = without_addresses(inner, content, is_wanted_out);
            if (one) rest.push_back({inner, *std::move(one)});
        }
        const bool says_nothing = std::all_of(
            rest.begin(), rest.end(), [](const auto& member) { return member.name == "@type"; });
        if (says_nothing) return std::nullopt;
        return json::Value(std::move(rest));
    }
    return value;
}

}  // namespace cartulary::ctdl
