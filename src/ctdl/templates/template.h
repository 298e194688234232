#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ctdl/vocabulary.h"

// What people can say of a kind of thing without programs: one table for forms and for tables.
namespace cartulary::ctdl::templates {

enum class Kind { credentials, assessments, learning_opportunities, organizations, locations };

std::string_view name_of(Kind kind);  // "learning-opportunities"; in addresses and stored
std::optional<Kind> parse_kind(std::string_view name);

// How a field is written in a form; each value of it is a text in an Entry.
enum class Shape {
    line,
    text,  // of several lines
    web_address,
    email,
    phone,
    date,
    duration,  // "2 years", "P1Y6M"
    number,
    language,     // "en-US"
    thing_class,  // a class of CTDL below the kind's own: "ceterms:Certificate"
    concept_,     // of one of the property's schemes: "credentialStat:Active"
    code,         // of a framework of codes: "15-1252.00"
    reference,    // to another thing: a CTID, a web address, an own identifier, or a name
    boolean,      // "yes", "no"
};

// Where a form has it: the tabs, in this order. `minimum` is asked for first.
enum class Section {
    minimum,
    identification,
    availability,
    requirements,
    costs,
    duration,
    occupations,
    quality,
    relationships,
    contact,
};

struct Field {
    // Of its own in the template, never changed as it is stored: "SubjectWebpage". In a group,
    // which may be there several times, after the group's: "ConditionProfile.Description".
    std::string_view name;
    std::string_view column;  // in the heading of a table: "Subject Webpage"
    Section section = Section::minimum;
    Shape shape = Shape::line;
    bool many = false;
    bool required = false;               // for a new thing, by the minimum data of its kind
    const Property* property = nullptr;  // of CTDL; null where no single one stands for it
    std::string_view example = {};       // of one value, for hints and for the template file
    std::string_view usual = {};         // what a form proposes; nobody puts it in silently
    // Whose own identifiers a reference may be; none: only CTIDs, addresses and names.
    std::span<const Kind> refers_to = {};
};

// "ConditionProfile" of "ConditionProfile.Description"; empty for a field outside of groups.
std::string_view group_of(const Field& field);
// "Description" of it; the name itself of a field outside of groups.
std::string_view name_in_group(const Field& field);

struct Template {
    Kind kind;
    std::string_view entity;  // as the Assistant's interface calls it: "Credential"; or empty
    std::span<const Field> fields = {};       // in the order of the table's columns
    std::span<const Field> identifying = {};  // columns before them: whose and which thing it is
};

// The names of the identifying ones.
inline constexpr std::string_view ctid_field = "CTID";
inline constexpr std::string_view external_identifier_field = "ExternalIdentifier";
inline constexpr std::string_view owner_field = "OwnedBy";

// Of every kind, and what the type is called where the kind has several ("ceterms:Certificate").
inline constexpr std::string_view name_field = "Name";
inline constexpr std::string_view type_field = "Type";

const Template& template_of(Kind kind);

// By name, among `fields`; null when there is none.
const Field* find_field(const Template& of, std::string_view name);

// Whether the template has a group of this name ("ConditionProfile").
bool has_group(const Template& of, std::string_view group);

// The concepts that a field takes, as its property's schemes have them; classes of `thing_class`.
struct Choice {
    std::string_view name;   // "credentialStat:Active"
    std::string_view label;  // "Active"
};
std::span<const Choice> choices_of(const Template& of, const Field& field);

// The choice that somebody means, by name, label or name without prefix, without regard to case;
// null when there is none.
const Choice* find_choice(const Template& of, const Field& field, std::string_view text);

}  // namespace cartulary::ctdl::templates
