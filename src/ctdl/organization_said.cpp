#include "ctdl/organization_said.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ctdl/address_places.h"
#include "ctdl/identifier_properties.h"
#include "ctdl/language_maps.h"
#include "ctdl/structure.h"
#include "domain/country.h"
#include "domain/phone_number.h"

namespace cartulary::ctdl {

namespace {

std::optional<std::string> first_text(const json::Object& node, std::string_view property) {
    const auto* value = member_of(node, property);
    return value ? any_text_of(*value) : std::nullopt;
}

std::optional<std::string> unless_empty(std::string text) {
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::string joined(const std::string& first, const std::string& second,
                   std::string_view separator) {
    if (first.empty() || second.empty()) return first + second;
    return first + std::string(separator) + second;
}

OrganizationSaid::Place place_said(const json::Object& node) {
    const auto text = [&](std::string_view property) {
        return std::string(text::trimmed(first_text(node, property).value_or("")));
    };
    OrganizationSaid::Place place{text("ceterms:streetAddress"), text("ceterms:addressLocality"),
                                  text("ceterms:addressRegion"), text("ceterms:postalCode"),
                                  text("ceterms:addressCountry")};
    const auto* country = find_country(place.country);
    place.country = country ? std::string(country->alpha_2) : std::string();
    return place;
}

void notice(std::string path, std::string text, OrganizationSaid& said) {
    if (said.problems.size() >= problems_max) return;
    said.problems.push_back({Problem::Severity::warning, std::move(path), std::move(text)});
}

void add_phones(const json::Object& contact, OrganizationSaid& said) {
    constexpr auto property = "ceterms:telephone";
    const auto* value = member_of(contact, property);
    if (!value) return;
    auto& phones = said.phones;
    for (const auto& written : texts_of(*value)) {
        const auto number = parse_phone_number(written.text);
        if (!number) {
            notice(property, number.error(), said);
        } else if (phones.size() >= phones_said_max) {
            notice(property, "must be at most " + std::to_string(phones_said_max), said);
        } else if (std::find(phones.begin(), phones.end(), *number) == phones.end()) {
            phones.push_back(*number);
        }
    }
}

// The concepts that a property names, directly or by alignment objects.
std::vector<std::string> concepts_in(const json::Value* value, const BlankNodes& blanks) {
    std::vector<std::string> concepts;
    const auto add = [&](const json::Value& one) {
        if (one.string() && !is_blank(*one.string())) concepts.push_back(*one.string());
    };
    if (value && value->array()) {
        for (const auto& element : *value->array()) add(element);
    } else if (value) {
        add(*value);
    }
    for (const auto* alignment : nodes_in(value, blanks)) {
        const auto target = text_of(*alignment, "ceterms:targetNode");
        if (!target.empty()) concepts.emplace_back(target);
    }
    return concepts;
}

// Where CTDL writes identifiers of this scheme; empty where they are not public.
std::string property_of(std::string_view scheme) {
    for (const auto& [property, its_scheme] : identifier_properties) {
        if (its_scheme == scheme) return std::string(property);
    }
    return scheme == identifier_scheme::uei.name ? "ceterms:identifier" : "";
}

void add_identifier(const Identifier& identifier, OrganizationSaid& said) {
    const auto& [scheme_name, value] = identifier;
    const auto* scheme = find_identifier_scheme(scheme_name);
    if (!scheme || property_of(scheme_name).empty()) return;
    auto parsed = parse_identifier(*scheme, value);
    auto& values = said.identifiers[scheme_name];
    if (!parsed) {
        notice(property_of(scheme_name), parsed.error(), said);
    } else if (values.size() >= identifiers_said_max) {
        notice(property_of(scheme_name), "must be at most " + std::to_string(identifiers_said_max),
               said);
    } else if (std::find(values.begin(), values.end(), *parsed) == values.end()) {
        values.push_back(*std::move(parsed));
    }
    if (values.empty()) said.identifiers.erase(scheme_name);
}

}  // namespace

std::vector<const json::Object*> nodes_in(const json::Value* value, const BlankNodes& blanks) {
    std::vector<const json::Object*> found;
    const auto add = [&](const json::Value& one) {
        if (one.object()) found.push_back(one.object());
        if (!one.string() || !is_blank(*one.string())) return;
        const auto named = blanks.find(*one.string());
        if (named != blanks.end()) found.push_back(named->second);
    };
    if (value && value->array()) {
        for (const auto& element : *value->array()) add(element);
    } else if (value) {
        add(*value);
    }
    return found;
}

bool is_address(const json::Object& place) {
    return place_said(place) != OrganizationSaid::Place{};
}

OrganizationSaid said_by(const Document& document) {
    const auto blanks = blank_nodes_of(document.nodes());
    const auto& node = document.nodes().front();
    OrganizationSaid said;
    said.name = first_text(node, "ceterms:name");
    said.description = first_text(node, "ceterms:description");
    if (const auto website = text_of(node, "ceterms:subjectWebpage"); !website.empty()) {
        said.website = website;
    }
    said.email = first_text(node, "ceterms:email");
    for (const auto* place : nodes_in(member_of(node, "ceterms:address"), blanks)) {
        if (!said.address && is_address(*place)) said.address = place_said(*place);
        const auto* contacts = member_of(*place, "ceterms:targetContactPoint");
        for (const auto* contact : nodes_in(contacts, blanks)) add_phones(*contact, said);
    }
    for (const auto& name : concepts_in(member_of(node, "ceterms:agentType"), blanks)) {
        const auto type = organization_types.find(name);
        if (type && std::find(said.types.begin(), said.types.end(), *type) == said.types.end()) {
            said.types.push_back(*type);
        }
    }
    for (const auto& name : concepts_in(member_of(node, "ceterms:agentSectorType"), blanks)) {
        if (!said.sector) said.sector = sectors.find(name);
    }
    for (const auto& identifier : identifiers_in(node)) add_identifier(identifier, said);
    return said;
}

OrganizationSaid said_by(const OrganizationDraft& draft) {
    OrganizationSaid said;
    said.name = unless_empty(draft.name);
    said.description = unless_empty(draft.description);
    said.website = unless_empty(draft.website);
    said.email = unless_empty(draft.email);
    const auto& address = draft.address;
    OrganizationSaid::Place place{joined(address.street, address.street_2, ", "), address.city,
                                  address.region, address.postal_code, address.country};
    if (place != OrganizationSaid::Place{}) said.address = std::move(place);
    for (const auto& [number, extension] : draft.phones) {
        auto phone = joined(number, extension, " x");
        if (!number.empty()) said.phones.push_back(std::move(phone));
    }
    said.types = draft.types;
    said.sector = draft.sector;
    for (const auto& identifier : draft.identifiers) add_identifier(identifier, said);
    return said;
}

}  // namespace cartulary::ctdl
