#include <utility>

#include "base/text.h"
#include "ctdl/assistant/exceptions.h"
#include "ctdl/identifier_properties.h"
#include "ctdl/templates/entry_reader.h"
#include "ctdl/templates/values.h"
#include "domain/country.h"
#include "domain/identifier.h"
#include "domain/phone_number.h"

// The fields for which plain input has something else than a member of their name.
namespace cartulary::ctdl::templates {

namespace {

constexpr std::string_view own_code_type_name = "Coded Notation";

// Only digits and what stands between them in codes.
bool looks_like_a_code(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789.-") == std::string_view::npos;
}

std::string_view codes_of(const Field& field) {
    if (field.name == "OccupationType") return "ONET_Codes";
    return field.name == "IndustryType" ? "NaicsList" : "CIP_Codes";
}

const std::string* said_in(const Entry::Fields& fields, std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() || found->second.empty() ? nullptr : &found->second.front();
}

}  // namespace

std::span<const EntryReader::Special> EntryReader::specials() {
    static constexpr Special table[] = {
        {type_field, &EntryReader::put_class},
        {"Identifier", &EntryReader::put_identifiers},
        {"CodedNotation", &EntryReader::put_coded_notation},
        {"UEI", &EntryReader::put_uei},
        {"FEIN", &EntryReader::put_known_identifier},
        {"DUNS", &EntryReader::put_known_identifier},
        {"OPEID", &EntryReader::put_known_identifier},
        {"IpedsId", &EntryReader::put_known_identifier},
        {"LEICode", &EntryReader::put_known_identifier},
        {"NcesID", &EntryReader::put_known_identifier},
        {"ConditionProfile.SubmissionOf", &EntryReader::put_submissions},
        {"Cost.TypesList", &EntryReader::put_cost_items},
        // Said together with others: see put_credit and put_address.
        {"CreditUnitType", &EntryReader::put_nothing},
        {"CreditUnitValue", &EntryReader::put_nothing},
        {"ConditionProfile.CreditUnitType", &EntryReader::put_nothing},
        {"ConditionProfile.CreditUnitValue", &EntryReader::put_nothing},
        {"Address1", &EntryReader::put_nothing},
        {"City", &EntryReader::put_nothing},
        {"AddressRegion", &EntryReader::put_nothing},
        {"PostalCode", &EntryReader::put_nothing},
        {"Country", &EntryReader::put_nothing},
        // Told in read_group.
        {"ConditionProfile.Type", &EntryReader::put_nothing},
    };
    return table;
}

void EntryReader::put_nothing(PlainInput&, const Stated&) {}

void EntryReader::put_class(PlainInput& input, const Stated& stated) {
    const auto& written = stated.values.front();
    const auto* choice = find_choice(of_, stated.field, written);
    const auto name = of_.kind == Kind::credentials ? "CredentialType" : "Type";
    input.put(name, choice ? std::string(choice->name) : written, stated.path);
}

void EntryReader::put_identifier(PlainInput& input, std::string type, std::string value,
                                 const std::string& path) {
    PlainInput identifier;
    if (!type.empty()) identifier.put("IdentifierTypeName", std::move(type), path);
    identifier.put("IdentifierValueCode", std::move(value), path);
    input.add("Identifier", std::move(identifier), path);
}

void EntryReader::put_identifiers(PlainInput& input, const Stated& stated) {
    for (std::size_t i = 0; i < stated.values.size(); ++i) {
        auto parts = parts_of(stated.values[i]);
        if (parts.size() > 2 || parts.back().empty()) {
            tell(stated.path_of(i), "must be a number, or its name and the number with ~ between");
        } else if (parts.size() == 1) {
            put_identifier(input, "", parts[0], stated.path_of(i));
        } else {
            put_identifier(input, parts[0], parts[1], stated.path_of(i));
        }
    }
}

// Credentials have no property for it.
void EntryReader::put_coded_notation(PlainInput& input, const Stated& stated) {
    const auto& code = stated.values.front();
    if (of_.kind == Kind::credentials) {
        put_identifier(input, std::string(own_code_type_name), code, stated.path);
    } else {
        put_text(input, stated, 0, code);
    }
}

void EntryReader::put_uei(PlainInput& input, const Stated& stated) {
    const auto uei = parse_uei(stated.values.front());
    if (!uei) return tell(stated.path, uei.error());
    put_identifier(input, std::string(uei_type_name), *uei, stated.path);
}

// What others gave, by their rules.
void EntryReader::put_known_identifier(PlainInput& input, const Stated& stated) {
    for (const auto& [property, scheme] : identifier_properties) {
        if (property != stated.field.property->name) continue;
        const auto value = parse_identifier(*find_identifier_scheme(scheme), stated.values.front());
        if (!value) return tell(stated.path, value.error());
        put_text(input, stated, 0, *value);
    }
}

// What is submitted, where it is described, or in words.
void EntryReader::put_submissions(PlainInput& input, const Stated& stated) {
    std::string words;
    for (std::size_t i = 0; i < stated.values.size(); ++i) {
        const auto& value = stated.values[i];
        if (value.starts_with("http://") || value.starts_with("https://")) {
            input.add("SubmissionOf", value, stated.path_of(i));
        } else {
            words += (words.empty() ? "" : "; ") + value;
        }
    }
    if (!words.empty()) input.put("SubmissionOfDescription", words, stated.path);
}

// "Tuition~1200"
void EntryReader::put_cost_items(PlainInput& input, const Stated& stated) {
    for (std::size_t i = 0; i < stated.values.size(); ++i) {
        const auto path = stated.path_of(i);
        const auto parts = parts_of(stated.values[i]);
        if (parts.size() > 2 || parts[0].empty()) {
            tell(path, "must be a type of costs, or it and an amount as in Tuition~1200");
            continue;
        }
        PlainInput item;
        const auto* choice = find_choice(of_, stated.field, parts[0]);
        item.put("DirectCostType", choice ? std::string(choice->name) : parts[0], path);
        if (parts.size() == 2) {
            const auto amount = number_of(parts[1]);
            if (amount) {
                item.put("Price", *amount, path);
            } else {
                tell(path, "must have an amount behind the ~, as in Tuition~1200");
            }
        }
        input.add("CostItems", std::move(item), path);
    }
}

// "2 years", or "Full time~2 years".
void EntryReader::put_duration(PlainInput& input, const Stated& stated, std::size_t index) {
    const auto path = stated.path_of(index);
    const auto parts = parts_of(stated.values[index]);
    const auto span = parts.size() > 2 ? std::nullopt : time_span_of(parts.back());
    const bool is_profile = stated.field.property->datatype != Datatype::duration;
    const bool is_exact = span && span->shortest == span->longest;
    if (!span || (!is_profile && (!is_exact || parts.size() > 1))) {
        return tell(path, is_profile ? "must be a span of time such as 2 years, 6-8 weeks or P1Y6M"
                                     : "must be a span of time such as 2 years or P1Y6M");
    }
    if (!is_profile) return put_text(input, stated, index, span->shortest);
    PlainInput profile;
    if (parts.size() == 2 && !parts[0].empty()) profile.put("Description", parts[0], path);
    if (is_exact) {
        profile.put("ExactDuration", span->shortest, path);
    } else {
        profile.put("MinimumDuration", span->shortest, path);
        profile.put("MaximumDuration", span->longest, path);
    }
    input.add(name_in_group(stated.field), std::move(profile), path);
}

// "15-1252.00", "Software Developers", or "Software Developers~https://…".
void EntryReader::put_code(PlainInput& input, const Stated& stated, std::size_t index) {
    const auto& value = stated.values[index];
    const auto path = stated.path_of(index);
    if (looks_like_a_code(value)) return input.add(codes_of(stated.field), value, path);
    put_competency(input, stated, index);
}

// A unit of credit and how many of them are one value.
void EntryReader::put_credit(PlainInput& input, const Entry::Fields& fields,
                             const std::string& before) {
    const std::string group(before.empty() ? "" : before.substr(0, before.find('[')) + '.');
    const auto* type = said_in(fields, group + "CreditUnitType");
    const auto* amount = said_in(fields, group + "CreditUnitValue");
    const auto* type_of_unit = find_field(of_, group + "CreditUnitType");
    if ((!type && !amount) || !type_of_unit) return;
    PlainInput credit;
    if (type) {
        const auto* choice = find_choice(of_, *type_of_unit, *type);
        credit.add("CreditUnitType", choice ? std::string(choice->name) : *type,
                   before + "CreditUnitType");
    }
    if (amount) {
        const auto number = number_of(*amount);
        if (!number) return tell(before + "CreditUnitValue", "must be a number");
        credit.put("Value", *number, before + "CreditUnitValue");
    }
    input.add("CreditValue", std::move(credit),
              before + (type ? "CreditUnitType" : "CreditUnitValue"));
}

// Of an organization: where it is and how it is reached are one thing.
void EntryReader::put_address(PlainInput& input, const Entry& entry) {
    auto place = read_place(entry);
    PlainInput phones;
    for (const std::string which : {"Primary", "Secondary"}) {
        const auto* number = said_in(entry.fields, which + "PhoneNumber");
        const auto* extension = said_in(entry.fields, which + "PhoneExtension");
        const auto problem =
            extension ? problem_of(parse_phone_extension(*extension)) : std::string();
        if (!problem.empty()) tell(which + "PhoneExtension", problem);
        if (number) {
            phones.add("PhoneNumbers", extension ? *number + " x" + *extension : *number,
                       which + "PhoneNumber");
        }
    }
    if (!phones.is_empty()) place.add("ContactPoint", std::move(phones), "PrimaryPhoneNumber");
    if (!place.is_empty()) input.add("Address", std::move(place), "Address1");
}

// `from`: the path of what refers to it; empty: it is the entry itself.
PlainInput EntryReader::read_place(const Entry& location, std::string_view from) {
    PlainInput place;
    const bool is_other = !from.empty();
    for (const std::string_view name : {"Name", "Address1", "Address2", "City", "AddressRegion",
                                        "PostalCode", "Country", "Latitude", "Longitude"}) {
        const auto* text = said_in(location.fields, name);
        const bool is_own_name = !is_other && name == name_field;
        if (!text || is_own_name) continue;
        const auto* country = name == "Country" ? find_country(*text) : nullptr;
        place.put(name, country ? std::string(country->name) : *text,
                  std::string(is_other ? from : name));
    }
    return place;
}

}  // namespace cartulary::ctdl::templates
