#include "web/fragments.h"
#include "web/paging.h"
#include "web/people_markup.h"
#include "web/staff/staff_page.h"
#include "web/table.h"
#include "web/texts/refusals.h"

namespace cartulary::web {

namespace {

using http::Response;
using Shown = Applications::Shown;

// What could not be done to some of many, beside what they are called.
using Left = std::vector<std::pair<std::string, std::string>>;

Markup left_markup(const Texts& texts, const Left& left) {
    if (left.empty()) return {};
    Markup entries;
    for (const auto& [name, problem] : left) {
        entries.add(
            element("li", {},
                    filled(texts.staff_left, {{"name", name_markup(name)},
                                              {"problem", Markup(refusal_text(texts, problem))}})));
    }
    return element("div", {{"class", "summary"}, {"role", "alert"}},
                   element("h2", {}, texts.staff_left_title), element("ul", {}, entries));
}

Markup duplicates(const Texts& texts, const Shown& shown) {
    Markup entries;
    for (const auto& duplicate : shown.duplicates) {
        const auto path = staff_organization_path(OrganizationId(duplicate.ctid.uuid()));
        std::string reasons;
        for (const auto& reason : duplicate.reasons) {
            reasons += (reasons.empty() ? "" : ", ") + refusal_text(texts, reason);
        }
        entries.add(element(
            "li", {},
            filled(texts.staff_duplicate,
                   {{"organization", element("a", {{"href", path}}, name_markup(duplicate.name))},
                    {"reasons", Markup(reasons)}})));
    }
    if (entries.empty()) return Markup(texts.staff_no_duplicates);
    return element("ul", {{"class", "parts"}}, entries);
}

// Since when it waits.
Timestamp since(const Shown& shown) {
    return shown.decisions.empty() ? shown.organization.updated_at
                                   : shown.decisions.back().decided_at;
}

// The box belongs to the form that stands below the table: forms cannot lie within one another.
constexpr auto approve_form_id = "approve";

Markup box(const Texts& texts, const Organization& organization) {
    const auto label = filled_plain(texts.staff_choose, {{"name", organization.stated.name}});
    return element("input", {{"type", "checkbox"},
                             {"name", "organization"},
                             {"value", organization.id.ctid()},
                             {"aria-label", label}});
}

Markup table(const Visit& visit, const std::vector<Shown>& waiting) {
    const auto& texts = visit.texts();
    Table table(texts.staff_waiting);
    table.columns({texts.column_organization, texts.staff_column_choose, texts.website,
                   texts.staff_column_since, texts.staff_column_duplicates});
    for (const auto& shown : waiting) {
        const auto& organization = shown.organization;
        table.row(element("a", {{"href", staff_organization_path(organization.id)}},
                          name_markup(organization.stated.name)),
                  box(texts, organization), outside_link(organization.stated.website),
                  day(texts, since(shown)), duplicates(texts, shown));
    }
    return table.markup();
}

Markup decline_form(const Visit& visit, const std::vector<Shown>& waiting,
                    const Problems& problems) {
    const auto& texts = visit.texts();
    std::vector<std::string> ctids;
    for (const auto& shown : waiting) ctids.push_back(shown.organization.id.ctid());
    std::vector<Option> options;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        options.push_back({ctids.at(i), waiting.at(i).organization.stated.name});
    }
    const auto chosen = visit.field("organization");
    const auto reason = visit.field("reason");
    const auto fields = together(choices_markup({.name = "organization",
                                                 .label = texts.column_organization,
                                                 .options = options,
                                                 .chosen = chosen}),
                                 text_area({.name = "reason",
                                            .label = texts.staff_reason,
                                            .value = reason,
                                            .hint = texts.staff_decline_hint},
                                           problems),
                                 button(texts.staff_decline_button, "second"));
    return together(element("h2", {}, texts.staff_decline_title),
                    visit.form(std::string(staff_waiting_path) + "/decline", fields));
}

Response show(Visit& visit, Applications& applications, const Problems& problems = {},
              const Left& left = {}) {
    const auto& texts = visit.texts();
    const auto slice = slice_of(visit.parameter("page"));
    const auto waiting = applications.waiting(visit.actor(), slice);
    if (!waiting) return visit.refuse(waiting.error());
    auto content =
        together(summary_markup(texts.form_problems_title, problems), left_markup(texts, left));
    if (waiting->items.empty()) {
        content.add(element("p", {{"class", "lead"}}, texts.staff_nothing_waits));
    } else {
        const auto path = std::string(staff_waiting_path);
        content.add(visit.form(path + "/approve", together(table(visit, waiting->items),
                                                           button(texts.staff_approve_button))));
        content.add(pages_markup(texts, slice, waiting->total, path));
        content.add(decline_form(visit, waiting->items, problems));
    }
    auto page = staff_page(texts, staff_waiting_path, std::string(texts.staff_waiting), content);
    if (left.empty()) return visit.form_page(std::move(page), problems);
    return visit.page(409, std::move(page));
}

Response approve(Visit& visit, Applications& applications) {
    std::vector<OrganizationId> chosen;
    for (const auto& ctid : visit.fields("organization")) {
        if (const auto id = OrganizationId::from_ctid(ctid)) chosen.push_back(*id);
    }
    if (chosen.empty()) return visit.refuse(422, visit.texts().staff_none_chosen);
    const auto approved = applications.approve(visit.actor(), chosen);
    if (!approved) return visit.refuse(approved.error());
    if (approved->left.empty()) {
        return visit.go_to(staff_waiting_path, Notice::organizations_approved);
    }
    Left left;
    for (const auto& [name, error] : approved->left) left.emplace_back(name, error.message);
    return show(visit, applications, {}, left);
}

Response decline(Visit& visit, Applications& applications) {
    const auto& texts = visit.texts();
    const auto id = OrganizationId::from_ctid(visit.field("organization"));
    if (!id) return visit.refuse(404, texts.staff_organization_unknown);
    const auto done = applications.decline(visit.actor(), *id, visit.field("reason"));
    if (done) return visit.go_to(staff_waiting_path, Notice::organization_declined);
    const auto problems = problems_of(texts, done.error(), {{"reason", texts.staff_reason}});
    if (!problems.any()) return visit.refuse(done.error());
    return show(visit, applications, problems);
}

}  // namespace

std::vector<http::Route> staff_waiting_routes(const Visits& visits, const StaffDesk& desk) {
    const std::string path = staff_waiting_path;
    auto& applications = desk.applications;
    return {
        visits.staff_page(path, "listWaitingOrganizations",
                          [&applications](Visit& visit) { return show(visit, applications); }),
        visits.staff_form(path + "/approve", "approveOrganizations",
                          [&applications](Visit& visit) { return approve(visit, applications); }),
        visits.staff_form(path + "/decline", "declineOrganization",
                          [&applications](Visit& visit) { return decline(visit, applications); })};
}

}  // namespace cartulary::web
