#include "web/finder/finder.h"

#include "web/finder/compare_page.h"
#include "web/finder/feed.h"
#include "web/finder/history_page.h"
#include "web/finder/search_page.h"
#include "web/finder/site_map_files.h"
#include "web/widget/widget.h"

namespace cartulary::web {

std::vector<http::Route> finder_routes(const Visits& visits, const FinderOperations& operations) {
    std::vector<http::Route> routes;
    for (auto& part : {search_routes(visits, operations), version_routes(visits, operations),
                       compare_routes(visits, operations), feed_routes(visits, operations),
                       site_map_routes(visits, operations), widget_routes(visits, operations)}) {
        routes.insert(routes.end(), part.begin(), part.end());
    }
    return routes;
}

std::string resource_path(const Ctid& ctid) {
    return "/resources/" + ctid.text();
}

}  // namespace cartulary::web
