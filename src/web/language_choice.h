#pragma once

#include <memory>
#include <vector>

#include "http/router.h"
#include "web/html.h"
#include "web/page.h"
#include "web/shells.h"

namespace cartulary::web {

// The languages, each by its own name, as links that choose it and lead back to the page.
Markup language_choice(const Shell& shell);

// What these links lead to.
std::vector<http::Route> language_routes(std::shared_ptr<const Shells> shells);

}  // namespace cartulary::web
