#include "dialects/litmos/organization_texts.h"

#include <algorithm>
#include <stdexcept>

#include "base/json.h"
#include "base/text.h"
#include "domain/country.h"
#include "domain/phone_number.h"

namespace cartulary::litmos {

namespace {

constexpr auto dialect = "litmos";
constexpr auto texts_member = "texts";
constexpr auto is_tax_exempt_member = "is_tax_exempt";
constexpr auto notifies_member = "notifies_super_user";

using Draft = OrganizationDraft;

template <auto member>
std::string get(const Draft& draft) {
    return draft.*member;
}
template <auto member>
bool set(Draft& draft, const std::string& value) {
    draft.*member = value;
    return true;
}
template <auto member>
std::string get_address(const Draft& draft) {
    return draft.address.*member;
}
template <auto member>
bool set_address(Draft& draft, const std::string& value) {
    draft.address.*member = value;
    return true;
}

template <const IdentifierScheme& scheme>
std::string get_identifier(const Draft& draft) {
    return std::string(identifier_of(draft, scheme.name));
}

void set_identifier(Draft& draft, const IdentifierScheme& scheme, const std::string& value) {
    std::erase_if(draft.identifiers, [&](const auto& one) { return one.scheme == scheme.name; });
    if (!value.empty()) draft.identifiers.push_back({std::string(scheme.name), value});
}

// What is wrong with it is for the domain to say.
bool set_key(Draft& draft, const std::string& value) {
    set_identifier(draft, identifier_scheme::litmos_key, value);
    return true;
}

bool set_external_id(Draft& draft, const std::string& value) {
    set_identifier(draft, identifier_scheme::litmos_external_id,
                   text::is_blank(value) ? std::string() : value);
    return true;
}

// Longer than an identifier may be, or with lines, it is this interface's alone.
bool set_tax_exempt_id(Draft& draft, const std::string& value) {
    const auto parsed = parse_identifier(identifier_scheme::tax_exempt, value);
    const bool understood = parsed && *parsed == value;
    set_identifier(draft, identifier_scheme::tax_exempt, understood ? value : std::string());
    return understood;
}

// Others write regions by their names: "Maine" is "ME" here.
std::string get_region(const Draft& draft) {
    constexpr std::size_t code_characters = 2;
    const auto& [street, street_2, city, region, postal_code, country] = draft.address;
    if (text::length(region) <= code_characters) return region;
    for (const std::string_view code :
         {std::string_view(country), std::string_view("US"), std::string_view("CA")}) {
        if (!country.empty() && code != country) break;
        const auto* known = find_country(code);
        const auto* part = known ? find_subdivision(*known, region) : nullptr;
        if (part && part->part().size() == code_characters) return std::string(part->part());
    }
    return {};
}

std::string get_phone(const Draft& draft) {
    return draft.phones.empty() ? std::string() : draft.phones.front().number;
}

// The second phone stays the second.
bool set_phone(Draft& draft, const std::string& value) {
    auto& phones = draft.phones;
    const bool understood = !value.empty() && parse_phone_number(value).has_value();
    if (understood && phones.empty()) {
        phones.push_back({value, {}});
    } else if (understood) {
        phones.front() = {value, {}};
    } else if (phones.size() > 1) {
        phones.front() = {};
    } else {
        phones.clear();
    }
    return understood;
}

constexpr OrganizationText all_texts[] = {
    {"Key", "identifiers.litmos.key", 100, true, false,
     get_identifier<identifier_scheme::litmos_key>, set_key},
    {"Name", "name", 210, true, false, get<&Draft::name>, set<&Draft::name>},
    {"Type", "Type", 50},
    {"ExternalId", "identifiers.litmos.external_id", 50, false, false,
     get_identifier<identifier_scheme::litmos_external_id>, set_external_id},
    {"City", "address.city", 200, false, false, get_address<&Address::city>,
     set_address<&Address::city>},
    {"Country", "address.country", 2, false, false, get_address<&Address::country>,
     set_address<&Address::country>},
    {"PostalCode", "address.postal_code", 40, false, false, get_address<&Address::postal_code>,
     set_address<&Address::postal_code>},
    {"Street1", "address.street", 200, false, false, get_address<&Address::street>,
     set_address<&Address::street>},
    {"Street2", "address.street_2", 200, false, false, get_address<&Address::street_2>,
     set_address<&Address::street_2>},
    {"Phone", "phones[0]", 50, false, false, get_phone, set_phone},
    {"StateProvince", "address.region", 2, false, false, get_region, set_address<&Address::region>},
    {"AccountingCode", "AccountingCode", 50},
    {"Comments", "Comments", 1024, false, true},
    // The document's answer has 200 for these eight; what was sent is not cut.
    {"CustomDetail1", "CustomDetail1", 1024, false, true},
    {"CustomDetail2", "CustomDetail2", 1024, false, true},
    {"CustomDetail3", "CustomDetail3", 1024, false, true},
    {"CustomDetail4", "CustomDetail4", 1024, false, true},
    {"CustomDetail5", "CustomDetail5", 1024, false, true},
    {"CustomDetail6", "CustomDetail6", 1024, false, true},
    {"CustomDetail7", "CustomDetail7", 1024, false, true},
    {"CustomDetail8", "CustomDetail8", 1024, false, true},
    // And 50 for this one.
    {"TaxExemptId", "identifiers.tax_exempt", 1024, false, true,
     get_identifier<identifier_scheme::tax_exempt>, set_tax_exempt_id},
};

}  // namespace

std::span<const OrganizationText> organization_texts() {
    return all_texts;
}

Particulars particulars_of(const OrganizationDraft& draft) {
    Particulars particulars;
    const auto found = draft.particulars.find(dialect);
    if (found == draft.particulars.end()) return particulars;
    const auto value = json::parse(found->second);
    if (!value) throw std::runtime_error("the particulars of an organization are not JSON");
    const auto is_true = [&](std::string_view name) {
        const auto* member = value->find(name);
        return member && member->boolean() && *member->boolean();
    };
    particulars.is_tax_exempt = is_true(is_tax_exempt_member);
    particulars.notifies_super_user = is_true(notifies_member);
    const auto* texts = value->find(texts_member);
    if (!texts || !texts->object()) return particulars;
    for (const auto& [name, text] : *texts->object()) {
        if (text.string()) particulars.texts[name] = *text.string();
    }
    return particulars;
}

void put_particulars(OrganizationDraft& draft, const Particulars& particulars) {
    json::Writer writer;
    writer.begin_object().key(texts_member).begin_object();
    for (const auto& [name, text] : particulars.texts) writer.member(name, text);
    writer.end_object()
        .member(is_tax_exempt_member, particulars.is_tax_exempt)
        .member(notifies_member, particulars.notifies_super_user)
        .end_object();
    draft.particulars[dialect] = writer.take();
}

std::string text_of(const OrganizationText& text, const OrganizationDraft& draft,
                    const Particulars& particulars) {
    if (text.get) {
        if (auto shared = text.get(draft); !shared.empty()) return shared;
    }
    const auto found = particulars.texts.find(text.name);
    return found == particulars.texts.end() ? std::string() : found->second;
}

void set_text(const OrganizationText& text, OrganizationDraft& draft, Particulars& particulars,
              const std::string& value) {
    const bool shared = text.set && text.set(draft, value);
    if (shared || value.empty()) {
        particulars.texts.erase(std::string(text.name));
    } else {
        particulars.texts[std::string(text.name)] = value;
    }
}

}  // namespace cartulary::litmos
