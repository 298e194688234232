#pragma once

#include "web/finder/organization_claims.h"

// To which other organizations one belongs, and which belong to it.
namespace cartulary::web {

Claims relations_of(const ShownResource& shown);

// As a list, and as a drawing beside it, in which those who vouch for it stand too.
Markup relations_markup(const ShownResource& shown, const Claims& relations, const Claims& vouched);

}  // namespace cartulary::web
