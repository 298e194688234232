#include "web/fragments.h"
#include "web/people_markup.h"
#include "web/people_routes.h"

namespace cartulary::web {

namespace {

using http::Response;

Markup row(const Texts& texts, const Part& part) {
    const auto members = own_organization_path(part.id) + "/members";
    const auto label = filled_plain(texts.members_link, {{"organization", part.name}});
    return element("tr", {}, element("th", {{"scope", "row"}}, name_markup(part.name)),
                   element("td", {}, role_text(texts, part.role)),
                   element("td", {}, status_text(texts, part.status)),
                   element("td", {}, element("a", {{"href", members}}, label)));
}

Markup table(const Texts& texts, const std::vector<Part>& parts) {
    if (parts.empty()) return element("p", {{"class", "lead"}}, texts.dashboard_none);
    Markup rows;
    for (const auto& part : parts) rows.add(row(texts, part));
    const auto column = [](std::string_view name) {
        return element("th", {{"scope", "col"}}, name);
    };
    return element(
        "table", {}, element("caption", {{"class", "unseen"}}, texts.dashboard_title),
        element("thead", {},
                element("tr", {}, column(texts.column_organization), column(texts.column_role),
                        column(texts.column_standing), column(texts.column_pages))),
        element("tbody", {}, rows));
}

Response show(Visit& visit) {
    const auto& texts = visit.texts();
    auto content = table(texts, visit.actor().parts);
    Markup asked;
    for (const auto& organization : visit.people().joining.asked_by(visit.actor())) {
        const auto name = name_markup(organization.stated.name);
        asked.add(element("li", {}, filled(texts.dashboard_asked_about, {{"organization", name}})));
    }
    content.add(list_section(texts.dashboard_asked, "parts", asked));
    return visit.page(200, {.title = std::string(texts.dashboard_title),
                            .section = Section::dashboard,
                            .content = content});
}

}  // namespace

std::vector<http::Route> dashboard_routes(const Visits& visits) {
    return {visits.own_page("/dashboard", "showDashboard", show)};
}

std::vector<http::Route> people_routes(const Visits& visits) {
    std::vector<http::Route> routes;
    for (auto& part :
         {sign_up_routes(visits), log_in_routes(visits), forgotten_password_routes(visits),
          own_account_routes(visits), second_factor_routes(visits), session_routes(visits),
          dashboard_routes(visits), member_routes(visits), member_change_routes(visits),
          joining_routes(visits)}) {
        routes.insert(routes.end(), part.begin(), part.end());
    }
    return routes;
}

}  // namespace cartulary::web
