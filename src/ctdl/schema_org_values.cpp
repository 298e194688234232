#include "ctdl/schema_org_values.h"

#include <algorithm>
#include <array>

#include "ctdl/document.h"
#include "ctdl/identifier_properties.h"
#include "ctdl/language_maps.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl::schema_org {

namespace {

using json::Value;
using json::Writer;

constexpr auto name_properties = std::to_array<std::string_view>(
    {"ceterms:name", "ceasn:name", "ceterms:targetNodeName", "skos:prefLabel",
     "ceasn:competencyLabel", "ceasn:competencyText"});
constexpr auto address_properties =
    std::to_array<std::string_view>({"ceterms:targetNode", "ceterms:subjectWebpage", "@id"});

// Who gives out numbers and has a page about each.
struct Giver {
    std::string_view name;
    std::string_view before;  // the number, in the address of its page
};
constexpr auto givers = std::to_array<Giver>({
    {"ROR", "https://ror.org/"},
    {"Wikidata", "https://www.wikidata.org/wiki/"},
    {"ISNI", "https://isni.org/isni/"},
});

bool is_web_address(std::string_view text) {
    return text.starts_with("https://") || text.starts_with("http://");
}

bool is_blank_id(std::string_view id) {
    return id.starts_with("_:");
}

std::string quoted(std::string_view text) {
    Writer writer;
    writer.value(text);
    return writer.take();
}

// A number as it is written, with a type or without; empty where there is none.
std::string number_of(const Value* value) {
    if (!value) return {};
    if (const auto* typed = value->find("@value")) value = typed;
    if (const auto* text = value->string()) return *text;
    return value->integer() || value->real() ? json::text_of(*value) : std::string();
}

void write_unless_empty(Writer& writer, std::string_view name, std::string_view text) {
    if (!text.empty()) writer.member(name, text);
}

Writer begun(std::string_view type) {
    Writer writer;
    writer.begin_object().member("@type", type);
    return writer;
}

}  // namespace

// --- what stands there --------------------------------------------------------------------------

Values::Nodes Values::values(const Value& node, std::string_view property) const {
    const auto* value = node.find(property);
    if (!value) return {};
    Nodes all;
    const auto add = [&](const Value& each) {
        const auto* id = each.string();
        const auto* blank = id && is_blank_id(*id) ? thing_.node_with(*id) : nullptr;
        all.push_back(blank ? blank : &each);
    };
    const auto* several = value->array();
    if (!several) {
        add(*value);
        return all;
    }
    for (const auto& each : *several) {
        if (all.size() == limits_.values) break;
        add(each);
    }
    return all;
}

Values::Nodes Values::values_at(const Value& node, std::string_view way) const {
    const auto dot = way.find('.');
    auto here = values(node, way.substr(0, dot));
    if (dot == std::string_view::npos) return here;
    Nodes all;
    for (const auto* within : here) {
        const auto further = values(*within, way.substr(dot + 1));
        all.insert(all.end(), further.begin(), further.end());
    }
    return all;
}

// The beginning of a text that is too long, without half a character at its end.
std::string Values::kept(std::string_view text) const {
    if (text.size() <= limits_.text_bytes) return std::string(text);
    auto end = limits_.text_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end)) + "…";
}

std::string Values::first_text(const Value& node, std::string_view property) const {
    const auto* value = node.find(property);
    const auto text = value ? any_text_of(*value) : std::nullopt;
    return text ? kept(*text) : std::string();
}

// What a reference, an alignment, a concept or a node is called.
std::string Values::name_of(const Value& value) const {
    if (const auto* address = value.string()) {
        if (const auto* node = thing_.node_with(*address)) return name_of(*node);
        if (const auto ctid = ctid_in(own_path(*address, thing_.addresses))) {
            return kept(thing_.name_of(*ctid));
        }
        if (const auto* known = find_concept("", *address)) return std::string(known->label);
        if (const auto* known = find_class(*address)) return std::string(known->label);
        return {};
    }
    for (const auto property : name_properties) {
        if (auto name = first_text(value, property); !name.empty()) return name;
    }
    return {};
}

// Where it is found; empty where it is nowhere.
std::string Values::address_of(const Value& value) const {
    if (const auto* address = value.string()) {
        if (is_web_address(*address)) return *address;
        return find_concept("", *address) ? expand(*address).value_or("") : std::string();
    }
    for (const auto property : address_properties) {
        const auto* target = value.find(property);
        const auto* address = target ? target->string() : nullptr;
        if (!address || is_blank_id(*address)) continue;
        if (auto found = address_of(*target); !found.empty()) return found;
    }
    return {};
}

// --- what it becomes ----------------------------------------------------------------------------

std::vector<std::string> Values::at(const Value& node, std::string_view way, Form form) const {
    if (form == Form::text) return texts(node, way);
    std::vector<std::string> all;
    for (const auto* each : values_at(node, way)) {
        if (auto json = value(*each, form); !json.empty()) all.push_back(std::move(json));
    }
    return all;
}

std::vector<std::string> Values::texts(const Value& node, std::string_view way) const {
    std::vector<std::string> all;
    const auto* value = node.find(way);
    if (!value) return all;
    for (const auto& [language, text] : texts_of(*value)) {
        if (all.size() == limits_.values) break;
        if (language.empty() || language == unknown_language) {
            all.push_back(quoted(kept(text)));
            continue;
        }
        Writer writer;
        writer.begin_object().member("@language", language).member("@value", kept(text));
        all.push_back(writer.end_object().take());
    }
    return all;
}

