#pragma once

#include "web/finder/resource_page.h"

namespace cartulary::web {

// The numbers that others gave an organization, each with a link to what they know of it.
Markup organization_identifiers(const ShownResource& shown);

}  // namespace cartulary::web
