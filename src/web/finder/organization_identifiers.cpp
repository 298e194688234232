#include "web/finder/organization_identifiers.h"

#include <algorithm>

#include "base/text.h"
#include "ctdl/identifier_properties.h"
#include "http/form.h"
#include "web/fragments.h"
#include "web/texts/organization_page_texts.h"

namespace cartulary::web {

namespace {

using Words = OrganizationPageTexts;

// Of one organization.
constexpr std::size_t identifiers_shown_max = 100;
// Longer ones are no numbers: a link to them would lead nowhere.
constexpr std::size_t linked_number_bytes_max = 40;

struct Scheme {
    std::string_view name;           // without regard to case
    std::string_view Words::*label;  // null: the name is what it is called by
    std::string_view called = {};
    // Before the number; nothing where its giver shows no page of it.
    std::string_view address = {};
};

constexpr Scheme schemes[] = {
    {identifier_scheme::fein.name, &Words::scheme_fein},
    {identifier_scheme::duns.name, &Words::scheme_duns},
    {identifier_scheme::opeid.name, &Words::scheme_opeid},
    {identifier_scheme::ipeds.name,
     &Words::scheme_ipeds,
     {},
     "https://nces.ed.gov/collegenavigator/?id="},
    {identifier_scheme::nces.name, &Words::scheme_nces},
    {identifier_scheme::lei.name, &Words::scheme_lei, {}, "https://search.gleif.org/#/record/"},
    {identifier_scheme::isic.name, &Words::scheme_isic},
    {identifier_scheme::naics.name,
     &Words::scheme_naics,
     {},
     "https://www.census.gov/naics/?input="},
    {identifier_scheme::uei.name, &Words::scheme_uei},
    {"ror", &Words::scheme_ror, {}, "https://ror.org/"},
    {"isni", &Words::scheme_isni, {}, "https://isni.org/isni/"},
    {"fundref", &Words::scheme_fundref, {}, "https://doi.org/10.13039/"},
    {"wikidata", nullptr, "Wikidata", "https://www.wikidata.org/wiki/"},
    {"grid", nullptr, "GRID"},
    {"orgref", nullptr, "OrgRef"},
    {"cnrs", nullptr, "CNRS"},
    {"hesa", nullptr, "HESA"},
    {"ukprn", nullptr, "UKPRN"},
    {"ucas", nullptr, "UCAS"},
};

const Scheme* scheme_of(std::string_view name) {
    const auto* found = std::ranges::find_if(schemes, [&](const Scheme& scheme) {
        return text::equal_ignoring_ascii_case(scheme.name, name);
    });
    return found == std::end(schemes) ? nullptr : found;
}

Markup label_of(const Words& words, const Identifier& identifier, const Scheme* scheme) {
    if (scheme) return Markup(scheme->label ? words.*scheme->label : scheme->called);
    if (text::is_blank(identifier.scheme)) return Markup(words.scheme_unnamed);
    return name_markup(identifier.scheme);
}

bool is_number(std::string_view value) {
    return value.size() <= linked_number_bytes_max && std::ranges::all_of(value, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      c == '.' || c == '-' || c == ' ';
           });
}

// Some are written as the address that they lead to ("https://ror.org/02mhbdp94").
Markup number_of(const Identifier& identifier, const Scheme* scheme) {
    const auto& value = identifier.value;
    const auto shown = element("bdi", {{"class", "identifier"}}, value);
    if (is_web_address(value)) {
        return element("a", {{"href", value}, {"rel", "nofollow ugc"}}, shown);
    }
    if (!scheme || scheme->address.empty() || !is_number(value)) return shown;
    auto number = value;
    std::erase(number, ' ');
    const auto address = std::string(scheme->address) + http::percent_encode(number);
    return element("a", {{"href", address}, {"rel", "nofollow"}}, shown);
}

// Their givers named as the document does.
std::vector<Identifier> identifiers_of(const ShownResource& shown) {
    std::vector<Identifier> all;
    for (const auto& [property, scheme] : ctdl::identifier_properties) {
        for (const auto& said : shown.graph.all_said(shown.node(), property)) {
            all.push_back({std::string(scheme), said.text});
        }
    }
    for (const auto* thing : shown.graph.things(shown.node(), "ceterms:identifier")) {
        const auto named = ctdl::named_identifier(*thing);
        if (!named) continue;
        const bool is_uei = named->type_name == ctdl::uei_type_name;
        all.push_back(
            {is_uei ? std::string(identifier_scheme::uei.name) : named->type_name, named->value});
    }
    if (all.size() > identifiers_shown_max) all.resize(identifiers_shown_max);
    return all;
}

}  // namespace

Markup organization_identifiers(const ShownResource& shown) {
    const auto& words = organization_page_texts(shown.texts());
    Markup rows;
    for (const auto& identifier : identifiers_of(shown)) {
        const auto* scheme = scheme_of(identifier.scheme);
        rows.add(element("tr", {},
                         element("th", {{"scope", "row"}}, label_of(words, identifier, scheme)),
                         element("td", {}, number_of(identifier, scheme))));
    }
    if (rows.empty()) return {};
    const auto heading = [](std::string_view text) {
        return element("th", {{"scope", "col"}}, text);
    };
    return together(
        element("h2", {}, words.identifiers),
        element(
            "table", {{"class", "identifiers"}}, element("caption", {}, words.identifiers_caption),
            element("thead", {},
                    element("tr", {}, heading(words.column_scheme), heading(words.column_number))),
            element("tbody", {}, rows)));
}

}  // namespace cartulary::web
