#include <algorithm>
#include <set>

#include "base/text.h"
#include "ctdl/assistant/mapper.h"
#include "ctdl/assistant/step.h"

namespace cartulary::ctdl::assistant {

namespace {

// The kind that an object says it is, where it may be that; else the one that is expected.
Kind kind_within(const Identity& identity, const Plan& plan) {
    const auto said = identity.type.empty() ? std::string_view() : class_named(identity.type);
    if (said.empty() || said == plan.part.ctdl_class) return plan.part;
    if (!is_a(said, plan.part.ctdl_class) && !has_range(*plan.property, said)) return plan.part;
    return {plan.part.input ? plan.part.input : input_class_of(said), said};
}

bool says_only_which(const json::Object& input, const Identity& identity) {
    return std::none_of(input.begin(), input.end(), [&](const json::Member& member) {
        const auto* text = member.value.string();
        return is_given(member.value) && !member.value.boolean() &&
               !(text &&
                 (text::trimmed(*text) == identity.ctid || text::trimmed(*text) == identity.id ||
                  text::trimmed(*text) == identity.type));
    });
}

}  // namespace

void Mapper::put_part(Node& node, const Plan& plan, const json::Value& value) {
    if (const auto* text = value.string()) {
        return put(node, plan, json::Value(reference(*plan.property, *text)));
    }
    const auto* input = value.object();
    const auto* amount_value = find_property("schema:value");
    const bool is_amount = value.integer() || value.real();
    if (is_amount && has_property(plan.part.ctdl_class, *amount_value)) {
        const json::Object amount{{"Value", value}};
        return put_part(node, plan, json::Value(amount));
    }
    if (!input) {
        problems_.error(path_, "must be an object");
        return;
    }
    const auto identity = identity_of(*input);
    const bool is_named = !identity.ctid.empty() || !identity.id.empty();
    if (is_named && says_only_which(*input, identity)) {
        if (auto target = reference_to(identity, *plan.property); !target.empty()) {
            put(node, plan, json::Value(std::move(target)));
        }
        return;
    }
    const auto kind = kind_within(identity, plan);
    const auto ctid = Ctid::parse(identity.ctid);
    if (ctid && has_property(kind.ctdl_class, *find_property("ceterms:ctid"))) {
        // It stands by itself in the graph.
        auto made = whole(*input, kind, path_).take();
        made_.push_back(std::move(made));
        return put(node, plan, text_value(address_of(*ctid)));
    }
    auto made = within(*input, kind);
    if (!made.is_empty() && count(1)) {
        node.put(plan.property->name, std::move(made).take(), plan.is_list);
    }
}

// CTDL has no items of costs: each is a cost profile, with what is said of all of them.
void Mapper::put_cost_items(Node& node, const Plan& plan, const Node& profile,
                            const json::Value& items) {
    const auto bytes = json::text_of(Node(profile).take().value).size();
    const auto profile_size = path_.size();
    const Step step(path_, "CostItems");
    each(items, [&](const json::Value& item) {
        const auto* input = item.object();
        if (!input) {
            problems_.error(path_, "must be an object");
            return;
        }
        copied_bytes_ += bytes;
        if (copied_bytes_ > document_bytes_max) {
            is_full_ = true;
            problems_.error(path_, "makes the document larger than " +
                                       std::to_string(document_bytes_max) + " bytes");
        }
        if (!count(1)) return;
        auto whole = profile;
        whole.absorb(within(*input, {find_input_class("CostProfileItem"), plan.part.ctdl_class}),
                     path_.substr(profile_size + 1));
        node.put(plan.property->name, std::move(whole).take(), plan.is_list);
    });
}

void Mapper::put_costs(Node& node, const Plan& plan, const json::Value& value) {
    const auto* input = value.object();
    if (!input) return put_part(node, plan, value);
    auto profile = within(*input, plan.part);
    const auto* items = member_of(*input, "CostItems");
    if (!items) {
        if (!profile.is_empty() && count(1)) {
            node.put(plan.property->name, std::move(profile).take(), plan.is_list);
        }
        return;
    }
    put_cost_items(node, plan, profile, *items);
}

// {"AssertedBy", "AssertsApprovedIn": true, "Jurisdiction"}: one property for each that is true.
void Mapper::put_assertions(Node& node, const json::Value& value) {
    const auto* input = value.object();
    const auto* jurisdiction = input ? member_of(*input, "Jurisdiction") : nullptr;
    if (!jurisdiction || !jurisdiction->object()) {
        problems_.error(path_, "must be an object with a Jurisdiction");
        return;
    }
    auto whole = *jurisdiction->object();
    if (const auto* by = member_of(*input, "AssertedBy")) whole.push_back({"AssertedBy", *by});
    constexpr std::string_view beginning = "asserts";
    std::set<std::string_view> asserted;
    for (const auto& [name, is_so] : *input) {
        const auto lower_name = text::lower_ascii(name);
        if (!lower_name.starts_with(beginning) || !is_so.boolean() || !*is_so.boolean()) continue;
        const auto* property = find_property("ceterms:" + lower_name.substr(beginning.size()));
        if (!property || !has_range(*property, "ceterms:JurisdictionProfile")) continue;
        if (!asserted.insert(property->name).second) continue;
        const Step step(path_, "Jurisdiction");
        put_part(node,
                 {.meaning = Meaning::part,
                  .property = property,
                  .is_list = true,
                  .part = {find_input_class("JurisdictionProfile"), "ceterms:JurisdictionProfile"}},
                 json::Value(whole));
    }
}

}  // namespace cartulary::ctdl::assistant
