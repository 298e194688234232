#include "base/text.h"
#include "domain/organization_decision.h"
#include "web/dashboard/organization_form.h"
#include "web/dashboard/own_pages.h"
#include "web/fragments.h"
#include "web/paths.h"
#include "web/people_markup.h"

namespace cartulary::web {

namespace {

using http::Response;

// What the page is about, with what its visitor may do.
struct View {
    const Own& own;
    const Applications::Shown& shown;
    bool may_change;

    const Texts& texts() const { return own.texts(); }
    const Organization& organization() const { return shown.organization; }
    OrganizationStatus status() const { return shown.organization.status; }
};

bool is_to_be_submitted(OrganizationStatus status) {
    return status == OrganizationStatus::draft || status == OrganizationStatus::declined;
}

Timestamp decided_at(const View& view) {
    const auto& decisions = view.shown.decisions;
    return decisions.empty() ? view.organization().updated_at : decisions.back().decided_at;
}

// How it stands, in words and color.
Markup standing(const View& view) {
    const auto& texts = view.texts();
    const auto registry = name_markup(view.own.visit.shell().registry_name);
    const auto about = [&](std::string_view looks, std::string_view words, Timestamp at) {
        const auto text = filled(words, {{"registry", registry}, {"date", day(texts, at)}});
        return element("p", {{"class", looks}}, text);
    };
    const auto at = decided_at(view);
    switch (view.status()) {
        case OrganizationStatus::draft: return about("standing", texts.own_draft_about, at);
        case OrganizationStatus::submitted:
            return about("standing open", texts.own_submitted_about, at);
        case OrganizationStatus::approved:
            return about("standing good", texts.own_approved_about,
                         view.organization().approved_at.value_or(at));
        case OrganizationStatus::declined:
            return about("standing bad", texts.own_declined_about, at);
        case OrganizationStatus::inactive:
        case OrganizationStatus::blocked:
        case OrganizationStatus::retired:
            return about("standing over", texts.own_resting_about, at);
    }
    __builtin_unreachable();
}

Markup reason(const View& view) {
    if (view.status() != OrganizationStatus::declined || view.shown.decisions.empty()) return {};
    return together(element("p", {}, view.texts().own_reason),
                    description_markup(view.shown.decisions.back().reason));
}

Markup duplicates(const View& view) {
    const auto& texts = view.texts();
    Markup entries;
    for (const auto& duplicate : view.shown.duplicates) {
        const auto join = "/dashboard/join?organization=" + duplicate.ctid.text();
        const auto label = filled_plain(texts.duplicate_join, {{"organization", duplicate.name}});
        entries.add(element("li", {}, element("a", {{"href", join}}, label)));
    }
    if (entries.empty()) return {};
    return together(element("h2", {}, texts.duplicates_title),
                    element("p", {}, texts.duplicates_about),
                    element("ul", {{"class", "parts"}}, entries));
}

Markup missing(const View& view) {
    if (!is_to_be_submitted(view.status())) return {};
    Markup entries;
    for (const auto& sentence :
         sentences_of(view.texts(), problems_before_approval(view.organization().stated))) {
        entries.add(element("li", {}, sentence));
    }
    return list_section(view.texts().own_missing_title, "parts", entries);
}

// What its administrators can do about its standing.
Markup actions(const View& view) {
    if (!view.may_change) return {};
    const auto& texts = view.texts();
    const auto& own = view.own;
    Markup actions;
    if (is_to_be_submitted(view.status())) {
        const bool complete = problems_before_approval(view.organization().stated).empty();
        const auto edit = own.path("edit");
        actions.add(complete ? own.visit.form(own.path("submit"), button(texts.submit_button))
                             : element("p", {}, element("a", {{"href", edit}}, texts.next_submit)));
        if (!view.organization().approved_at) {
            const auto discard = own.path("discard");
            actions.add(element("p", {}, element("a", {{"href", discard}}, texts.discard_link)));
        }
    } else if (view.status() == OrganizationStatus::submitted) {
        actions.add(element("p", {}, texts.withdraw_about));
        actions.add(own.visit.form(own.path("withdraw"), button(texts.withdraw_button, "second")));
    }
    return actions;
}

Markup record(const View& view) {
    const auto& texts = view.texts();
    const auto& stated = view.organization().stated;
    const auto is_public = view.status() == OrganizationStatus::approved;
    const auto page = organization_path(stated.profile_name);
    const auto website = text::is_blank(stated.website) ? Markup() : outside_link(stated.website);
    const auto ctid = element("code", {}, view.organization().id.ctid());
    return together(
        element("h2", {}, texts.own_record_title), description_markup(stated.description),
        Details()
            .add(texts.own_ctid, ctid)
            .add(texts.own_status, status_text(texts, view.status()))
            .add(texts.website_label, website)
            .add(texts.organization_email_label, stated.email)
            .add(texts.own_public_link, is_public ? element("a", {{"href", page}}, page) : Markup())
            .markup());
}

Response show(const Own& own) {
    const auto shown = own.operations.applications.show(own.actor(), own.id);
    if (!shown) return own.visit.refuse(shown.error());
    const auto* part = own.actor().part_in(own.id);
    const View view{own, *shown, part && is_enough(part->role, Need::administer)};
    const auto content = together(standing(view), reason(view), missing(view), actions(view),
                                  duplicates(view), record(view));
    const auto& name = shown->organization.stated.name;
    return own.visit.page(200, own_page(own, name, "", name, content));
}

Response withdraw(const Own& own) {
    const auto withdrawn = own.operations.applications.withdraw(own.actor(), own.id);
    if (withdrawn) return own.go_to({}, Notice::organization_withdrawn);
    return own.visit.refuse(withdrawn.error());
}

Response ask_discard(const Own& own) {
    const auto shown = own.operations.applications.show(own.actor(), own.id);
    if (!shown) return own.visit.refuse(shown.error());
    const auto caller = acting_in(own.actor(), own.id, Need::administer);
    if (!caller) return own.visit.refuse(caller.error());
    const auto& texts = own.texts();
    const auto& name = shown->organization.stated.name;
    return ask(own, name, "", filled_plain(texts.discard_title, {{"organization", name}}),
               {.about = texts.discard_about,
                .button = texts.discard_button,
                .action = own.path("discard"),
                .back_label = texts.keep_link,
                .back = own.path()});
}

Response discard(const Own& own) {
    const auto discarded = own.operations.applications.discard(own.actor(), own.id);
    if (!discarded) return own.visit.refuse(discarded.error());
    return own.visit.go_to("/dashboard", Notice::organization_discarded);
}

}  // namespace

std::vector<http::Route> overview_routes(const OwnPages& pages) {
    return {pages.page("", "showOrganizationOverview", show),
            pages.form("/submit", "submitOrganization", submit),
            pages.form("/withdraw", "withdrawOrganization", withdraw),
            pages.page("/discard", "askToDiscardOrganization", ask_discard),
            pages.form("/discard", "discardOrganization", discard)};
}

}  // namespace cartulary::web
