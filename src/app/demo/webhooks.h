#pragma once

#include "app/demo/cast.h"
#include "app/demo/script.h"

namespace cartulary::demo {

// Two institutions state where they want to be told of their events, at addresses that no network
// has. One answered until yesterday, so that its latest deliveries wait; the other never answered,
// and what it was told is given up. The arguments outlive the script.
void plan_webhooks(Stage& stage, Script& script, Cast& cast);

}  // namespace cartulary::demo
