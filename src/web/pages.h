#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/router.h"
#include "operations/registry.h"

namespace cartulary::web {

// One interface of the registry, as its OpenAPI 3.1 description tells of it.
struct Description {
    std::string name;  // "accounts": in its paths /docs/accounts and /openapi/accounts.json
    std::string_view openapi;
};

// Everything that people see: prefix "" (owns every path that no dialect owns). `registry`
// outlives it. Throws std::runtime_error where a description cannot be read.
http::Area area(const Registry& registry, std::vector<Description> descriptions);

}  // namespace cartulary::web
