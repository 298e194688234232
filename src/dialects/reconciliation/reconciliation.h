#pragma once

#include <string>
#include <string_view>

#include "http/router.h"
#include "operations/finding.h"

namespace cartulary::reconciliation {

struct Operations {
    Finding& finding;
    std::string public_url;
    std::string registry_name;
};

// The Reconciliation Service API 0.2 (W3C Community Group), for OpenRefine and its like.
// `operations` outlives the routes.
http::Area area(const Operations& operations);

// Its OpenAPI description.
extern const std::string_view openapi;

}  // namespace cartulary::reconciliation
