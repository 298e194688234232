#pragma once

#include <string>
#include <string_view>

#include "http/router.h"
#include "operations/callers.h"
#include "operations/finding.h"
#include "operations/resources.h"

namespace cartulary::assistant {

struct Operations {
    Callers& callers;
    Resources& resources;
    Finding& finding;
    Clock now;
    std::string public_url;
    std::string community;
};

// The Registry Assistant API: plain input of clients, published as linked data. `operations`
// outlives the routes.
http::Area area(const Operations& operations);

// Its OpenAPI description.
extern const std::string_view openapi;

}  // namespace cartulary::assistant
