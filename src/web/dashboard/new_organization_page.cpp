#include "web/dashboard/organization_form.h"
#include "web/dashboard/own_pages.h"
#include "web/fragments.h"
#include "web/texts/refusals.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr auto new_path = "/dashboard/organizations/new";

std::string joined(const Texts& texts, const std::vector<std::string>& reasons) {
    std::string text;
    for (const auto& reason : reasons) {
        text += (text.empty() ? "" : ", ") + refusal_text(texts, reason);
    }
    return text;
}

Markup buttons(const Texts& texts, bool is_another) {
    return element("div", {{"class", "choices"}},
                   named_button(is_another ? texts.duplicate_other_button : texts.save_draft_button,
                                "then", "save"),
                   named_button(is_another ? texts.duplicate_other_submit_button
                                           : texts.save_and_submit_button,
                                "then", "submit", "second"));
}

Page page_of(const Visit& visit, const OrganizationDraft& draft, const Problems& problems) {
    const auto& texts = visit.texts();
    const auto about =
        filled(texts.new_about, {{"registry", name_markup(visit.shell().registry_name)}});
    const auto is_another = !visit.field("other").empty();
    const auto fields =
        together(is_another ? hidden_field("other", "yes") : Markup(),
                 organization_fields(visit, draft, problems), buttons(texts, is_another));
    return {.title = std::string(texts.new_title),
            .section = Section::dashboard,
            .content =
                together(summary_markup(texts.form_problems_title, problems),
                         element("p", {{"class", "lead"}}, about), visit.form(new_path, fields))};
}

// Before it is made; what was written stands below, to go on with.
Page duplicates_page(const Visit& visit, const OrganizationDraft& draft,
                     const std::vector<LikelyDuplicate>& duplicates) {
    const auto& texts = visit.texts();
    Markup entries;
    for (const auto& duplicate : duplicates) {
        const auto join = "/dashboard/join?organization=" + duplicate.ctid.text();
        const auto label = filled_plain(texts.duplicate_join, {{"organization", duplicate.name}});
        const auto reasons = joined(texts, duplicate.reasons);
        const auto about = filled(texts.duplicate_reasons, {{"name", name_markup(duplicate.name)},
                                                            {"reasons", Markup(reasons)}});
        entries.add(element("li", {}, element("p", {}, about),
                            element("p", {}, element("a", {{"href", join}}, label))));
    }
    const auto fields = together(hidden_field("other", "yes"),
                                 organization_fields(visit, draft, {}), buttons(texts, true));
    return {.title = std::string(texts.duplicates_title),
            .section = Section::dashboard,
            .content = together(element("p", {{"class", "lead"}}, texts.duplicates_about),
                                element("ul", {{"class", "parts"}}, entries),
                                visit.form(new_path, fields))};
}

Response show(Visit& visit) {
    OrganizationDraft draft;
    draft.email = visit.actor().person.email;
    return visit.form_page(page_of(visit, draft, {}), {});
}

Response take(Visit& visit, const OwnOperations& operations) {
    const auto& texts = visit.texts();
    OrganizationDraft draft;
    read_organization(visit, draft);
    auto problems = problems_in_organization_form(visit);
    if (problems.any()) return visit.form_page(page_of(visit, draft, problems), problems);
    if (visit.field("other").empty()) {
        const auto duplicates = operations.applications.duplicates(draft);
        if (!duplicates.empty()) return visit.page(200, duplicates_page(visit, draft, duplicates));
    }
    const auto begun = operations.applications.begin(visit.actor(), draft);
    if (begun) {
        const Own own{visit, operations, begun->id};
        // It is a draft now, whatever is still missing.
        if (visit.field("then") == "submit") return submit(own);
        return own.go_to({}, Notice::organization_saved);
    }
    add_problems(texts, begun.error(), problems);
    if (begun.error().kind == ErrorKind::limited)
        problems.add("name", std::string(texts.too_many_unapproved));
    if (!problems.any()) return visit.refuse(begun.error());
    return visit.form_page(page_of(visit, draft, problems), problems);
}

}  // namespace

std::vector<http::Route> new_organization_routes(const Visits& visits,
                                                 const OwnOperations& operations) {
    return {visits.own_page(new_path, "showNewOrganization", show),
            visits.own_form(new_path, "beginOrganization", http::Cost::write,
                            [operations](Visit& visit) { return take(visit, operations); })};
}

}  // namespace cartulary::web
