#include "web/dashboard/organization_form.h"
#include "web/dashboard/organization_words.h"
#include "web/dashboard/own_pages.h"
#include "web/fragments.h"

namespace cartulary::web {

namespace {

using http::Response;

bool may_edit(const Own& own) {
    const auto* part = own.actor().part_in(own.id);
    return part && is_enough(part->role, Need::administer);
}

bool is_draft(OrganizationStatus status) {
    return status == OrganizationStatus::draft || status == OrganizationStatus::declined;
}

std::int64_t version_in(const Visit& visit) {
    const auto text = visit.field("version");
    return text.empty() || text.size() > 18 ||
                   text.find_first_not_of("0123456789") != std::string::npos
               ? 0
               : std::stoll(text);
}

Markup buttons(const Texts& texts, OrganizationStatus status) {
    if (!is_draft(status)) return button(texts.save_button);
    return element("div", {{"class", "choices"}},
                   named_button(texts.save_draft_button, "then", "save"),
                   named_button(texts.save_and_submit_button, "then", "submit", "second"));
}

std::string title_of(const Texts& texts, const Organization& organization) {
    return filled_plain(texts.edit_title, {{"organization", organization.stated.name}});
}

// What the record says, for who may only look.
Response record_page(const Own& own, const Organization& organization) {
    Details details;
    for (const auto& [label, text] : said_in(own.texts(), organization)) {
        details.add(label, description_markup(text));
    }
    return own.visit.page(200, own_page(own, organization.stated.name, "edit",
                                        title_of(own.texts(), organization), details.markup()));
}

Response show(const Own& own) {
    const auto shown = own.operations.applications.show(own.actor(), own.id);
    if (!shown) return own.visit.refuse(shown.error());
    if (!may_edit(own)) return record_page(own, shown->organization);
    return edit_page(own, shown->organization, shown->organization.stated, {});
}

// Shown once more: with what was written, or with how it is now where somebody else was faster.
Response again(const Own& own, const Error& error, Problems problems) {
    const auto shown = own.operations.applications.show(own.actor(), own.id);
    if (!shown) return own.visit.refuse(shown.error());
    const bool is_outdated = !error.fields.empty() && error.fields.front().field == "version";
    if (is_outdated) {
        problems.add("name", std::string(own.texts().changed_meanwhile));
        return edit_page(own, shown->organization, shown->organization.stated, problems);
    }
    add_problems(own.texts(), error, problems);
    if (!problems.any()) return own.visit.refuse(error);
    auto draft = shown->organization.stated;
    read_organization(own.visit, draft);
    return edit_page(own, shown->organization, draft, problems);
}

Response take(const Own& own) {
    if (!may_edit(own)) {
        const auto refused = acting_in(own.actor(), own.id, Need::administer);
        if (!refused) return own.visit.refuse(refused.error());
    }
    auto problems = problems_in_organization_form(own.visit);
    if (problems.any()) return again(own, {ErrorKind::invalid, {}}, std::move(problems));
    const auto saved = own.operations.applications.save(
        own.actor(), own.id, version_in(own.visit),
        [&](OrganizationDraft& draft) { read_organization(own.visit, draft); });
    if (!saved) return again(own, saved.error(), {});
    if (own.visit.field("then") == "submit") return submit(own);
    return own.go_to({}, Notice::organization_saved);
}

}  // namespace

Response edit_page(const Own& own, const Organization& organization, const OrganizationDraft& draft,
                   const Problems& problems) {
    const auto& texts = own.texts();
    const auto version = std::to_string(organization.version);
    const auto about = is_draft(organization.status) ? texts.edit_draft_about
                       : organization.status == OrganizationStatus::approved
                           ? texts.edit_public_about
                           : std::string_view();
    const auto content = together(
        summary_markup(texts.form_problems_title, problems),
        about.empty() ? Markup() : element("p", {{"class", "lead"}}, about),
        own.visit.form(own.path("edit"), together(hidden_field("version", version),
                                                  organization_fields(own.visit, draft, problems),
                                                  buttons(texts, organization.status))));
    return own.visit.form_page(
        own_page(own, organization.stated.name, "edit", title_of(texts, organization), content),
        problems);
}

Response submit(const Own& own) {
    const auto submitted = own.operations.applications.submit(own.actor(), own.id);
    if (submitted) return own.go_to({}, Notice::organization_submitted);
    Problems problems;
    add_problems(own.texts(), submitted.error(), problems);
    if (!problems.any()) return own.visit.refuse(submitted.error());
    const auto shown = own.operations.applications.show(own.actor(), own.id);
    if (!shown) return own.visit.refuse(shown.error());
    return edit_page(own, shown->organization, shown->organization.stated, problems);
}

std::vector<http::Route> organization_edit_routes(const OwnPages& pages) {
    return {pages.page("/edit", "showOrganizationEdit", show),
            pages.form("/edit", "saveOrganization", take)};
}

}  // namespace cartulary::web
