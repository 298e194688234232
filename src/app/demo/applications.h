#pragma once

#include "app/demo/cast.h"
#include "app/demo/post.h"
#include "app/demo/script.h"

namespace cartulary::demo {

// Organizations that people enter: approved, declined, blocked, waiting for staff, not submitted
// yet. The arguments outlive the script.
void plan_applications(Stage& stage, Script& script, Cast& cast, Post& post);

}  // namespace cartulary::demo
