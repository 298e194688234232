#pragma once

#include "web/finder/organization_claims.h"

// Who vouches for an organization, and what it vouches for: by whose word each time.
namespace cartulary::web {

struct Vouching {
    Claims vouched;  // for it, by others
    Claims vouches;  // by it, for others
};
Vouching vouching_of(const ShownResource& shown);

Markup vouching_markup(const ShownResource& shown, const Vouching& vouching);

}  // namespace cartulary::web
