#pragma once

#include <vector>

#include "dialects/registry/registry.h"
#include "http/router.h"

// The routes of the interface, by what they are about. `operations` outlives them.
namespace cartulary::registry {

std::vector<http::Route> resource_routes(const Operations& operations);  // and graphs, and /ctid
std::vector<http::Route> envelope_routes(const Operations& operations);
std::vector<http::Route> publish_routes(const Operations& operations);
std::vector<http::Route> search_routes(const Operations& operations);  // and suggestions, /ctdl
std::vector<http::Route> match_routes(const Operations& operations);
std::vector<http::Route> export_routes(const Operations& operations);

}  // namespace cartulary::registry
