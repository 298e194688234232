#pragma once

#include "app/demo/cast.h"
#include "app/demo/script.h"

namespace cartulary::demo {

// Programs of others: what each interface signs in with, and organizations that came through it.
// Their log-ins are added to the cast's. The arguments outlive the script.
void plan_integrators(Stage& stage, Script& script, Cast& cast);

}  // namespace cartulary::demo
