#include "ctdl/vocabulary.h"

#include "base/text.h"
#include "ctdl/vocabulary_index.h"

namespace cartulary::ctdl {

std::span<const Class> classes() {
    return vocabulary().classes;
}

std::span<const Property> properties() {
    return vocabulary().properties;
}

std::span<const Scheme> schemes() {
    return vocabulary().schemes;
}

const Class* find_class(std::string_view text) {
    return vocabulary().class_names.find(text);
}

const Property* find_property(std::string_view text) {
    return vocabulary().property_names.find(text);
}

const Scheme* find_scheme(std::string_view text) {
    return vocabulary().scheme_names.find(text);
}

const Concept* find_concept(std::string_view scheme, std::string_view text) {
    if (scheme.empty()) {
        const auto has_prefix = text.find(':') != std::string_view::npos;
        return has_prefix ? vocabulary().concept_names.find(text) : nullptr;
    }
    const auto* within = find_scheme(scheme);
    if (!within || within->concepts.empty()) return nullptr;
    const auto name = compact(text::trimmed(text));
    const auto first = within->concepts.front().name;
    const auto prefix = std::string(first.substr(0, first.find(':') + 1));
    for (const auto& full : {name, prefix + name}) {
        const auto* found = vocabulary().concept_names.find(full);
        if (found && found->scheme == within->name) return found;
    }
    const auto& labels = vocabulary().concept_labels;
    const auto found = labels.find(std::string(within->name) + "\n" + text::folded(name));
    return found == labels.end() ? nullptr : found->second;
}

bool is_a(std::string_view class_name, std::string_view ancestor) {
    return vocabulary().is_a(class_name, ancestor);
}

bool has_property(std::string_view class_name, const Property& property) {
    const auto* relation = vocabulary().relation(property);
    const auto number = vocabulary().class_number(class_name);
    return relation && number ? relation->has[*number] : property.domains.empty();
}

bool takes_class(const Property& property, std::string_view class_name) {
    const auto* relation = vocabulary().relation(property);
    const auto number = vocabulary().class_number(class_name);
    return relation && number ? relation->takes[*number] : property.ranges.empty();
}

bool is_top_level(std::string_view class_name) {
    static const auto& ctid = *find_property("ceterms:ctid");
    return vocabulary().class_number(class_name) && has_property(class_name, ctid);
}

bool is_organization(std::string_view class_name) {
    return is_a(class_name, "ceterms:Organization");
}

bool is_credential(std::string_view class_name) {
    return is_a(class_name, "ceterms:Credential");
}

}  // namespace cartulary::ctdl
