#include "web/widget/widget.h"

#include "web/widget/make_widget_page.h"
#include "web/widget/widget_files.h"
#include "web/widget/widget_page.h"

namespace cartulary::web {

std::vector<http::Route> widget_routes(const Visits& visits, const FinderOperations& operations) {
    auto routes = widget_file_routes();
    routes.push_back(widget_page_route(visits, operations));
    routes.push_back(make_widget_route(visits, operations));
    return routes;
}

}  // namespace cartulary::web
