#include "web/finder/finder.h"

namespace cartulary::web {

std::vector<http::Route> finder_routes(const Visits&, const FinderOperations&) {
    return {};
}

std::string resource_path(const Ctid& ctid) {
    return "/resources/" + ctid.text();
}

}  // namespace cartulary::web
