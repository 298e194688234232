#pragma once

#include "web/finder/resource_page.h"

namespace cartulary::web {

// What the page of an organization shows between what all resources' pages have: what it is and
// offers, who vouches for it, who it has to do with, where it is and what others know it by.
Markup organization_content(const ShownResource& shown);

}  // namespace cartulary::web
