#pragma once

#include <vector>

#include "web/finder/finder.h"

// A search of the registry within pages of other sites: a small page that they may frame
// (/widget), a script that makes the frame (/widget.js), and a page on which people choose what
// theirs finds (/widget/make).
namespace cartulary::web {

std::vector<http::Route> widget_routes(const Visits& visits, const FinderOperations& operations);

}  // namespace cartulary::web
