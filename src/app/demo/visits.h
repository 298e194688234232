#pragma once

#include "app/demo/script.h"

namespace cartulary::demo {

// People who search, some more on working days, so that there is something to count. The arguments
// outlive the script.
void plan_visits(Stage& stage, Script& script);

}  // namespace cartulary::demo
