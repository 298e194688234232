#pragma once

#include "web/finder/finder.h"

namespace cartulary::web {

// GET /widget?q=…: what other sites frame. Works without scripts.
http::Route widget_page_route(const Visits& visits, const FinderOperations& operations);

}  // namespace cartulary::web
