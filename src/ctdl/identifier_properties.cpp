#include "ctdl/identifier_properties.h"

#include "base/text.h"
#include "ctdl/language_maps.h"
#include "ctdl/structure.h"

namespace cartulary::ctdl {

namespace {

void add_named(const json::Value& value, std::vector<Identifier>& identifiers) {
    if (const auto* array = value.array()) {
        for (const auto& element : *array) add_named(element, identifiers);
    } else if (const auto named = named_identifier(value)) {
        const auto scheme = named->type_name == uei_type_name
                                ? std::string(identifier_scheme::uei.name)
                                : text::lower_ascii(named->type_name);
        if (!scheme.empty()) identifiers.push_back({scheme, named->value});
    }
}

}  // namespace

std::optional<NamedIdentifier> named_identifier(const json::Value& node) {
    const auto* object = node.object();
    const auto* code = object ? member_of(*object, "ceterms:identifierValueCode") : nullptr;
    const auto value = code ? any_text_of(*code) : std::nullopt;
    if (!value) return std::nullopt;
    const auto* name = member_of(*object, "ceterms:identifierTypeName");
    return NamedIdentifier{name ? any_text_of(*name).value_or("") : "", *value};
}

std::vector<Identifier> identifiers_in(const json::Object& node) {
    std::vector<Identifier> identifiers;
    for (const auto& [property, scheme] : identifier_properties) {
        const auto* value = member_of(node, property);
        if (!value) continue;
        for (auto& [language, text] : texts_of(*value)) {
            identifiers.push_back({std::string(scheme), std::move(text)});
        }
    }
    if (const auto* named = member_of(node, "ceterms:identifier")) add_named(*named, identifiers);
    return identifiers;
}

}  // namespace cartulary::ctdl
