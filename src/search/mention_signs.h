#pragma once

#include <cstddef>

#include "search/affiliation_text.h"
#include "search/evidence.h"
#include "search/name_comparison.h"
#include "search/organization_forms.h"

namespace cartulary::search {

// Words of a text, from `begin` up to `end`.
struct WordRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// With which of its names a text names an organization.
struct NameSaid {
    std::size_t form = 0;
    Differences differences = {};
    bool of_city = false;  // the form's place is its city
    double quality = 0;    // 0: its own name as it is; less for anything else
};

enum class CountryEvidence { none, named, contradicted };

// What the text says of where an organization is, besides its name.
struct PlaceEvidence {
    CountryEvidence country = CountryEvidence::none;
    bool city = false;
    bool region = false;
    bool in_name = false;       // the name says the city or region
    bool other_region = false;  // a state is named, but not its own
};
PlaceEvidence place_evidence(const AffiliationText& text, const WordRange& range,
                             const OrganizationForms& organization);

// Whether the place that a form needs is named.
bool names_place_of(const AffiliationText& text, const WordRange& range, const NameForm& form);

// All signs but those that come of other organizations with the name.
Evidence signs_of(const AffiliationText& text, const WordRange& range,
                  const OrganizationForms& organization, const NameSaid& said,
                  const PlaceEvidence& place);

}  // namespace cartulary::search
