#pragma once

#include <span>
#include <string_view>
#include <vector>

// The table that list_terms.py made (terms.txt), line by line: what the schemas and contexts say,
// with their slips. What is made of it is vocabulary.h.
namespace cartulary::ctdl {

struct Term {
    enum class Kind { class_, property, scheme, concept_ };

    Kind kind = Kind::class_;
    bool in_ctdl = false;          // the schema of CTDL names it
    bool in_ctdl_asn = false;      // that of CTDL-ASN does
    std::string_view name = {};    // "ceterms:name"
    std::string_view label = {};   // of what no schema names: empty
    std::string_view status = {};  // "stable", or empty
    std::string_view datatype = {};
    std::vector<std::string_view> parents = {};  // of a class; of a concept the broader ones
    std::vector<std::string_view> domains = {};  // "ceterms:Degree*": and all classes below it
    std::vector<std::string_view> ranges = {};   // so too
    std::vector<std::string_view> schemes = {};  // of a property, or in which a concept is
    std::vector<std::string_view> inverses = {};
};

// Of the contexts: "ceterms" is "https://purl.org/ctdl/terms/".
struct Prefix {
    std::string_view name;
    std::string_view address;
    bool in_ctdl = false;      // the context of CTDL knows it
    bool in_ctdl_asn = false;  // that of CTDL-ASN does
};

struct Terms {
    std::vector<Prefix> prefixes;  // by name
    std::vector<Term> terms;       // classes, properties, schemes, concepts; each by name
};

// Read once; lives for ever.
const Terms& published_terms();

// The names of the properties that take one value, in order.
const std::vector<std::string_view>& single_values();

}  // namespace cartulary::ctdl
