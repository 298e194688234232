#include "app/import/ror_record.h"

#include <algorithm>
#include <charconv>

#include "app/import/ror.h"
#include "base/text.h"
#include "base/uuid.h"
#include "domain/country.h"

namespace cartulary::import {

namespace {

using Name = SourceOrganization::Name;
using Place = SourceOrganization::Place;

constexpr std::string_view ror_address = "https://ror.org/";
constexpr auto has_no_id = "has no ROR id";

// --- reading values, whose absence is an empty text ---------------------------------------------

std::string_view text_in(const json::Value& object, std::string_view name) {
    const auto* value = object.find(name);
    const auto* text = value ? value->string() : nullptr;
    return text ? text::trimmed(*text) : std::string_view();
}

const json::Array& list_in(const json::Value& object, std::string_view name) {
    static const json::Array none;
    const auto* value = object.find(name);
    return value && value->array() ? *value->array() : none;
}

std::vector<std::string> texts_in(const json::Value& object, std::string_view name) {
    std::vector<std::string> texts;
    for (const auto& value : list_in(object, name)) {
        if (value.string()) texts.emplace_back(text::trimmed(*value.string()));
    }
    return texts;
}

std::optional<double> number_in(const json::Value& object, std::string_view name) {
    const auto* value = object.find(name);
    if (value && value->integer()) return static_cast<double>(*value->integer());
    if (value && value->real()) return *value->real();
    return std::nullopt;
}

std::optional<double> number_of(std::string_view text) {
    double number = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || error != std::errc() || stop != end) return std::nullopt;
    return number;
}

std::optional<std::pair<double, double>> position_of(std::optional<double> latitude,
                                                     std::optional<double> longitude) {
    if (!latitude || !longitude) return std::nullopt;
    return std::pair(*latitude, *longitude);
}

std::string country_name(std::string_view code, std::string_view otherwise) {
    const auto* country = find_country(code);
    return std::string(country ? country->name : otherwise);
}

// --- what both schemas and the table have in common ---------------------------------------------

// Those that say the same as one of CTDL's types; "facility", "funder" and so on have none.
struct TypeMeaning {
    std::string_view type;
    std::optional<OrganizationType> organization_type;
    std::optional<Sector> sector;
};
constexpr TypeMeaning type_meanings[] = {
    {"company", OrganizationType::business, Sector::private_for_profit},
    {"education", OrganizationType::postsecondary, {}},
    {"government", OrganizationType::government, Sector::public_},
    {"nonprofit", {}, Sector::private_non_profit},
};

void read_types(const std::vector<std::string>& types, SourceOrganization& organization) {
    int sectors = 0;
    for (const auto& meaning : type_meanings) {
        const bool is_meant = std::ranges::any_of(types, [&](const std::string& type) {
            return text::equal_ignoring_ascii_case(type, meaning.type);
        });
        if (!is_meant) continue;
        if (meaning.organization_type) organization.types.push_back(*meaning.organization_type);
        if (!meaning.sector) continue;
        organization.sector = meaning.sector;
        ++sectors;
    }
    if (sectors > 1) organization.sector.reset();  // who knows which
}

struct IdentifierType {
    std::string_view written;  // by ROR
    std::string_view name;
};
constexpr IdentifierType identifier_types[] = {
    {"grid", "GRID"},       {"isni", "ISNI"},     {"wikidata", "Wikidata"},
    {"fundref", "FundRef"}, {"orgref", "OrgRef"}, {"cnrs", "CNRS"},
    {"hesa", "HESA"},       {"ukprn", "UKPRN"},   {"ucas", "UCAS"},
};

std::string identifier_name(std::string_view written) {
    for (const auto& type : identifier_types) {
        if (text::equal_ignoring_ascii_case(type.written, written)) return std::string(type.name);
    }
    return std::string(written);
}

void add_identifier(std::string_view type, std::string_view value,
                    SourceOrganization& organization) {
    SourceOrganization::Identifier identifier{identifier_name(type), std::string(value)};
    // The spaces are for people alone.
    if (identifier.type == "ISNI") std::erase(identifier.value, ' ');
    if (identifier.value.empty()) return;
    const bool is_known = std::ranges::any_of(organization.identifiers, [&](const auto& known) {
        return known.type == identifier.type && known.value == identifier.value;
    });
    if (!is_known) organization.identifiers.push_back(std::move(identifier));
}

// The preferred one first, then all; either is a text or a list.
void add_identifiers(std::string_view type, const json::Value& said,
                     SourceOrganization& organization) {
    add_identifier(type, text_in(said, "preferred"), organization);
    add_identifier(type, text_in(said, "all"), organization);
    for (const auto& value : texts_in(said, "all")) add_identifier(type, value, organization);
}

void read_relations(const json::Value& record, SourceOrganization& organization) {
    for (const auto& relation : list_in(record, "relationships")) {
        const auto type = text_in(relation, "type");
        const auto id = parse_ror_id(text_in(relation, "id"));
        if (!id) continue;
        if (text::equal_ignoring_ascii_case(type, "parent")) {
            organization.parents.push_back(ctid_of_ror_id(*id));
        } else if (text::equal_ignoring_ascii_case(type, "child")) {
            organization.children.push_back(ctid_of_ror_id(*id));
        }
    }
}

// What every form says first: which record it is, and whether it counts.
SourceRecord begun(std::string_view id, std::string_view status) {
    SourceRecord record;
    record.key = std::string(id);
    const auto ror_id = parse_ror_id(id);
    if (!ror_id) {
        record.problem = has_no_id;
        return record;
    }
    record.key = *ror_id;
    if (text::equal_ignoring_ascii_case(status, "withdrawn")) {
        record.left_out = "withdrawn by ROR";
        return record;
    }
    SourceOrganization organization{.key = *ror_id, .ctid = ctid_of_ror_id(*ror_id)};
    organization.has_ceased = text::equal_ignoring_ascii_case(status, "inactive");
    organization.same_as.push_back(*ror_id);
    organization.identifiers.push_back({"ROR", *ror_id});
    record.organization = std::move(organization);
    return record;
}

SourceRecord ended(SourceRecord record) {
    if (record.organization && record.organization->name.text.empty()) {
        record.organization.reset();
        record.problem = "has no name";
    }
    return record;
}

// --- schema 1 -----------------------------------------------------------------------------------

void read_first_schema(const json::Value& record, SourceOrganization& organization) {
    organization.name.text = text_in(record, "name");
    for (const auto& label : list_in(record, "labels")) {
        organization.labels.push_back(
            {std::string(text_in(label, "label")), std::string(text_in(label, "iso639"))});
    }
    for (const auto* list : {"aliases", "acronyms"}) {
        for (auto& text : texts_in(record, list)) {
            organization.alternates.push_back({std::move(text), ""});
        }
    }
    const auto links = texts_in(record, "links");
    if (!links.empty()) organization.website = links.front();
    if (const auto page = text_in(record, "wikipedia_url"); !page.empty()) {
        organization.same_as.emplace_back(page);
    }
    if (const auto* external = record.find("external_ids"); external && external->object()) {
        for (const auto& [type, said] : *external->object()) {
            add_identifiers(type, said, organization);
        }
    }
    const auto* country = record.find("country");
    for (const auto& address : list_in(record, "addresses")) {
        Place place;
        place.city = text_in(address, "city");
        place.region = text_in(address, "state");
        if (const auto* city = address.find("geonames_city"); city && place.region.empty()) {
            const auto* region = city->find("geonames_admin1");
            if (region) place.region = text_in(*region, "name");
        }
        if (country) {
            place.country =
                country_name(text_in(*country, "country_code"), text_in(*country, "country_name"));
        }
        place.position = position_of(number_in(address, "lat"), number_in(address, "lng"));
        organization.places.push_back(std::move(place));
    }
}

// --- schema 2 -----------------------------------------------------------------------------------

void read_name(const json::Value& said, SourceOrganization& organization) {
    Name name{std::string(text_in(said, "value")), std::string(text_in(said, "lang"))};
    if (name.text.empty()) return;
    const auto kinds = texts_in(said, "types");
    const auto is = [&](std::string_view kind) {
        return std::ranges::find(kinds, kind) != kinds.end();
    };
    if (is("ror_display")) {
        organization.name = std::move(name);
    } else if (is("label")) {
        organization.labels.push_back(std::move(name));
    } else {
        organization.alternates.push_back(std::move(name));
    }
}

void read_second_schema(const json::Value& record, SourceOrganization& organization) {
    for (const auto& name : list_in(record, "names")) read_name(name, organization);
    for (const auto& link : list_in(record, "links")) {
        const auto address = text_in(link, "value");
        if (text_in(link, "type") == "website") {
            if (organization.website.empty()) organization.website = address;
        } else if (!address.empty()) {
            organization.same_as.emplace_back(address);
        }
    }
    for (const auto& said : list_in(record, "external_ids")) {
        add_identifiers(text_in(said, "type"), said, organization);
    }
    for (const auto& location : list_in(record, "locations")) {
        const auto* details = location.find("geonames_details");
        if (!details) continue;
        Place place;
        place.city = text_in(*details, "name");
        place.region = text_in(*details, "country_subdivision_name");
        place.country =
            country_name(text_in(*details, "country_code"), text_in(*details, "country_name"));
        place.position = position_of(number_in(*details, "lat"), number_in(*details, "lng"));
        organization.places.push_back(std::move(place));
    }
}

}  // namespace

