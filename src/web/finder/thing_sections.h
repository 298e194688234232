#pragma once

#include <string_view>
#include <vector>

#include "web/texts/credential_texts.h"

namespace cartulary::web {

// What belongs together on the page of a thing, whatever its class: of a property that it does not
// have nothing is shown.
struct ThingSection {
    std::string_view CredentialTexts::*title;  // null: it begins the page
    std::vector<std::string_view> properties;
};
const std::vector<ThingSection>& thing_sections();

// The property under which it is shown that another thing refers to this one by a way
// ("ceterms:isRequiredFor" of "ceterms:requires.ceterms:targetCredential"); empty: under none.
std::string_view seen_from_here(std::string_view way);

// Whether the property is about who vouches for the thing.
bool is_quality_assurance(std::string_view property);

}  // namespace cartulary::web
