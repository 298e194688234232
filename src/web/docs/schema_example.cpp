#include <algorithm>

#include "web/docs/curl_example.h"
#include "web/docs/schema_fields.h"

namespace cartulary::web {

namespace {

constexpr int depth_max = 8;  // data that holds itself ends here

bool has_example(const References& references, const json::Value& part) {
    return !examples_in(part).empty() || !examples_in(references.follow(part)).empty();
}

json::Value value_of(const References& references, const json::Value& part, int depth);

json::Value object_of(const References& references, const json::Value& schema, int depth) {
    json::Object object;
    const auto properties = properties_of(references, schema);
    for (const auto& [name, value] : properties.members) {
        if (!properties.required.contains(name) && !has_example(references, *value)) continue;
        object.push_back({name, value_of(references, *value, depth + 1)});
    }
    return json::Value(std::move(object));
}

json::Value array_of(const References& references, const json::Value& schema, int depth) {
    json::Array array;
    const auto* items = schema.find("items");
    if (items != nullptr && depth < depth_max) {
        array.push_back(value_of(references, *items, depth + 1));
    }
    return json::Value(std::move(array));
}

json::Value value_of(const References& references, const json::Value& part, int depth) {
    const auto& schema = references.follow(part);
    for (const auto* source : {&part, &schema}) {
        if (auto examples = examples_in(*source); !examples.empty()) return examples.front();
    }
    if (const auto* value = schema.find("default")) return *value;
    if (const auto* value = schema.find("const")) return *value;
    if (const auto* values = schema.find("enum"); values && values->array()) {
        if (!values->array()->empty()) return values->array()->front();
    }
    if (depth > depth_max) return json::Value();
    const auto types = types_in(schema);
    const auto type = types.empty() ? std::string() : types.front();
    if (type == "array") return array_of(references, schema, depth);
    if (type == "string") return json::Value(std::string("…"));
    if (type == "boolean") return json::Value(true);
    if (type == "integer" || type == "number") {
        const auto* least = schema.find("minimum");
        return least != nullptr ? *least : json::Value(std::int64_t{1});
    }
    if (type == "object" || type.empty()) return object_of(references, schema, depth);
    return json::Value();
}

bool is_container(const json::Value& value) {
    return (value.array() && !value.array()->empty()) ||
           (value.object() && !value.object()->empty());
}

void append_indented(const json::Value& value, const std::string& indent, std::string& text) {
    const auto inner = indent + "  ";
    if (const auto* object = value.object(); object && !object->empty()) {
        text += "{\n";
        for (const auto& member : *object) {
            text += inner + json::text_of(json::Value(member.name)) + ": ";
            append_indented(member.value, inner, text);
            text += &member == &object->back() ? "\n" : ",\n";
        }
        text += indent + "}";
        return;
    }
    const auto* array = value.array();
    if (array == nullptr || std::ranges::none_of(*array, is_container)) {
        text += json::text_of(value);
        return;
    }
    text += "[\n";
    for (const auto& one : *array) {
        text += inner;
        append_indented(one, inner, text);
        text += &one == &array->back() ? "\n" : ",\n";
    }
    text += indent + "]";
}

}  // namespace

json::Value example_of(const References& references, const json::Value& schema) {
    return value_of(references, schema, 0);
}

std::string indented(const json::Value& value) {
    std::string text;
    append_indented(value, "", text);
    return text;
}

}  // namespace cartulary::web
