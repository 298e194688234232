#pragma once

#include "http/router.h"
#include "web/page.h"

namespace cartulary::web {

// The words for a refusal: a page for those who read pages, plain text for all others.
http::Response refusal_page(const Shell& shell, const http::Refusal& refusal,
                            const http::Request& request);

}  // namespace cartulary::web
