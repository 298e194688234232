#pragma once

#include <memory>
#include <vector>

#include "http/router.h"
#include "operations/registry.h"
#include "web/shells.h"

namespace cartulary::web {

// Setting a password by a mailed link. The link's token is the secret that makes the form its
// holder's: there is no cookie that a foreign page could use. `registry` outlives the
// routes.
std::vector<http::Route> account_routes(const Registry& registry,
                                        std::shared_ptr<const Shells> shells);

}  // namespace cartulary::web
