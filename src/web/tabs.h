#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/html.h"

namespace cartulary::web {

// One of a few pages that belong together, or of a few states of one page.
struct Tab {
    std::string path;
    std::string label;
    bool is_here = false;
};

// Links to all of them; `label` says what they are to those who do not see where they stand.
Markup tabs_markup(std::string_view label, const std::vector<Tab>& tabs);

}  // namespace cartulary::web
