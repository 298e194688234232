#pragma once

#include <cstddef>

#include "web/finder/finder.h"

namespace cartulary::web {

inline constexpr std::size_t widget_owner_length_max = 200;    // characters
inline constexpr std::size_t widget_heading_length_max = 100;  // characters

// GET /widget/make?owner=…&type=…&title=…&lang=…&theme=…: what to copy into a page of one's own,
// and how it will look.
http::Route make_widget_route(const Visits& visits, const FinderOperations& operations);

}  // namespace cartulary::web
