#pragma once

#include <string_view>

#include "web/html.h"
#include "web/texts/texts.h"

namespace cartulary::web {

// What a document says of its first node, property by property and in all languages, for those who
// write or judge it: the graph as it is served (JSON). As much of it as has room on a page; nothing
// where there is no graph.
Markup resource_view(const Texts& texts, std::string_view graph);

}  // namespace cartulary::web
