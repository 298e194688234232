#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/router.h"
#include "operations/callers.h"
#include "operations/finding.h"
#include "operations/resources.h"

namespace cartulary::registry {

struct Operations {
    Callers& callers;
    Resources& resources;
    Finding& finding;
    Clock now;
    Randomness randomness;
    std::string public_url;
    std::string community;  // "ce-registry"
    // The page for people of the resource that the path names ("ctid"), also of one that is deleted
    // or unknown.
    http::Handler page;
};

// The Credential Registry's own interface: resources, envelopes, search, the change feed, the
// export. `operations` outlives the routes.
std::vector<http::Area> areas(const Operations& operations);

// Its OpenAPI description.
extern const std::string_view openapi;

}  // namespace cartulary::registry
