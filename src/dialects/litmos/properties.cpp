#include "dialects/litmos/properties.h"

#include "base/text.h"
#include "dialects/litmos/dates.h"

namespace cartulary::litmos {

namespace {

std::optional<bool> boolean_of(const json::Value& value) {
    if (const auto* boolean = value.boolean()) return *boolean;
    if (const auto* integer = value.integer()) {
        if (*integer == 0 || *integer == 1) return *integer == 1;
    }
    if (const auto* text = value.string()) {
        if (*text == "1" || text::equal_ignoring_ascii_case(*text, "true")) return true;
        if (*text == "0" || text::equal_ignoring_ascii_case(*text, "false")) return false;
    }
    return std::nullopt;
}

bool is_nothing(const json::Value* value) {
    return !value || value->is_null() || (value->string() && value->string()->empty());
}

}  // namespace

const json::Value* Properties::find(std::string_view name) const {
    const json::Value* found = nullptr;
    for (const auto& [known, value] : object_) {
        if (text::equal_ignoring_ascii_case(known, name)) found = &value;
    }
    return found;
}

std::optional<std::string> Properties::text(std::string_view name, const std::string& field) {
    const auto* value = find(name);
    if (!value) return std::nullopt;
    if (value->is_null()) return "";
    if (const auto* text = value->string()) return *text;
    problems_.push_back({field, "must be text"});
    return "";
}

std::optional<bool> Properties::boolean(std::string_view name, const std::string& field) {
    const auto* value = find(name);
    if (is_nothing(value)) return std::nullopt;
    const auto boolean = boolean_of(*value);
    if (!boolean) problems_.push_back({field, "must be true or false"});
    return boolean;
}

std::optional<Timestamp> Properties::date(std::string_view name, const std::string& field) {
    const auto* value = find(name);
    if (is_nothing(value)) return std::nullopt;
    const auto* text = value->string();
    const auto date = parse_date(text ? *text : "");
    if (date) return *date;
    problems_.push_back({field, date.error()});
    return std::nullopt;
}

}  // namespace cartulary::litmos
