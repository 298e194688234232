#pragma once

#include "web/finder/resource_page.h"

namespace cartulary::web {

// The properties by which a whole has its parts, and they theirs.
bool is_of_tree(std::string_view property);

// The parts of a framework, or those below the part that is shown: some at a time, each within
// those above it; of all that are shown the query says which ("page"). Nothing where it has none.
Markup part_tree(const ShownResource& shown);

}  // namespace cartulary::web
