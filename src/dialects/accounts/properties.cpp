#include "dialects/accounts/properties.h"

#include <algorithm>

#include "base/text.h"

namespace cartulary::accounts {

const json::Value* Properties::find(std::string_view name) {
    const json::Value* found = nullptr;
    for (std::size_t i = 0; i < object_.size(); ++i) {
        if (!text::equal_ignoring_ascii_case(object_[i].name, name)) continue;
        asked_[i] = true;
        found = &object_[i].value;
    }
    return found && found->is_null() ? nullptr : found;
}

std::string Properties::text(std::string_view name, const std::string& field) {
    const auto* value = find(name);
    if (!value) return {};
    if (const auto* text = value->string()) return *text;
    notice(field, "must be text");
    return {};
}

std::vector<std::string> Properties::texts(std::string_view name, const std::string& field) {
    const auto* value = find(name);
    if (!value) return {};
    std::vector<std::string> texts;
    if (const auto* array = value->array()) {
        for (const auto& element : *array) {
            if (const auto* text = element.string()) {
                texts.push_back(*text);
            } else {
                notice(field, "must be a list of texts");
                return {};
            }
        }
        return texts;
    }
    notice(field, "must be a list of texts");
    return {};
}

bool Properties::boolean(std::string_view name, const std::string& field, bool otherwise) {
    const auto* value = find(name);
    if (!value) return otherwise;
    if (const auto* boolean = value->boolean()) return *boolean;
    notice(field, "must be true or false");
    return otherwise;
}

std::int64_t Properties::integer(std::string_view name, const std::string& field) {
    const auto* value = find(name);
    if (!value) return 0;
    if (const auto* integer = value->integer()) return *integer;
    notice(field, "must be a whole number");
    return 0;
}

std::vector<const json::Object*> Properties::objects(std::string_view name,
                                                     const std::string& field) {
    const auto* value = find(name);
    if (!value) return {};
    std::vector<const json::Object*> objects;
    const auto* array = value->array();
    if (!array) {
        notice(field, "must be a list of objects");
        return {};
    }
    for (const auto& element : *array) {
        if (element.is_null()) continue;
        if (!element.object()) {
            notice(field, "must be a list of objects");
            return {};
        }
        objects.push_back(element.object());
    }
    return objects;
}

void Properties::notice(const std::string& field, std::string problem) {
    const bool is_known = std::ranges::any_of(
        problems_, [&](const FieldProblem& known) { return known.field == field; });
    if (!is_known) problems_.push_back({field, std::move(problem)});
}

std::vector<std::string> Properties::unknown() const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < object_.size(); ++i) {
        if (!asked_[i]) names.push_back(object_[i].name);
    }
    return names;
}

}  // namespace cartulary::accounts
