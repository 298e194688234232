#include "dialects/acclaim/acclaim.h"

#include <iterator>

#include "dialects/acclaim/answer.h"
#include "dialects/acclaim/routes.h"

namespace cartulary::embedded {
extern const std::string_view acclaim_openapi;
}

namespace cartulary::acclaim {

const std::string_view openapi = embedded::acclaim_openapi;

http::Area area(const Operations& operations) {
    http::Area area{.prefix = "/v1", .routes = {}, .refuse = refuse};
    for (auto* routes_of : {organization_routes, token_routes, event_routes, webhook_routes,
                            badge_template_routes, badge_routes, open_badge_routes}) {
        auto routes = routes_of(operations);
        area.routes.insert(area.routes.end(), std::make_move_iterator(routes.begin()),
                           std::make_move_iterator(routes.end()));
    }
    return area;
}

}  // namespace cartulary::acclaim
