#include "web/docs/schema_fields.h"

#include <algorithm>

#include "web/docs/schema_limits.h"
#include "web/html.h"

namespace cartulary::web {

namespace {

std::string_view type_name(const json::Value& value) {
    if (value.is_null()) return "null";
    if (value.boolean() != nullptr) return "boolean";
    if (value.integer() != nullptr) return "integer";
    if (value.real() != nullptr) return "number";
    if (value.string() != nullptr) return "string";
    return value.array() != nullptr ? "array" : "object";
}

void add_once(std::vector<std::string>& list, std::string text) {
    if (std::ranges::find(list, text) == list.end()) list.push_back(std::move(text));
}

void collect(const References& references, const json::Value& part, bool always,
             Properties& properties) {
    const auto& schema = references.follow(part);
    for (const auto* combination : {"allOf", "oneOf", "anyOf"}) {
        const auto* parts = schema.find(combination);
        if (parts == nullptr || parts->array() == nullptr) continue;
        const bool all = always && combination == std::string_view("allOf");
        for (const auto& one : *parts->array()) collect(references, one, all, properties);
    }
    if (const auto* members = schema.find("properties"); members && members->object()) {
        for (const auto& [name, value] : *members->object()) {
            const bool known = std::ranges::any_of(properties.members,
                                                   [&](const auto& m) { return m.first == name; });
            if (!known) properties.members.emplace_back(name, &value);
        }
    }
    if (const auto* names = schema.find("required"); always && names && names->array()) {
        for (const auto& name : *names->array()) properties.required.insert(shown(name));
    }
}

}  // namespace

Properties properties_of(const References& references, const json::Value& schema) {
    Properties properties;
    collect(references, schema, true, properties);
    return properties;
}

std::vector<std::string> types_in(const json::Value& schema) {
    std::vector<std::string> types;
    if (const auto* type = schema.find("type")) {
        if (type->string() != nullptr) types.push_back(*type->string());
        if (type->array() != nullptr) {
            for (const auto& one : *type->array()) types.push_back(shown(one));
        }
    } else if (const auto* values = schema.find("enum"); values && values->array()) {
        for (const auto& value : *values->array()) add_once(types, std::string(type_name(value)));
    } else if (const auto* value = schema.find("const")) {
        types.emplace_back(type_name(*value));
    } else if (schema.find("properties") != nullptr) {
        types.emplace_back("object");
    } else if (schema.find("items") != nullptr) {
        types.emplace_back("array");
    }
    return types;
}

std::string SchemaReader::type_of(const json::Value& part) const {
    const auto& schema = references_.follow(part);
    std::vector<std::string> words;
    for (const auto& type : types_in(schema)) {
        const auto* items = schema.find("items");
        const auto format = text_in(schema, "format");
        if (type == "array" && items != nullptr) {
            const auto of = type_of(*items);
            add_once(words, filled_plain(texts_.type_list_of, {{"type", of}}));
        } else if (!format.empty() && type != "null") {
            add_once(words, filled_plain(texts_.type_format, {{"type", type}, {"format", format}}));
        } else {
            add_once(words, type);
        }
    }
    for (const auto* combination : {"oneOf", "anyOf", "allOf"}) {
        const auto* parts = schema.find(combination);
        if (!words.empty() || parts == nullptr || parts->array() == nullptr) continue;
        for (const auto& one : *parts->array()) add_once(words, type_of(one));
    }
    if (words.empty()) words.emplace_back(texts_.type_any);
    std::string type;
    for (const auto& word : words) {
        if (!type.empty()) type += texts_.type_or;
        type += word;
    }
    return type;
}

std::string SchemaReader::component(const json::Value& schema) {
    if (auto name = References::name_in(schema); !name.empty()) return name;
    const auto* items = schema.find("items");
    return items == nullptr ? std::string() : References::name_in(*items);
}

Field SchemaReader::field(std::string name, const json::Value& part, const json::Value& about) {
    const auto& schema = references_.follow(part);
    Field field{.name = std::move(name), .type = type_of(part)};
    field.deprecated = is_true_in(about, "deprecated") || is_true_in(schema, "deprecated");
    field.limits = limits_of(schema, references_, texts_);
    field.description = text_in(about, "description");
    if (field.description.empty()) field.description = text_in(schema, "description");
    if (const auto* items = schema.find("items")) {
        const auto more = text_in(references_.follow(*items), "description");
        if (!more.empty()) field.description += "\n" + more;
    }
    for (const auto* source : {&about, &schema}) {
        if (!field.examples.empty()) break;
        for (const auto& example : examples_in(*source)) field.examples.push_back(shown(example));
    }
    return field;
}

std::vector<Field> SchemaReader::fields(const json::Value& schema) {
    std::vector<Field> fields;
    append_below(schema, "", fields);
    return fields;
}

void SchemaReader::append_fields(const json::Value& schema, const std::string& prefix,
                                 std::vector<Field>& fields) {
    const auto properties = properties_of(references_, schema);
    for (const auto& [name, value] : properties.members) {
        fields.push_back(field(prefix + name, *value, *value));
        fields.back().required = properties.required.contains(name);
        append_below(*value, prefix + name, fields);
    }
    const auto* others = references_.follow(schema).find("additionalProperties");
    if (others != nullptr && others->object() != nullptr) {
        fields.push_back(field(prefix + "*", *others, *others));
        append_below(*others, prefix + "*", fields);
    }
}

void SchemaReader::append_below(const json::Value& part, const std::string& name,
                                std::vector<Field>& fields) {
    const auto& schema = references_.follow(part);
    if (std::ranges::find(inside_, &schema) != inside_.end()) {
        // Data that holds itself is told of once, where it stands alone.
        if (!fields.empty()) fields.back().schema = component(part);
        return;
    }
    inside_.push_back(&schema);
    append_fields(schema, name.empty() ? "" : name + ".", fields);
    if (const auto* items = schema.find("items")) append_below(*items, name + "[]", fields);
    inside_.pop_back();
}

}  // namespace cartulary::web
