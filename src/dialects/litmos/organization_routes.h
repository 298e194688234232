#pragma once

#include <vector>

#include "dialects/litmos/litmos.h"

namespace cartulary::litmos {

std::vector<http::Route> organization_routes(const Operations& operations);

}  // namespace cartulary::litmos
