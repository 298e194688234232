#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/router.h"
#include "web/page.h"

// The files that pages refer to. Their names hold a digest of what is inside, so that browsers may
// keep them for good.
namespace cartulary::web {

// The picture of a badge that has none. Its name never changes, as other interfaces and issued
// badges name it too.
inline constexpr std::string_view default_badge_path = "/assets/badge.svg";

// In the colors of a theme.
const std::string& style_path(Theme theme = Theme::device);
const std::string& mark_path();
const std::string& finder_script_path();
const std::string& us_outline_path();  // see map/projection.h
const std::string& world_outline_path();
const std::string& try_script_path();  // lets people call what a description tells of

std::vector<http::Route> asset_routes();

}  // namespace cartulary::web
