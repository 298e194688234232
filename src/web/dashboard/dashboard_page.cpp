#include <algorithm>

#include "web/dashboard/own_pages.h"
#include "web/fragments.h"
#include "web/people_markup.h"
#include "web/people_routes.h"
#include "web/table.h"

namespace cartulary::web {

namespace {

using http::Response;

// What somebody looks at, and what it takes to tell more of each organization.
struct View {
    Visit& visit;
    const OwnOperations& operations;

    const Texts& texts() const { return visit.texts(); }
};

Markup counted(std::string_view wording, std::int64_t count, const std::string& path) {
    const auto number = std::to_string(count);
    return element("p", {},
                   element("a", {{"href", path}}, filled_plain(wording, {{"count", number}})));
}

// What was written for it and waits for somebody here.
Markup next_drafts(const View& view, const Part& part) {
    const auto& texts = view.texts();
    const auto path = own_organization_path(part.id) + "/publisher";
    const auto caller = acting_in(view.visit.actor(), part.id, Need::look);
    const auto counts = view.operations.drafts.count(*caller, part.id);
    Markup steps;
    if (counts && counts->editing > 0) {
        steps.add(counted(texts.next_approve, counts->editing, path));
    }
    if (counts && counts->returned > 0) {
        steps.add(counted(texts.next_returned, counts->returned, path));
    }
    if (!steps.empty()) return steps;
    return element("p", {}, element("a", {{"href", path}}, texts.next_publish));
}

Markup next(const View& view, const Part& part) {
    const auto& texts = view.texts();
    const auto path = own_organization_path(part.id);
    const bool administers = is_enough(part.role, Need::administer);
    const auto step = [&](std::string_view words) {
        return element("p", {}, element("a", {{"href", path}}, words));
    };
    switch (part.status) {
        case OrganizationStatus::draft: return administers ? step(texts.next_submit) : Markup();
        case OrganizationStatus::declined: return administers ? step(texts.next_mend) : Markup();
        case OrganizationStatus::submitted: return Markup(texts.next_wait);
        case OrganizationStatus::approved:
            return is_enough(part.role, Need::publish) ? next_drafts(view, part) : Markup();
        case OrganizationStatus::inactive:
        case OrganizationStatus::blocked:
        case OrganizationStatus::retired: return {};
    }
    __builtin_unreachable();
}

void add_row(const View& view, const Part& part, Table& table) {
    const auto& texts = view.texts();
    const auto path = own_organization_path(part.id);
    const auto members = path + "/members";
    const auto label = filled_plain(texts.members_link, {{"organization", part.name}});
    table.row(element("a", {{"href", path}}, name_markup(part.name)), role_text(texts, part.role),
              status_text(texts, part.status), next(view, part), link_to(members, label));
}

Markup organizations(const View& view) {
    const auto& texts = view.texts();
    const auto& parts = view.visit.actor().parts;
    if (parts.empty()) return element("p", {{"class", "lead"}}, texts.dashboard_none);
    const auto total = std::ssize(parts);
    const auto slice = slice_of(view.visit.parameter("page"));
    const auto end = std::min<std::int64_t>(slice.offset + slice.count, total);
    Table table(texts.dashboard_title);
    table.columns({texts.column_organization, texts.column_role, texts.column_standing,
                   texts.dashboard_next, texts.column_pages});
    for (auto i = slice.offset; i < end; ++i) {
        add_row(view, parts[static_cast<std::size_t>(i)], table);
    }
    return together(table.markup(), pages_markup(texts, slice, total, "/dashboard"));
}

Response show(Visit& visit, const OwnOperations& operations) {
    const auto& texts = visit.texts();
    auto content = organizations({visit, operations});
    content.add(element(
        "p", {},
        element("a", {{"href", "/dashboard/organizations/new"}}, texts.dashboard_new_link)));
    Markup asked;
    for (const auto& organization : visit.people().joining.asked_by(visit.actor())) {
        const auto name = name_markup(organization.stated.name);
        asked.add(element("li", {}, filled(texts.dashboard_asked_about, {{"organization", name}})));
    }
    content.add(list_section(texts.dashboard_asked, "parts", asked));
    return visit.page(200, {.title = std::string(texts.dashboard_title),
                            .section = Section::dashboard,
                            .wide = true,
                            .content = content});
}

}  // namespace

std::vector<http::Route> dashboard_routes(const Visits& visits, const OwnOperations& operations) {
    return {visits.own_page("/dashboard", "showDashboard",
                            [operations](Visit& visit) { return show(visit, operations); })};
}

std::vector<http::Route> people_routes(const Visits& visits) {
    std::vector<http::Route> routes;
    for (auto& part :
         {sign_up_routes(visits), log_in_routes(visits), forgotten_password_routes(visits),
          own_account_routes(visits), second_factor_routes(visits), session_routes(visits),
          member_routes(visits), member_change_routes(visits), joining_routes(visits)}) {
        routes.insert(routes.end(), part.begin(), part.end());
    }
    return routes;
}

}  // namespace cartulary::web
