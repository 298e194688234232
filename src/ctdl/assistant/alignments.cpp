#include <algorithm>
#include <vector>

#include "base/text.h"
#include "ctdl/assistant/concept_names.h"
#include "ctdl/assistant/mapper.h"

namespace cartulary::ctdl::assistant {

namespace {

constexpr auto language_of_labels = "en-US";  // the vocabularies' own

json::Value in_language(std::string_view language, std::string_view text) {
    return json::Value(json::Object{{std::string(language), text_value(text)}});
}

// What of an object with a concept names it.
const std::string* text_naming(const json::Object& input) {
    for (const auto* name : {"TargetNode", "TargetNodeName", "Id", "Name"}) {
        const auto* value = member_of(input, name);
        if (value && value->string()) return value->string();
    }
    return nullptr;
}

const Concept* concept_in(const Property& property, std::string_view text) {
    for (const auto scheme : property.schemes) {
        if (const auto* known = find_concept(scheme, text)) return known;
    }
    return nullptr;
}

// Whether the property leads to things themselves, beside alignment objects about them.
bool leads_to_things(const Property& property) {
    return std::any_of(property.ranges.begin(), property.ranges.end(), [](std::string_view range) {
        return range != alignment_class && range != "skos:Concept" && find_class(range);
    });
}

}  // namespace

void Mapper::put_known_concept(Node& node, const Plan& plan, const Concept& known) {
    if (!has_range(*plan.property, alignment_class)) {
        return put(node, plan, text_value(known.name));
    }
    const auto* scheme = find_scheme(known.scheme);
    if (!count(5)) return;
    put(node, plan,
        json::Value(json::Object{
            {"@type", text_value(alignment_class)},
            {"ceterms:framework", text_value(expand(known.scheme).value_or(""))},
            {"ceterms:frameworkName", in_language(language_of_labels, scheme->label)},
            {"ceterms:targetNode", text_value(known.name)},
            {"ceterms:targetNodeName", in_language(language_of_labels, known.label)}}));
}

void Mapper::put_concept(Node& node, const Plan& plan, const json::Value& value) {
    const auto* input = value.object();
    const auto* text = input ? text_naming(*input) : value.string();
    if (!text) {
        problems_.error(path_, "must be a text");
        return;
    }
    const auto trimmed = text::trimmed(*text);
    if (const auto* known = concept_in(*plan.property, trimmed)) {
        return put_known_concept(node, plan, *known);
    }
    const bool is_foreign = input && member_of(*input, "Framework");
    if (is_foreign && has_range(*plan.property, alignment_class)) {
        return put_alignment(node, plan, value);
    }
    if (problems_.has_room()) {
        problems_.error(path_, unknown_concept_problem(plan.property->schemes, trimmed));
    }
}

void Mapper::put_aligned_text(Node& node, const Plan& plan, const std::string& language,
                              std::string_view written) {
    const auto text = text::trimmed(written);
    const bool is_reference = Ctid::parse(text) || text.starts_with("_:") ||
                              text.starts_with("http://") || text.starts_with("https://");
    const auto* known = text.find(':') == std::string_view::npos ? nullptr : find_concept("", text);
    if (known) return put_known_concept(node, plan, *known);
    if (is_reference && leads_to_things(*plan.property)) {
        return put(node, plan, json::Value(reference(*plan.property, text)));
    }
    if (!count(2)) return;
    json::Object made{{"@type", text_value(alignment_class)}};
    if (is_reference) {
        made.push_back({"ceterms:targetNode", json::Value(reference(*plan.property, text))});
    } else {
        made.push_back({"ceterms:targetNodeName", in_language(language, text)});
    }
    put(node, plan, json::Value(std::move(made)));
}

void Mapper::put_alignment(Node& node, const Plan& plan, const json::Value& value) {
    if (const auto* text = value.string()) return put_aligned_text(node, plan, language_, *text);
    const auto* input = value.object();
    if (!input) {
        problems_.error(path_, "must be a text or an object");
        return;
    }
    if (plan.by_language) {
        for_each_text(value, [&](const std::string& language, const json::Value& text) {
            if (text.string()) put_aligned_text(node, plan, language, *text.string());
        });
        return;
    }
    auto made = within(*input, {plan.part.input, alignment_class});
    const auto target = reference_to(identity_of(*input), *plan.property);
    if (!target.empty() && !made.has("ceterms:targetNode")) {
        made.put("ceterms:targetNode", {text_value(target), {"Id"}}, false);
    }
    if (!made.is_empty() && count(1)) {
        node.put(plan.property->name, std::move(made).take(), plan.is_list);
    }
}

void Mapper::put_code(Node& node, const Plan& plan, const json::Value& value) {
    const auto* text = value.string();
    const auto code = text ? std::string(text::trimmed(*text)) : json::text_of(value);
    const auto& codes = *plan.codes;
    if (!fits(code, codes.shape)) {
        problems_.error(path_, "must be a code of the " + std::string(codes.name) + ", written " +
                                   std::string(codes.shape));
        return;
    }
    if (!count(5)) return;
    const bool is_short = code.find('.') == std::string::npos;
    put(node, plan,
        json::Value(json::Object{
            {"@type", text_value(alignment_class)},
            {"ceterms:framework", text_value(codes.address)},
            {"ceterms:frameworkName", in_language(language_of_labels, codes.name)},
            {"ceterms:codedNotation", text_value(code)},
            {"ceterms:targetNode", text_value(std::string(codes.node) + code +
                                              (is_short ? std::string(codes.ending) : ""))}}));
}

void Mapper::put_framework(Node& node, const Plan& plan, const json::Value& value) {
    const auto* input = value.object();
    std::string address;
    if (const auto* text = value.string()) {
        address = reference(*plan.property, *text);
    } else if (input) {
        address = reference_to(identity_of(*input), *plan.property);
    }
    if (address.empty()) {
        problems_.error(path_, "must be the CTID or the address of a competency framework");
    } else if (count(2)) {
        put(node, plan,
            json::Value(json::Object{{"@type", text_value(alignment_class)},
                                     {"ceterms:framework", json::Value(std::move(address))}}));
    }
}

}  // namespace cartulary::ctdl::assistant
