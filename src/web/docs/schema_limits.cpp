#include "web/docs/schema_limits.h"

#include "web/html.h"

namespace cartulary::web {

namespace {

// 1000000 is hard to read; 1,000,000 is not.
std::string number_in(const json::Value& schema, std::string_view member) {
    const auto* value = schema.find(member);
    if (value == nullptr) return {};
    auto digits = json::text_of(*value);
    if (value->integer() == nullptr) return digits;
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (auto at = digits.size(); at > first + 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

void add_counts(const json::Value& schema, std::string_view least_name, std::string_view most_name,
                std::string_view unit, const Texts& texts, std::vector<std::string>& limits) {
    const auto least = number_in(schema, least_name);
    const auto most = number_in(schema, most_name);
    if (least.empty() && most.empty()) return;
    const auto wording = least.empty()   ? texts.limit_most
                         : most.empty()  ? texts.limit_least
                         : least == most ? texts.limit_exactly
                                         : texts.limit_between;
    limits.push_back(filled_plain(wording, {{"least", least}, {"most", most}, {"unit", unit}}));
}

void add_range(const json::Value& schema, const Texts& texts, std::vector<std::string>& limits) {
    const auto least = number_in(schema, "minimum");
    const auto most = number_in(schema, "maximum");
    const auto above = number_in(schema, "exclusiveMinimum");
    const auto below = number_in(schema, "exclusiveMaximum");
    if (!least.empty() || !most.empty()) {
        const auto wording = least.empty()  ? texts.limit_number_most
                             : most.empty() ? texts.limit_number_least
                                            : texts.limit_number_between;
        limits.push_back(filled_plain(wording, {{"least", least}, {"most", most}}));
    }
    if (!above.empty()) limits.push_back(filled_plain(texts.limit_above, {{"least", above}}));
    if (!below.empty()) limits.push_back(filled_plain(texts.limit_below, {{"most", below}}));
}

void add_values(const json::Value& schema, const Texts& texts, std::vector<std::string>& limits) {
    std::vector<json::Value> values;
    if (const auto* one = schema.find("const")) values.push_back(*one);
    if (const auto* list = schema.find("enum"); list && list->array()) values = *list->array();
    if (values.empty()) return;
    std::string all;
    for (const auto& value : values) all += (all.empty() ? "`" : ", `") + shown(value) + "`";
    limits.push_back(filled_plain(values.size() == 1 ? texts.limit_always : texts.limit_one_of,
                                  {{"values", all}}));
}

}  // namespace

std::vector<std::string> limits_of(const json::Value& schema, const References& references,
                                   const Texts& texts) {
    std::vector<std::string> limits;
    add_values(schema, texts, limits);
    add_counts(schema, "minLength", "maxLength", texts.unit_characters, texts, limits);
    add_counts(schema, "minItems", "maxItems", texts.unit_items, texts, limits);
    add_range(schema, texts, limits);
    if (const auto pattern = text_in(schema, "pattern"); !pattern.empty()) {
        limits.push_back(filled_plain(texts.limit_pattern, {{"pattern", pattern}}));
    }
    if (is_true_in(schema, "uniqueItems")) limits.emplace_back(texts.limit_unique);
    if (const auto* items = schema.find("items")) {
        for (const auto& limit : limits_of(references.follow(*items), references, texts)) {
            limits.push_back(filled_plain(texts.limit_each, {{"limit", limit}}));
        }
    }
    if (const auto* value = schema.find("default")) {
        const auto text = shown(*value);
        limits.push_back(filled_plain(texts.limit_default, {{"value", text}}));
    }
    return limits;
}

}  // namespace cartulary::web
