#pragma once

#include <string_view>

#include "web/html.h"
#include "web/texts/texts.h"

namespace cartulary::web {

// What a published document says, for people: the graph as it is served (JSON), its first node as a
// list of names and values, with what stands within. Nothing where it is no graph.
Markup resource_view(const Texts& texts, std::string_view graph);

}  // namespace cartulary::web
