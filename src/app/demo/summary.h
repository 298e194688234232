#pragma once

#include "app/demo/cast.h"
#include "app/demo/colleges.h"
#include "app/demo/demo.h"
#include "app/demo/stage.h"

namespace cartulary::demo {

// What whoever loaded it is told: who can log in, and what to try first.
Loaded summary_of(Stage& stage, const Cast& cast, const std::vector<College>& colleges);

}  // namespace cartulary::demo
