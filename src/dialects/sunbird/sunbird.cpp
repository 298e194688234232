#include "dialects/sunbird/sunbird.h"

#include <iterator>

#include "dialects/sunbird/answer.h"
#include "dialects/sunbird/routes.h"

namespace cartulary::embedded {
extern const std::string_view sunbird_openapi;
}

namespace cartulary::sunbird {

const std::string_view openapi = embedded::sunbird_openapi;

namespace {

// "/api/org" of "/api/org/v1/create", "/v1/org" of "/v1/org/create".
std::string area_prefix_of(const std::string& path) {
    return path.substr(0, path.find('/', path.find('/', 1) + 1));
}

}  // namespace

std::optional<Profile> parse_profile(std::string_view name) {
    if (name == "classic") return Profile::classic;
    if (name == "modern") return Profile::modern;
    return std::nullopt;
}

std::vector<http::Area> areas(const Operations& operations) {
    std::map<std::string, http::Area> by_prefix;
    for (auto* routes_of :
         {organisation_routes, search_routes, channel_routes, people_routes, upload_routes}) {
        for (auto& route : routes_of(operations)) {
            const auto prefix = area_prefix_of(route.path);
            auto& area = by_prefix[prefix];
            area.prefix = prefix;
            area.refuse = refuse_in(operations);
            area.routes.push_back(std::move(route));
        }
    }
    std::vector<http::Area> areas;
    for (auto& [prefix, area] : by_prefix) areas.push_back(std::move(area));
    areas.push_back(token_area(operations));
    return areas;
}

}  // namespace cartulary::sunbird
