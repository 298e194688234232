#include "web/dashboard/own_pages.h"

#include "web/people_markup.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr auto base_path = "/dashboard/organizations/{ctid}";

}  // namespace

std::string Own::path(std::string_view part) const {
    auto path = own_organization_path(id);
    if (!part.empty()) path.append("/").append(part);
    return path;
}

Response Own::go_to(std::string_view part, Notice notice) const {
    return visit.go_to(path(part), notice);
}

std::function<Response(Visit&)> OwnPages::of_organization(Handler handle) const {
    return [handle = std::move(handle), operations = operations_](Visit& visit) {
        const auto id = OrganizationId::from_ctid(visit.request().path_parameter("ctid"));
        if (!id) return visit.refuse(404, visit.texts().organization_unknown);
        return handle(Own{visit, operations, *id});
    };
}

http::Route OwnPages::page(const std::string& path, std::string operation, Handler show) const {
    return visits_.own_page(base_path + path, std::move(operation),
                            of_organization(std::move(show)));
}

http::Route OwnPages::form(const std::string& path, std::string operation, Handler take) const {
    return visits_.own_form(base_path + path, std::move(operation), http::Cost::write,
                            of_organization(std::move(take)));
}

std::vector<http::Route> own_organization_routes(const Visits& visits,
                                                 const OwnOperations& operations) {
    const OwnPages pages(visits, operations);
    std::vector<http::Route> routes;
    for (auto& part :
         {dashboard_routes(visits, operations), new_organization_routes(visits, operations),
          overview_routes(pages), organization_edit_routes(pages), key_routes(pages),
          third_party_routes(pages), webhook_routes(pages), delivery_routes(pages),
          history_routes(pages)}) {
        routes.insert(routes.end(), part.begin(), part.end());
    }
    return routes;
}

Page own_page(const Own& own, std::string_view organization, std::string_view here,
              std::string title, const Markup& content) {
    return {.title = std::move(title),
            .section = Section::dashboard,
            .wide = true,
            .content = together(own_navigation(own.visit, own.id, organization, here), content)};
}

Response ask(const Own& own, std::string_view organization, std::string_view here,
             std::string title, const Question& question) {
    return own.visit.page(200, own_page(own, organization, here, std::move(title),
                                        question_markup(own.visit, question)));
}

}  // namespace cartulary::web
