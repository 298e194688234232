#include "web/docs/json_reference.h"

#include <stdexcept>

#include "http/form.h"

namespace cartulary::web {

namespace {

constexpr int references_max = 16;  // in a row

// One step of a JSON pointer (RFC 6901), as it stands in a URI fragment.
std::string unescaped(std::string_view step) {
    auto text = http::percent_decode(step).value_or(std::string(step));
    for (const auto& [escape, plain] : {std::pair("~1", "/"), std::pair("~0", "~")}) {
        for (auto at = text.find(escape); at != std::string::npos; at = text.find(escape, at + 1)) {
            text.replace(at, 2, plain);
        }
    }
    return text;
}

const json::Value* find_at(const json::Value& whole, std::string_view reference) {
    if (!reference.starts_with("#/")) return nullptr;
    reference.remove_prefix(2);
    const auto* place = &whole;
    while (place != nullptr) {
        const auto step = reference.substr(0, reference.find('/'));
        place = place->find(unescaped(step));
        if (step.size() == reference.size()) break;
        reference.remove_prefix(step.size() + 1);
    }
    return place;
}

}  // namespace

const json::Value& References::follow(const json::Value& part) const {
    const auto* place = &part;
    for (int count = 0; count < references_max; ++count) {
        const auto reference = text_in(*place, "$ref");
        if (reference.empty()) return *place;
        place = find_at(whole_, reference);
        if (place == nullptr) throw std::runtime_error("$ref leads nowhere: " + reference);
    }
    throw std::runtime_error("$ref leads round in a circle: " + text_in(part, "$ref"));
}

std::string References::name_in(const json::Value& part) {
    const auto reference = text_in(part, "$ref");
    if (reference.empty()) return {};
    return unescaped(std::string_view(reference).substr(reference.rfind('/') + 1));
}

std::string text_in(const json::Value& part, std::string_view member) {
    const auto* value = part.find(member);
    return value != nullptr && value->string() != nullptr ? *value->string() : std::string();
}

bool is_true_in(const json::Value& part, std::string_view member) {
    const auto* value = part.find(member);
    return value != nullptr && value->boolean() != nullptr && *value->boolean();
}

std::string shown(const json::Value& value) {
    return value.string() != nullptr ? *value.string() : json::text_of(value);
}

std::vector<json::Value> examples_in(const json::Value& part) {
    std::vector<json::Value> examples;
    if (const auto* list = part.find("examples")) {
        if (list->array() != nullptr) examples = *list->array();
        if (list->object() != nullptr) {
            for (const auto& [name, example] : *list->object()) {
                if (const auto* value = example.find("value")) examples.push_back(*value);
            }
        }
    }
    if (const auto* one = part.find("example")) examples.push_back(*one);
    return examples;
}

}  // namespace cartulary::web
