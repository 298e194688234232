#pragma once

#include <vector>

#include "dialects/sunbird/sunbird.h"

// The routes of each noun.
namespace cartulary::sunbird {

std::vector<http::Route> organisation_routes(const Operations& operations);
std::vector<http::Route> search_routes(const Operations& operations);
std::vector<http::Route> channel_routes(const Operations& operations);
std::vector<http::Route> people_routes(const Operations& operations);
std::vector<http::Route> upload_routes(const Operations& operations);

// Where people sign in.
http::Area token_area(const Operations& operations);

}  // namespace cartulary::sunbird
