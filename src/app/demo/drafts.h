#pragma once

#include "app/demo/cast.h"
#include "app/demo/script.h"

namespace cartulary::demo {

// What people write by form and table: one of every standing, some that wait for staff, and a table
// that was read and waits to be saved. The arguments outlive the script.
void plan_drafts(Stage& stage, Script& script, Cast& cast);

}  // namespace cartulary::demo
