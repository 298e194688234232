#pragma once

#include "web/finder/resource_page.h"

namespace cartulary::web {

// Badges of its owner that stand for a thing: those whose standards, criteria or activities point
// at its CTID or web page, and those of its name. Nothing where there are none.
Markup badges_of_thing(const ShownResource& shown);

}  // namespace cartulary::web
