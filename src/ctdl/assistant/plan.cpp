#include "ctdl/assistant/plan.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.h"

namespace cartulary::ctdl::assistant {

namespace {

constexpr std::size_t name_length_max = 100;

using ByLocalName = std::unordered_map<std::string, std::vector<const Property*>>;

// Properties by what stands behind their prefix, in lower case: several vocabularies have a "name".
const ByLocalName& by_local_name() {
    static const auto made = [] {
        ByLocalName names;
        for (const auto& each : properties()) {
            const auto local = each.name.substr(each.name.find(':') + 1);
            names[text::lower_ascii(local)].push_back(&each);
        }
        return names;
    }();
    return made;
}

// Whether a class that this input may be of has the property.
bool may_be_had(const InputClass& input, const Property& property) {
    return std::any_of(classes().begin(), classes().end(), [&](const Class& each) {
        return is_a(each.name, input.ctdl_class) && has_property(each.name, property);
    });
}

// The one of these properties that the class has. One that any class may have only where the
// clients' model has it, or QData, which has no schema; one that this class should not have only
// where another kind of the same thing has it, so that it can be told.
const Property* property_for(const Kind& kind, const std::string& lower_name) {
    if (lower_name.find(':') != std::string::npos) {
        const auto* term = find_property(lower_name);
        return term && has_property(kind.ctdl_class, *term) ? term : nullptr;
    }
    const auto found = by_local_name().find(lower_name);
    if (found == by_local_name().end()) return nullptr;
    const bool is_declared = kind.input && kind.input->find(lower_name);
    const Property* of_any = nullptr;
    const Property* of_another = nullptr;
    for (const auto* each : found->second) {
        if (has_property(kind.ctdl_class, *each)) {
            if (!each->domains.empty()) return each;
            const bool is_qdata =
                kind.ctdl_class.starts_with("qdata:") && each->name.starts_with("qdata:");
            if (is_qdata || (is_declared && !of_any)) of_any = each;
        } else if (is_declared && may_be_had(*kind.input, *each)) {
            of_another = each;
        }
    }
    return of_any ? of_any : of_another;
}

bool is_class(std::string_view name) {
    return name.find(':') != std::string_view::npos && !name.starts_with("xsd:") &&
           !name.starts_with("rdf:") && !name.starts_with("rdfs:");
}

// The class whose objects stand within, by the property's range alone.
std::string_view class_within(const Property& property) {
    if (has_range(property, "ceterms:ConditionProfile")) return "ceterms:ConditionProfile";
    if (has_range(property, alignment_class)) return alignment_class;
    const bool leads_elsewhere = std::any_of(property.ranges.begin(), property.ranges.end(),
                                             [](auto range) { return is_top_level(range); });
    for (const auto range : property.ranges) {
        if (!leads_elsewhere && is_class(range) && range != "skos:Concept") return range;
    }
    return {};
}

void plan_reference(const Property& property, const InputProperty* declared, Plan& plan) {
    const auto told = declared ? declared->input_class : std::string_view();
    const auto* input = told.empty() ? nullptr : find_input_class(told);
    plan.part = {input, input ? input->ctdl_class : std::string_view()};
    if (!input) {
        plan.part.ctdl_class = class_within(property);
        plan.part.input = input_class_of(plan.part.ctdl_class);
    }
    if (plan.part.ctdl_class.empty()) {
        plan.meaning = Meaning::reference;
    } else {
        plan.meaning = plan.part.ctdl_class == alignment_class ? Meaning::alignment : Meaning::part;
    }
}

void plan_by_rule(const Property& property, const InputProperty* declared, Plan& plan) {
    if (!property.schemes.empty()) {
        plan.meaning = Meaning::concept_;
        plan.part = {find_input_class("CredentialAlignmentObject"), alignment_class};
    } else if (property.datatype == Datatype::language_map) {
        plan.meaning = Meaning::texts;
    } else if (property.datatype == Datatype::reference) {
        plan_reference(property, declared, plan);
    } else {
        plan.meaning = Meaning::plain;
    }
}

std::optional<Plan> plan_of(const Kind& kind, const std::string& lower_name) {
    const auto input_name = kind.input ? kind.input->name : std::string_view();
    const auto* exception = find_exception(input_name, lower_name);
    Plan plan;
    if (exception && exception->term.empty()) {
        plan.meaning = exception->meaning;
        return plan;
    }
    if (exception) {
        plan.property = find_property(exception->term);
        if (!plan.property || !has_property(kind.ctdl_class, *plan.property)) {
            const auto local = exception->term.substr(exception->term.find(':') + 1);
            const auto* other = property_for(kind, text::lower_ascii(local));
            plan.property = other;
        }
    } else {
        plan.property = property_for(kind, lower_name);
    }
    if (!plan.property) return std::nullopt;
    const auto* declared = kind.input ? kind.input->find(lower_name) : nullptr;
    plan.is_list = (declared ? declared->is_list : true) && !plan.property->takes_one;
    plan_by_rule(*plan.property, declared, plan);
    if (exception && exception->meaning != Meaning::by_rule) plan.meaning = exception->meaning;
    if (plan.meaning == Meaning::codes) plan.codes = find_code_framework(lower_name);
    if (plan.meaning == Meaning::costs) {
        plan.part = {find_input_class("CostProfile"), "ceterms:CostProfile"};
    }
    return plan;
}

// "name" of "namelangmap"; empty where the name does not end so.
std::string without_map(const std::string& lower_name) {
    for (const std::string_view ending : {"_langmap", "langmap", "_map", "map"}) {
        if (lower_name.size() > ending.size() && lower_name.ends_with(ending)) {
            return lower_name.substr(0, lower_name.size() - ending.size());
        }
    }
    return {};
}

}  // namespace

const Plan* Plans::find(const Kind& kind, std::string_view name) {
    if (name.size() > name_length_max) return nullptr;
    auto lower_name = text::lower_ascii(name);
    auto key = lower_name + '\n' + std::string(kind.ctdl_class) + '\n' +
               std::string(kind.input ? kind.input->name : std::string_view());
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second.get();
    auto plan = plan_of(kind, lower_name);
    if (const auto base = without_map(lower_name); !plan && !base.empty()) {
        plan = plan_of(kind, base);
        if (plan && plan->meaning != Meaning::texts && plan->meaning != Meaning::alignment &&
            plan->meaning != Meaning::street) {
            plan.reset();
        }
        if (plan) plan->by_language = true;
    }
    if (!plan) return nullptr;
    return known_.emplace(std::move(key), std::make_unique<Plan>(*plan)).first->second.get();
}

bool has_range(const Property& property, std::string_view class_name) {
    return std::find(property.ranges.begin(), property.ranges.end(), class_name) !=
           property.ranges.end();
}

}  // namespace cartulary::ctdl::assistant
