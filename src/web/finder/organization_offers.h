#pragma once

#include "web/finder/resource_page.h"

namespace cartulary::web {

// What an organization owns and offers now, kind by kind, of each the first ones.
Markup organization_offers(const ShownResource& shown);

}  // namespace cartulary::web
