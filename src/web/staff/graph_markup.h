#pragma once

#include <string_view>

#include "web/html.h"

namespace cartulary::web {

// What a document of linked data says of the thing that it describes, property by property; nothing
// where it cannot be read.
Markup graph_markup(std::string_view graph);

}  // namespace cartulary::web