SourceRecord ror_record(const json::Value& value) {
    auto record = begun(text_in(value, "id"), text_in(value, "status"));
    if (!record.organization) return record;
    auto& organization = *record.organization;
    if (value.find("names")) {
        read_second_schema(value, organization);
    } else {
        read_first_schema(value, organization);
    }
    read_types(texts_in(value, "types"), organization);
    read_relations(value, organization);
    const auto* year = value.find("established");
    if (year && year->integer()) organization.founding_date = std::to_string(*year->integer());
    return ended(std::move(record));
}

SourceRecord ror_row(const PackedTable& table) {
    auto record = begun(table.cell("ror_id"), table.cell("status"));
    if (!record.organization) return record;
    auto& organization = *record.organization;
    organization.name.text = table.cell("name");
    organization.website = table.cell("website");
    if (const auto page = table.cell("wikipedia"); !page.empty()) {
        organization.same_as.emplace_back(page);
    }
    for (const auto* type : {"grid", "isni", "wikidata", "fundref"}) {
        add_identifier(type, table.cell(type), organization);
    }
    organization.founding_date = table.cell("established");
    Place place;
    place.city = table.cell("city");
    place.region = table.cell("admin1");
    place.country = country_name(table.cell("country"), table.cell("country"));
    place.position = position_of(number_of(table.cell("lat")), number_of(table.cell("lng")));
    organization.places.push_back(std::move(place));
    std::vector<std::string> types;
    for (auto rest = table.cell("types"); !rest.empty();) {
        const auto end = std::min(rest.find('|'), rest.size());
        types.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    read_types(types, organization);
    return ended(std::move(record));
}

Checked<std::string> parse_ror_id(std::string_view text) {
    text = text::trimmed(text);
    if (text.starts_with(ror_address)) text.remove_prefix(ror_address.size());
    // Crockford's base 32, without i, l, o and u, and two digits to check it.
    const auto lower = text::lower_ascii(text);
    const bool is_id =
        lower.size() == 9 && lower.front() == '0' &&
        lower.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz") == std::string::npos;
    if (!is_id) return problem("must be a ROR id, for example https://ror.org/03yrm5c26");
    return std::string(ror_address) + lower;
}

Ctid ctid_of_ror_id(std::string_view ror_id) {
    return Ctid(Uuid::named(url_namespace, ror_id));
}

}  // namespace cartulary::import
