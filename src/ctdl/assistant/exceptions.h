#pragma once

#include <span>
#include <string>
#include <string_view>

// The input properties that do not follow the rule (the same name with a small first letter, the
// value as the property's range says).
namespace cartulary::ctdl::assistant {

// What an input property means for the document.
enum class Meaning {
    by_rule,     // as the vocabulary says of the term
    texts,       // in languages
    plain,       // a text, number, date, …
    reference,   // to another thing
    part,        // an object that stands within
    concept_,    // a value of a concept scheme
    alignment,   // an alignment object
    codes,       // a list of codes of a known framework
    framework,   // the address of a framework, of which any part is meant
    costs,       // cost profiles, one for each item
    street,      // the lines of a street address as one text
    assertions,  // jurisdictions with what is asserted of them
    class_name,  // a class of CTDL
    nothing,     // said elsewhere, or of no meaning outside of the clients' own code
};

struct Exception {
    std::string_view input_class;  // empty: any
    std::string_view name;
    std::string_view term;
    Meaning meaning = Meaning::by_rule;
};

std::span<const Exception> exceptions();

// The exception for a property of an input class; null where it follows the rule. The name is in
// lower case.
const Exception* find_exception(std::string_view input_class, const std::string& lower_name);

// A framework of codes that clients send alone.
struct CodeFramework {
    std::string_view input;  // "onet_codes": the property, in lower case
    std::string_view address;
    std::string_view name;
    std::string_view shape;   // "##-####[.##]": digits, and what may be missing
    std::string_view node;    // address of a code, before it
    std::string_view ending;  // what the node's address has after a code without its last part
};
const CodeFramework* find_code_framework(const std::string& lower_name);

// Whether a code has its framework's shape.
bool fits(std::string_view code, std::string_view shape);

}  // namespace cartulary::ctdl::assistant
