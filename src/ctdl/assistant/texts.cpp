#include "base/text.h"
#include "ctdl/assistant/mapper.h"
#include "ctdl/assistant/step.h"
#include "ctdl/value_forms.h"

namespace cartulary::ctdl::assistant {

namespace {

constexpr std::size_t tag_told_max = 40;  // bytes
constexpr auto texts_problem = "must be a text, a list of texts, or texts by language";

}  // namespace

void Mapper::for_each_text(
    const json::Value& value,
    const std::function<void(const std::string&, const json::Value&)>& visit) {
    const auto* by_language = value.object();
    if (!by_language) {
        each(value, [&](const json::Value& one) {
            if (one.object()) {
                for_each_text(one, visit);
            } else {
                visit(language_, one);
            }
        });
        return;
    }
    // One of a list of {"Language", "Value"}.
    const auto* language = member_of(*by_language, "Language");
    const auto* text = member_of(*by_language, "Value");
    if (language && language->string() && text && text->string()) {
        visit(*language->string(), *text);
        return;
    }
    for (const auto& [tag, texts] : *by_language) {
        if (!is_given(texts)) continue;
        const Step step(path_, tag.substr(0, tag_told_max));
        if (!is_language_tag(tag)) {
            problems_.error(path_, "must be a language tag, for example en-US");
            continue;
        }
        if (texts.object()) {
            problems_.error(path_, "must be a text or a list of texts");
            continue;
        }
        each(texts, [&, &known = tag](const json::Value& one) { visit(known, one); });
    }
}

void Mapper::put_text(Node& node, const Plan& plan, const std::string& language,
                      const json::Value& value) {
    if (!count(1)) return;
    if (const auto* text = value.string()) {
        node.put_text(plan.property->name, language, *text, spot(), plan.is_list);
    } else if (value.integer() || value.real()) {
        node.put_text(plan.property->name, language, json::text_of(value), spot(), plan.is_list);
    } else {
        problems_.error(path_, texts_problem);
    }
}

void Mapper::put_texts(Node& node, const Plan& plan, const json::Value& value) {
    auto told = plan;
    const auto* array = value.array();
    if (array && array->size() > 1 && !plan.property->takes_one) told.is_list = true;
    for_each_text(value, [&](const std::string& language, const json::Value& one) {
        put_text(node, told, language, one);
    });
}

// The second line goes on after the first.
void Mapper::put_street(Node& node, const Plan& plan, const json::Value& value,
                        const json::Object& input) {
    const auto* second = member_of(input, "Address2");
    const auto* line = value.string();
    if (!line || !second || !second->string()) return put_texts(node, plan, value);
    put_text(node, plan, language_,
             text_value(std::string(text::trimmed(*line)) + ", " + *second->string()));
}

}  // namespace cartulary::ctdl::assistant
