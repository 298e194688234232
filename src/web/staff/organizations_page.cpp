#include "web/fragments.h"
#include "web/paging.h"
#include "web/people_markup.h"
#include "web/staff/staff_page.h"
#include "web/table.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr OrganizationStatus statuses[] = {
    OrganizationStatus::draft,    OrganizationStatus::submitted, OrganizationStatus::approved,
    OrganizationStatus::declined, OrganizationStatus::inactive,  OrganizationStatus::blocked,
    OrganizationStatus::retired};

StaffOrganizations::Query query_of(const Visit& visit) {
    return {.text = visit.parameter("text"),
            .status = parse_organization_status(visit.parameter("status")),
            .after = OrganizationId::from_ctid(visit.parameter("after"))};
}

Markup search(const Visit& visit, const StaffOrganizations::Query& query,
              const Problems& problems) {
    const auto& texts = visit.texts();
    std::vector<Option> options = {{"", texts.staff_any_status}};
    for (const auto status : statuses) {
        options.push_back({name_of(status), status_text(texts, status)});
    }
    const auto fields = together(
        field_markup({.name = "text",
                      .label = texts.staff_search_organizations,
                      .type = "search",
                      .value = query.text,
                      .required = false},
                     problems),
        choices_markup({.name = "status",
                        .label = texts.column_standing,
                        .options = options,
                        .chosen = query.status ? name_of(*query.status) : std::string_view()}));
    return search_form(staff_organizations_path, fields, texts.staff_search_button);
}

Markup place_of(const Organization& organization) {
    const auto& address = organization.stated.address;
    const auto comma = address.city.empty() || address.region.empty() ? "" : ", ";
    return name_markup(address.city + comma + address.region);
}

Markup table(const Texts& texts, const std::vector<Organization>& organizations) {
    if (organizations.empty()) return element("p", {{"class", "lead"}}, texts.staff_none_found);
    Table table(texts.staff_organizations);
    table.columns({texts.column_organization, texts.column_standing, texts.place,
                   texts.staff_column_entered});
    for (const auto& one : organizations) {
        auto name =
            element("a", {{"href", staff_organization_path(one.id)}}, name_markup(one.stated.name));
        if (one.trusted_partner) {
            name.add(together(" ", element("span", {{"class", "tag"}}, texts.staff_trusted)));
        }
        table.row(name, status_text(texts, one.status), place_of(one), day(texts, one.created_at));
    }
    return table.markup();
}

Response show(Visit& visit, StaffOperations& staff) {
    const auto& texts = visit.texts();
    const auto query = query_of(visit);
    const auto listed = staff.organizations.list(visit.actor(), query);
    const auto problems =
        listed ? Problems()
               : problems_of(texts, listed.error(), {{"text", texts.staff_search_organizations}});
    if (!listed && !problems.any()) return visit.refuse(listed.error());
    auto content = together(summary_markup(texts.form_problems_title, problems),
                            search(visit, query, problems));
    if (listed) {
        content.add(table(texts, listed->organizations));
        const auto next = listed->more
                              ? path_with(staff_organizations_path,
                                          {{"text", query.text},
                                           {"status", visit.parameter("status")},
                                           {"after", listed->organizations.back().id.ctid()}})
                              : std::string();
        content.add(next_markup(texts, next));
    }
    return visit.form_page(staff_page(texts, staff_organizations_path,
                                      std::string(texts.staff_organizations), content),
                           problems);
}

}  // namespace

std::vector<http::Route> staff_organization_list_routes(const Visits& visits,
                                                        const StaffDesk& desk) {
    return {visits.staff_page(staff_organizations_path, "listAllOrganizations",
                              [&staff = desk.staff](Visit& visit) { return show(visit, staff); })};
}

}  // namespace cartulary::web
