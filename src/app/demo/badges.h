#pragma once

#include "app/demo/cast.h"
#include "app/demo/post.h"
#include "app/demo/script.h"

namespace cartulary::demo {

// Templates of an institution, and badges of every state: taken, waiting for their earner, refused,
// revoked, replaced and run out. The arguments outlive the script.
void plan_badges(Stage& stage, Script& script, Cast& cast, Post& post);

}  // namespace cartulary::demo
