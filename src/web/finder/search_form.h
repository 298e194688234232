#pragma once

#include "web/finder/sought.h"
#include "web/html.h"

namespace cartulary::web {

// The id of the one large form of a page, to which controls elsewhere on it may belong (`form`).
inline constexpr std::string_view search_form_id = "search";

// The large box, with what was searched; what it leads to keeps `sort`.
Markup search_form(const Texts& texts, std::string_view text, Sought::Sort sort = {});

// The small one of every other page.
Markup banner_search_form(const Texts& texts);

}  // namespace cartulary::web
