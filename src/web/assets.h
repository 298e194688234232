#pragma once

#include <string>
#include <vector>

#include "http/router.h"

// The files that pages refer to. Their names hold a digest of what is inside, so that browsers may
// keep them for good.
namespace cartulary::web {

const std::string& style_path();
const std::string& mark_path();

std::vector<http::Route> asset_routes();

}  // namespace cartulary::web
