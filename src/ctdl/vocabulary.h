#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

// The terms of CTDL, CTDL-ASN and QData (Credential Engine, CC BY 4.0), as facts: what is of what
// class, which property takes what. All answers live for ever.
namespace cartulary::ctdl {

enum class TermStatus { stable, unstable, testing, archaic };

struct Class {
    std::string_view name;   // "ceterms:Certificate"
    std::string_view label;  // "Certificate"
    TermStatus status = TermStatus::stable;
    std::span<const std::string_view> parents = {};  // "ceterms:Credential"
};

// How the JSON-LD context writes a value; of amounts and approximate dates, which it declares as
// references, what the schema says they are.
enum class Datatype {
    reference,     // an IRI or a node
    language_map,  // {"en-US": "…"} or {"en-US": ["…"]}
    text,
    language,
    date,
    date_time,
    duration,
    boolean,
    integer,
    decimal,
    untyped,  // the context says nothing of it
};

struct Property {
    std::string_view name;   // "ceterms:agentType"
    std::string_view label;  // "Agent Type"
    TermStatus status = TermStatus::stable;
    Datatype datatype = Datatype::untyped;
    // Of what the context takes for an address though it is none: only {"@type": …, "@value": …}
    // with this type is understood ("schema:Date").
    std::string_view value_type = {};
    bool takes_one = false;                          // one value, in a list or not
    std::span<const std::string_view> domains = {};  // classes; none: any
    std::span<const std::string_view> ranges = {};   // classes and XML Schema types; none: any
    std::span<const std::string_view> schemes = {};  // concept schemes: "ceterms:OrganizationType"
    std::string_view inverse = {};                   // "ceterms:owns" of "ceterms:ownedBy"
};

struct Concept {
    std::string_view name;     // "orgType:FourYear"
    std::string_view label;    // "Four-Year College"
    std::string_view scheme;   // "ceterms:OrganizationType"
    std::string_view broader;  // "orgType:Postsecondary", or empty
};

struct Scheme {
    std::string_view name;   // "ceterms:OrganizationType"
    std::string_view label;  // "Organization Type"
    std::span<const Concept> concepts = {};
};

// In the order of their names.
std::span<const Class> classes();
std::span<const Property> properties();
std::span<const Scheme> schemes();

// By any spelling: "ceterms:name", "Name" where it is one term's alone, "https://purl.org/ctdl/
// terms/name" and the other hosts, http and https; null when there is none. Local names without
// regard to case.
const Class* find_class(std::string_view text);
const Property* find_property(std::string_view text);
const Scheme* find_scheme(std::string_view text);

// In one scheme, with or without prefix ("FourYear"), by its label also; or, with an empty scheme,
// by a full name in whichever.
const Concept* find_concept(std::string_view scheme, std::string_view text);

// "ceterms:name" of an IRI in whichever spelling of a known prefix; the text itself of any other.
std::string compact(std::string_view iri);
// "https://purl.org/ctdl/terms/name" of "ceterms:name"; nothing for an unknown prefix.
std::optional<std::string> expand(std::string_view name);

// Whether a class is another or stands below it: ("ceterms:BachelorDegree", "ceterms:Credential").
// False for names that are no class.
bool is_a(std::string_view class_name, std::string_view ancestor);

// Whether things of this class may have the property, by its domain or an ancestor's.
bool has_property(std::string_view class_name, const Property& property);
// Whether a thing of this class may be its value. rdfs:Resource excludes nothing, and an address
// (xsd:anyURI) may be that of anything with a CTID; a concept and an alignment object stand for
// each other; versions of a thing may be of the thing's own class, which the schema forgot.
bool takes_class(const Property& property, std::string_view class_name);

// The classes of which somebody publishes documents: those that have a CTID (credentials,
// organizations, …), not those that only describe something within another (condition profiles).
bool is_top_level(std::string_view class_name);
bool is_organization(std::string_view class_name);
bool is_credential(std::string_view class_name);

// The addresses of the contexts: for documents of CTDL-ASN the other one.
inline constexpr std::string_view ctdl_context = "https://credreg.net/ctdl/schema/context/json";
inline constexpr std::string_view ctdl_asn_context =
    "https://credreg.net/ctdlasn/schema/context/json";
std::string_view context_of(std::string_view class_name);
// Whether this context knows the prefix of a name. What it does not know must be written out: that
// of CTDL-ASN has none of CTDL's concept schemes ("orgType:…").
bool knows(std::string_view context, std::string_view name);

}  // namespace cartulary::ctdl
