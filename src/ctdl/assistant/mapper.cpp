#include "ctdl/assistant/mapper.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ctdl/assistant/step.h"

namespace cartulary::ctdl::assistant {

namespace {

constexpr std::string_view id_names[] = {"id", "atid", "@id", "ctdlid", "blanknodeid", "bnodeid"};
constexpr std::string_view type_names[] = {"type", "attype", "@type", "ctdltype",
                                           "pathwaycomponenttype"};
constexpr std::size_t identity_name_length_max = 20;

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

enum class Role { ctid, id, type, none };

Role role_of(std::string_view name) {
    if (name.size() > identity_name_length_max) return Role::none;
    const auto lower_name = text::lower_ascii(name);
    if (lower_name == "ctid") return Role::ctid;
    if (is_one_of(lower_name, id_names)) return Role::id;
    if (is_one_of(lower_name, type_names)) return Role::type;
    return Role::none;
}

}  // namespace

Identity identity_of(const json::Object& input) {
    Identity identity;
    for (const auto& member : input) {
        const auto role = role_of(member.name);
        const auto* text = member.value.string();
        if (role == Role::none || !text || text::is_blank(*text)) continue;
        const auto trimmed = text::trimmed(*text);
        if (role == Role::ctid) {
            identity.ctid = trimmed;
            identity.ctid_name = member.name;
        } else if (role == Role::id) {
            identity.id = trimmed;
        } else {
            identity.type = trimmed;
            identity.type_name = member.name;
        }
    }
    return identity;
}

bool is_given(const json::Value& value) {
    if (value.is_null()) return false;
    if (const auto* text = value.string()) return !text::is_blank(*text);
    if (const auto* array = value.array()) return !array->empty();
    if (const auto* object = value.object()) return !object->empty();
    return true;
}

const json::Value* member_of(const json::Object& input, std::string_view name) {
    const json::Value* found = nullptr;
    for (const auto& member : input) {
        if (text::equal_ignoring_ascii_case(member.name, name)) found = &member.value;
    }
    return found && is_given(*found) ? found : nullptr;
}

std::string_view class_named(std::string_view text) {
    const auto* known = find_class(text);
    if (!known) return {};
    // What clients call by the name of the concept behind it.
    if (known->name == "ceterms:Assessment") return "ceterms:AssessmentProfile";
    if (known->name == "ceterms:LearningOpportunity") return "ceterms:LearningOpportunityProfile";
    return known->name;
}

std::string Mapper::spot() const {
    const auto from = base_ < path_.size() && path_[base_] == '.' ? base_ + 1 : base_;
    return path_.substr(from);
}

bool Mapper::count(std::size_t values) {
    values_ += values;
    if (values_ > values_max && !is_full_) {
        is_full_ = true;
        problems_.error("", "has more than " + std::to_string(values_max) +
                                " values, as many as one document may have");
    }
    return !is_full_;
}

void Mapper::put(Node& node, const Plan& plan, json::Value value) {
    if (count(1)) node.put(plan.property->name, {std::move(value), {spot()}}, plan.is_list);
}

void Mapper::each(const json::Value& value, const Visit& visit) {
    const auto* array = value.array();
    if (!array) {
        visit(value);
        return;
    }
    for (std::size_t i = 0; i < array->size() && !is_full_; ++i) {
        const auto& element = (*array)[i];
        if (!is_given(element)) continue;
        const Step step(path_, i);
        if (element.array()) {
            problems_.error(path_, "must not be a list within a list");
        } else {
            visit(element);
        }
    }
}

void Mapper::fill(Node& node, const json::Object& input, const Kind& kind) {
    std::vector<std::pair<const Plan*, const json::Member*>> stated;
    for (const auto& member : input) {
        if (role_of(member.name) != Role::none || !is_given(member.value)) continue;
        const auto* plan = plans_.find(kind, member.name);
        if (!plan) {
            const Step step(path_, member.name.substr(0, 100));
            problems_.warn(
                path_, "is not known of " + std::string(kind.ctdl_class) + ", and was left out");
            continue;
        }
        if (plan->meaning == Meaning::nothing) continue;
        // Of a property that is written twice the last counts.
        const auto known = std::find_if(stated.begin(), stated.end(),
                                        [&](const auto& each) { return each.first == plan; });
        if (known == stated.end()) {
            stated.emplace_back(plan, &member);
        } else {
            known->second = &member;
        }
    }
    for (const auto& [plan, member] : stated) {
        const Step step(path_, member->name);
        state(node, *plan, member->value, input);
    }
}

void Mapper::state(Node& node, const Plan& plan, const json::Value& value,
                   const json::Object& input) {
    const auto with = [&](void (Mapper::*put_one)(Node&, const Plan&, const json::Value&)) {
        each(value, [&](const json::Value& one) { (this->*put_one)(node, plan, one); });
    };
    switch (plan.meaning) {
        case Meaning::texts: return put_texts(node, plan, value);
        case Meaning::street: return put_street(node, plan, value, input);
        case Meaning::plain: return with(&Mapper::put_plain);
        case Meaning::reference: {
            auto around = std::exchange(put_targets_, {});
            with(&Mapper::put_reference);
            put_targets_ = std::move(around);
            return;
        }
        case Meaning::part: return with(&Mapper::put_part);
        case Meaning::concept_: return with(&Mapper::put_concept);
        case Meaning::alignment: return with(&Mapper::put_alignment);
        case Meaning::codes: return with(&Mapper::put_code);
        case Meaning::framework: return with(&Mapper::put_framework);
        case Meaning::costs: return with(&Mapper::put_costs);
        case Meaning::class_name: return with(&Mapper::put_class);
        case Meaning::assertions:
            return each(value, [&](const json::Value& one) { put_assertions(node, one); });
        case Meaning::by_rule:
        case Meaning::nothing: return;
    }
}

Node Mapper::within(const json::Object& input, const Kind& kind) {
    Node node(spot());
    node.put("@type", {text_value(kind.ctdl_class), {}}, false);
    if (++depth_ > nesting_max) {
        problems_.error(path_, "stands in more than " + std::to_string(nesting_max) +
                                   " others, one in another");
    } else {
        const auto base = std::exchange(base_, path_.size());
        fill(node, input, kind);
        base_ = base;
    }
    --depth_;
    return node;
}

void Mapper::put_ctid(Node& node, const Ctid& ctid, const std::string& name) {
    node.put("@id", {text_value(address_of(ctid)), {name}}, false);
    node.put("ceterms:ctid", {text_value(ctid.text()), {name}}, false);
}

void Mapper::fill_whole(Node& node, const json::Object& input, const Kind& kind,
                        const std::string& path) {
    const auto around = std::exchange(path_, path);
    const auto base = std::exchange(base_, path.size());
    const auto depth = std::exchange(depth_, 0);
    if (count(2)) fill(node, input, kind);
    path_ = around;
    base_ = base;
    depth_ = depth;
}

Node Mapper::subject(const json::Object& input, const Kind& kind, const std::string& path,
                     const std::string& type_name) {
    const auto identity = identity_of(input);
    const auto ctid = Ctid::parse(identity.ctid);
    if (!ctid) {
        problems_.error(path + '.' + identity.ctid_name,
                        identity.ctid.empty() ? "is required" : std::string(ctid_problem));
    }
    // With some CTID all else that is wrong can be found too.
    static const auto stand_in = *Ctid::parse("ce-00000000-0000-4000-8000-000000000000");
    Node node(path);
    put_ctid(node, ctid.value_or(stand_in), identity.ctid_name);
    node.put("@type", {text_value(kind.ctdl_class), {type_name}}, false);
    fill_whole(node, input, kind, path);
    return node;
}

Node Mapper::whole(const json::Object& input, const Kind& kind, const std::string& path) {
    const auto identity = identity_of(input);
    Node node(path);
    if (const auto ctid = Ctid::parse(identity.ctid)) {
        put_ctid(node, *ctid, identity.ctid_name);
    } else {
        if (!identity.ctid.empty()) {
            problems_.error(path + '.' + identity.ctid_name, std::string(ctid_problem));
        }
        const bool is_named = identity.id.starts_with("_:");
        node.put("@id", {text_value(is_named ? identity.id : new_blank_id()), {}}, false);
    }
    node.put("@type", {text_value(kind.ctdl_class), {identity.type_name}}, false);
    fill_whole(node, input, kind, path);
    return node;
}

void Mapper::offer(const json::Object& input, const Kind& kind, const std::string& path) {
    const std::string id(identity_of(input).id);
    if (!offers_.emplace(id, Offer{&input, kind, path}).second) {
        problems_.error(path + ".Id", "stands twice");
        return;
    }
    offered_.push_back(id);
}

std::string Mapper::new_blank_id() {
    return "_:described" + std::to_string(++blanks_);
}

std::vector<Made> Mapper::take_rest(bool tell_unused) {
    while (!referred_.empty() && !is_full_) {
        const auto offer = offers_.find(referred_.front());
        referred_.pop_front();
        if (offer == offers_.end()) continue;
        const auto& [input, kind, path] = offer->second;
        auto node = whole(*input, kind, path).take();
        made_.push_back(std::move(node));
    }
    for (const auto& id : offered_) {
        if (!tell_unused || is_full_ || seen_.contains(id)) continue;
        problems_.warn(offers_.at(id).path, "is referred to by nothing, and was left out");
    }
    return std::move(made_);
}

}  // namespace cartulary::ctdl::assistant
