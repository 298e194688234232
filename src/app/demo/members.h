#pragma once

#include "app/demo/cast.h"
#include "app/demo/post.h"
#include "app/demo/script.h"

namespace cartulary::demo {

// How people come into the institutions, and who may publish for whom: what was asked and waits,
// what was granted, declined and given back. The arguments outlive the script.
void plan_members(Stage& stage, Script& script, Cast& cast, Post& post);

}  // namespace cartulary::demo
