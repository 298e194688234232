#include <algorithm>

#include "base/text.h"
#include "ctdl/assistant/mapper.h"
#include "ctdl/assistant/step.h"
#include "domain/web_address.h"

namespace cartulary::ctdl::assistant {

namespace {

bool is_class(std::string_view range) {
    return find_class(range) != nullptr && range != "skos:Concept" && range != alignment_class;
}

// The one class that all others of the property's range are of; empty where there is none.
std::string_view class_of_range(const Property& property) {
    for (const auto range : property.ranges) {
        const bool is_all =
            is_class(range) && std::all_of(property.ranges.begin(), property.ranges.end(),
                                           [&](std::string_view other) {
                                               return !is_class(other) || is_a(other, range);
                                           });
        if (is_all) return class_named(range);
    }
    return {};
}

// A credential is always of some kind of credential.
bool is_abstract(std::string_view class_name) {
    return class_name == "ceterms:Credential" || class_name == "ceterms:Degree";
}

bool needs_webpage(std::string_view class_name) {
    return is_organization(class_name) || is_credential(class_name) ||
           is_a(class_name, "ceterms:AssessmentProfile") ||
           is_a(class_name, "ceterms:LearningOpportunityProfile");
}

}  // namespace

// The text of a reference as documents write it: a CTID's address, another address, a blank node.
std::string Mapper::reference(const Property& property, std::string_view written) {
    const auto text = text::trimmed(written);
    if (const auto ctid = Ctid::parse(text)) return address_of(*ctid);
    if (text.starts_with("_:")) {
        std::string id(text);
        if (seen_.insert(id).second) referred_.push_back(id);
        return id;
    }
    if (has_range(property, "xsd:anyURI") && text.find(':') == std::string_view::npos) {
        if (const auto address = parse_web_address(text); address && address->scheme_added) {
            problems_.warn(path_, "had no scheme; https:// was put before it");
            return address->text;
        }
    }
    return std::string(text);
}

// Empty where the identity names nothing.
std::string Mapper::reference_to(const Identity& identity, const Property& property) {
    if (identity.ctid.empty()) {
        return identity.id.empty() ? std::string() : reference(property, identity.id);
    }
    if (const auto ctid = Ctid::parse(identity.ctid)) return address_of(*ctid);
    const Step step(path_, identity.ctid_name);
    problems_.error(path_, std::string(ctid_problem));
    return std::string();
}

Kind Mapper::kind_of_described(const Identity& identity, const Plan& plan) {
    auto type = identity.type.empty() ? class_of_range(*plan.property) : class_named(identity.type);
    if (type.empty() && !identity.type.empty()) {
        const Step step(path_, identity.type_name);
        problems_.error(path_,
                        '"' + std::string(identity.type.substr(0, 100)) + "\" is no class of CTDL");
    } else if (type.empty() || is_abstract(type)) {
        problems_.error(path_,
                        "needs a CTID, or a Type that is a class of CTDL such as "
                        "ceterms:Certificate");
        type = {};
    } else if (identity.type.empty() && is_organization(type)) {
        problems_.warn(path_, "has no Type, and was taken as " + std::string(type));
    }
    const auto* input = plan.part.input ? plan.part.input : input_class_of(type);
    return {input, type};
}

void Mapper::require_description(const Node& node, std::string_view class_name) {
    const bool is_named = node.has("ceterms:name") || node.has("ceasn:name") ||
                          node.has("skos:prefLabel") || node.has("ceasn:competencyText") ||
                          node.has("ceasn:competencyLabel");
    const auto* name = find_property("ceterms:name");
    if (!is_named && has_property(class_name, *name)) {
        problems_.error(path_ + ".Name", "is required of what has no CTID");
    }
    if (needs_webpage(class_name) && !node.has("ceterms:subjectWebpage")) {
        problems_.error(path_ + ".SubjectWebpage", "is required of what has no CTID");
    }
}

// {"Type", "Name", "SubjectWebpage"} becomes a blank node; its id, or nothing.
std::string Mapper::refer_to_described(const json::Object& input, const Identity& identity,
                                       const Plan& plan) {
    // Clients send a Type alone where they mean nothing.
    const bool says_more = std::any_of(input.begin(), input.end(), [&](const json::Member& member) {
        return is_given(member.value) && member.name != identity.type_name &&
               !member.value.boolean();
    });
    if (!says_more) return {};
    const auto kind = kind_of_described(identity, plan);
    if (kind.ctdl_class.empty() || !count(1)) return {};
    if (depth_ + 1 > nesting_max) {
        problems_.error(path_, "stands in more than " + std::to_string(nesting_max) +
                                   " others, one in another");
        return {};
    }
    const auto around = depth_;
    const auto base = base_;
    base_ = path_.size();
    depth_ = around + 1;
    Node node(path_);
    auto id = new_blank_id();
    node.put("@id", {text_value(id), {}}, false);
    node.put("@type", {text_value(kind.ctdl_class), {identity.type_name}}, false);
    fill(node, input, kind);
    require_description(node, kind.ctdl_class);
    base_ = base;
    depth_ = around;
    made_.push_back(std::move(node).take());
    return id;
}

void Mapper::put_reference(Node& node, const Plan& plan, const json::Value& value) {
    std::string target;
    if (const auto* text = value.string()) {
        target = reference(*plan.property, *text);
    } else if (const auto* input = value.object()) {
        const auto identity = identity_of(*input);
        target = reference_to(identity, *plan.property);
        if (target.empty() && identity.ctid.empty()) {
            target = refer_to_described(*input, identity, plan);
        }
    } else {
        problems_.error(path_,
                        "must be a CTID, an address, or an object with a CTID, or with "
                        "Type, Name and SubjectWebpage");
    }
    // What a list names twice it means once.
    if (target.empty() || !put_targets_.insert(target).second) return;
    put(node, plan, json::Value(std::move(target)));
}

void Mapper::put_class(Node& node, const Plan& plan, const json::Value& value) {
    const auto* text = value.string();
    const auto known = text ? class_named(text::trimmed(*text)) : std::string_view();
    if (known.empty()) {
        problems_.error(path_, "must be a class of CTDL");
    } else {
        put(node, plan, text_value(known));
    }
}

}  // namespace cartulary::ctdl::assistant
