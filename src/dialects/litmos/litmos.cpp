#include "dialects/litmos/litmos.h"

#include "dialects/litmos/answer.h"
#include "dialects/litmos/organization_routes.h"
#include "dialects/litmos/part_routes.h"

namespace cartulary::embedded {
extern const std::string_view litmos_openapi;
}

namespace cartulary::litmos {

const std::string_view openapi = embedded::litmos_openapi;

http::Area area(const Operations& operations) {
    http::Area area{.prefix = "/api",
                    .ignores_case = true,  // the vendor's own pages mix all spellings
                    .routes = organization_routes(operations),
                    .refuse = refuse,
                    .collapses_slashes = true};
    for (auto& routes : {attendee_group_routes(operations), email_domain_routes(operations)}) {
        area.routes.insert(area.routes.end(), routes.begin(), routes.end());
    }
    return area;
}

}  // namespace cartulary::litmos
