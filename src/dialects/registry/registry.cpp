#include "dialects/registry/registry.h"

#include <algorithm>

#include "dialects/registry/answer.h"
#include "dialects/registry/routes.h"

namespace cartulary::embedded {
extern const std::string_view registry_openapi;
}

namespace cartulary::registry {

namespace {

std::vector<http::Route> all_routes(const Operations& operations) {
    std::vector<http::Route> all;
    for (auto routes_of : {resource_routes, envelope_routes, publish_routes, search_routes,
                           match_routes, export_routes}) {
        for (auto& route : routes_of(operations)) all.push_back(std::move(route));
    }
    return all;
}

// "/resources" of "/resources/{ctid}".
std::string first_segment(const std::string& path) {
    return path.substr(0, path.find('/', 1));
}

// Names of communities are written with hyphens in addresses and with underscores elsewhere, and
// clients mix the two.
std::vector<std::string> spellings(const std::string& community) {
    auto other = community;
    std::ranges::replace(other, '-', '_');
    if (other == community) return {community};
    return {community, other};
}

}  // namespace

const std::string_view openapi = embedded::registry_openapi;

std::vector<http::Area> areas(const Operations& operations) {
    const auto routes = all_routes(operations);
    std::vector<http::Area> areas;
    const auto area_at = [&](const std::string& prefix) -> http::Area& {
        const auto known = std::ranges::find(areas, prefix, &http::Area::prefix);
        if (known != areas.end()) return *known;
        return areas.emplace_back(http::Area{.prefix = prefix, .routes = {}, .refuse = refuse});
    };
    for (const auto& route : routes) {
        area_at(first_segment(route.path)).routes.push_back(route);
        for (const auto& community : spellings(operations.community)) {
            auto& copy = area_at('/' + community).routes.emplace_back(route);
            copy.path = '/' + community + route.path;
        }
    }
    return areas;
}

}  // namespace cartulary::registry
