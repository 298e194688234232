#include "web/staff/staff_page.h"

#include "web/fragments.h"
#include "web/tabs.h"

namespace cartulary::web {

namespace {

struct Entry {
    std::string_view path;
    std::string_view Texts::*label;
};
constexpr Entry entries[] = {
    {staff_path, &Texts::staff_overview},
    {staff_waiting_path, &Texts::staff_waiting},
    {staff_publications_path, &Texts::staff_publications},
    {staff_organizations_path, &Texts::staff_organizations},
    {staff_people_path, &Texts::staff_people},
    {staff_activity_path, &Texts::staff_activity},
    {staff_mail_path, &Texts::staff_mail},
    {staff_webhooks_path, &Texts::staff_webhooks},
};

}  // namespace

std::vector<http::Route> staff_routes(const Visits& visits, const StaffDesk& desk) {
    std::vector<http::Route> routes;
    for (auto& part :
         {staff_overview_routes(visits, desk), staff_waiting_routes(visits, desk),
          staff_organization_list_routes(visits, desk), staff_organization_routes(visits, desk),
          staff_publication_routes(visits, desk), staff_people_routes(visits, desk),
          staff_activity_routes(visits, desk), staff_mail_routes(visits, desk),
          staff_webhook_routes(visits, desk)}) {
        routes.insert(routes.end(), part.begin(), part.end());
    }
    return routes;
}

std::string staff_organization_path(const OrganizationId& organization) {
    return std::string(staff_organizations_path) + "/" + organization.ctid();
}

std::string staff_person_path(const Uuid& person) {
    return std::string(staff_people_path) + "/" + person.text();
}

Page staff_page(const Texts& texts, std::string_view here, std::string title, Markup content) {
    std::vector<Tab> tabs;
    for (const auto& [path, label] : entries) {
        tabs.push_back({std::string(path), std::string(texts.*label), path == here});
    }
    auto title_in_window = filled_plain(texts.staff_title_in_window, {{"page", title}});
    return {.title = std::move(title),
            .section = Section::staff,
            .title_in_window = std::move(title_in_window),
            .wide = true,
            .content = together(tabs_markup(texts.staff_navigation, tabs), content)};
}

Markup more_markup(const Texts& texts, std::size_t all, std::size_t shown_max) {
    if (all <= shown_max) return {};
    const auto count = number_text(texts, static_cast<std::int64_t>(all - shown_max));
    return element("p", {{"class", "hint"}}, filled_plain(texts.staff_more, {{"count", count}}));
}

Markup search_form(std::string_view path, const Markup& fields, std::string_view label) {
    return element("form", {{"method", "get"}, {"action", path}, {"class", "search"}}, fields,
                   button(label, "second"));
}

Uuid staff_id_in(const Visit& visit, std::string_view parameter) {
    return Uuid::parse(visit.request().path_parameter(parameter)).value_or(Uuid());
}

std::optional<Uuid> id_parameter(const Visit& visit, std::string_view name) {
    return Uuid::parse(visit.parameter(name));
}

http::Response staff_done(Visit& visit, const Result<void>& result, const std::string& path,
                          Notice notice) {
    if (result) return visit.go_to(path, notice);
    return visit.refuse(result.error());
}

}  // namespace cartulary::web
