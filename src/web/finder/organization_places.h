#pragma once

#include "web/finder/resource_page.h"

namespace cartulary::web {

// The addresses of an organization as its document tells them, on a map where it says where on
// Earth they are.
Markup organization_places(const ShownResource& shown);

}  // namespace cartulary::web
