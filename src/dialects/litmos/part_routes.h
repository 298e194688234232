#pragma once

#include <vector>

#include "dialects/litmos/litmos.h"

// What an organization's Links lead to.
namespace cartulary::litmos {

std::vector<http::Route> attendee_group_routes(const Operations& operations);
std::vector<http::Route> email_domain_routes(const Operations& operations);

}  // namespace cartulary::litmos
