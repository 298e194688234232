#pragma once

#include "app/demo/cast.h"
#include "app/demo/script.h"

namespace cartulary::demo {

// What the institutions that people log in to publish themselves: a framework of competencies in
// three versions, courses and an assessment that teach and assess them, credentials that require
// them. The arguments outlive the script.
void plan_catalogue(Stage& stage, Script& script, Cast& cast);

}  // namespace cartulary::demo