std::string Values::value(const Value& value, Form form) const {
    switch (form) {
        case Form::text: break;  // texts()
        case Form::plain: {
            const auto plain = number_of(&value);
            return plain.empty() ? plain : quoted(kept(plain));
        }
        case Form::address: {
            const auto address = address_of(value);
            return address.empty() ? address : quoted(address);
        }
        case Form::label: {
            const auto name = name_of(value);
            return name.empty() ? name : quoted(name);
        }
        case Form::term: return term(value, "DefinedTerm", "termCode");
        case Form::competency: return term(value, "DefinedTerm", "termCode");
        case Form::category: return term(value, "CategoryCode", "codeValue");
        case Form::organization: return named(value, "Organization");
        case Form::credential: return named(value, "EducationalOccupationalCredential");
        case Form::duration: return duration(value);
        case Form::credits: return credits(value);
        case Form::offer: return offer(value);
        case Form::postal: return postal(value);
        case Form::position: return position(value);
        case Form::identifier: return identifier(value);
        case Form::profile: return profile(value);
    }
    return {};
}

std::string Values::named(const Value& value, std::string_view type) const {
    const auto name = name_of(value);
    const auto address = address_of(value);
    if (name.empty() && address.empty()) return {};
    auto writer = begun(type);
    const auto* reference = value.string();
    if (reference && !address.empty()) writer.member("@id", address);
    write_unless_empty(writer, "name", name);
    write_unless_empty(writer, "url", address);
    return writer.end_object().take();
}

std::string Values::term(const Value& value, std::string_view type,
                         std::string_view code_property) const {
    const auto name = name_of(value);
    const auto address = address_of(value);
    if (name.empty() && address.empty()) return {};
    auto writer = begun(type);
    write_unless_empty(writer, "name", name);
    write_unless_empty(writer, "url", address);
    write_unless_empty(writer, code_property, first_text(value, "ceterms:codedNotation"));
    return writer.end_object().take();
}

std::string Values::duration(const Value& profile) const {
    const auto exact = number_of(profile.find("ceterms:exactDuration"));
    return exact.empty() ? exact : quoted(exact);
}

std::string Values::credits(const Value& profile) const {
    auto writer = begun("QuantitativeValue");
    bool says_much = false;
    for (const auto& [from, to] :
         {std::pair{"schema:value", "value"}, std::pair{"schema:minValue", "minValue"},
          std::pair{"schema:maxValue", "maxValue"}}) {
        const auto number = number_of(profile.find(from));
        says_much = says_much || !number.empty();
        write_unless_empty(writer, to, number);
    }
    if (!says_much) return {};
    const auto units = values(profile, "ceterms:creditUnitType");
    if (!units.empty()) write_unless_empty(writer, "unitText", name_of(*units.front()));
    return writer.end_object().take();
}

std::string Values::offer(const Value& cost) const {
    const auto price = number_of(cost.find("ceterms:price"));
    const auto details = values(cost, "ceterms:costDetails");
    if (price.empty() && details.empty()) return {};
    auto writer = begun("Offer");
    write_unless_empty(writer, "name", first_text(cost, "ceterms:name"));
    write_unless_empty(writer, "description", first_text(cost, "ceterms:description"));
    const auto types = values(cost, "ceterms:directCostType");
    if (!types.empty()) write_unless_empty(writer, "category", name_of(*types.front()));
    write_unless_empty(writer, "price", price);
    write_unless_empty(writer, "priceCurrency", first_text(cost, "ceterms:currency"));
    if (!details.empty()) write_unless_empty(writer, "url", address_of(*details.front()));
    return writer.end_object().take();
}

std::string Values::postal(const Value& place) const {
    auto writer = begun("PostalAddress");
    bool says_much = false;
    for (const auto& [from, to] : {std::pair{"ceterms:streetAddress", "streetAddress"},
                                   std::pair{"ceterms:postOfficeBoxNumber", "postOfficeBoxNumber"},
                                   std::pair{"ceterms:addressLocality", "addressLocality"},
                                   std::pair{"ceterms:addressRegion", "addressRegion"},
                                   std::pair{"ceterms:postalCode", "postalCode"},
                                   std::pair{"ceterms:addressCountry", "addressCountry"}}) {
        const auto text = first_text(place, from);
        says_much = says_much || !text.empty();
        write_unless_empty(writer, to, text);
    }
    return says_much ? writer.end_object().take() : std::string();
}

std::string Values::position(const Value& place) const {
    const auto latitude = number_of(place.find("ceterms:latitude"));
    const auto longitude = number_of(place.find("ceterms:longitude"));
    if (latitude.empty() || longitude.empty()) return {};
    auto writer = begun("Place");
    write_unless_empty(writer, "name", first_text(place, "ceterms:name"));
    writer.key("geo").begin_object().member("@type", "GeoCoordinates");
    writer.member("latitude", latitude).member("longitude", longitude).end_object();
    return writer.end_object().take();
}

std::string Values::identifier(const Value& number) const {
    const auto known = named_identifier(number);
    if (!known) return {};
    auto writer = begun("PropertyValue");
    write_unless_empty(writer, "propertyID", kept(known->type_name));
    writer.member("value", kept(known->value));
    return writer.end_object().take();
}

std::string Values::profile(const Value& number) const {
    const auto known = named_identifier(number);
    if (!known) return {};
    const auto giver = std::ranges::find(givers, known->type_name, &Giver::name);
    if (giver == givers.end()) return {};
    auto code = known->value;
    std::erase(code, ' ');
    if (code.starts_with(giver->before)) return quoted(code);
    const bool is_plain =
        std::ranges::all_of(code, [](unsigned char c) { return std::isalnum(c) != 0; });
    return is_plain ? quoted(std::string(giver->before) + code) : std::string();
}

}  // namespace cartulary::ctdl::schema_org
