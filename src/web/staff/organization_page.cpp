#include <span>

#include "operations/account_mails.h"
#include "web/dashboard/organization_words.h"
#include "web/event_text.h"
#include "web/fragments.h"
#include "web/paging.h"
#include "web/people_markup.h"
#include "web/staff/staff_page.h"
#include "web/table.h"

namespace cartulary::web {

namespace {

using http::Response;
using Shown = StaffOrganizations::Shown;

// A page has an end, whatever an organization has.
constexpr std::size_t members_shown_max = 100;
constexpr std::size_t third_parties_shown_max = 100;
constexpr int decisions_shown_max = 20;

// What the parts of the page need.
struct View {
    const Visit& visit;
    const Shown& shown;
    const std::vector<OrganizationDecision>& decisions;
    std::string path;

    const Texts& texts() const { return visit.texts(); }
    const Organization& organization() const { return shown.whole.organization; }
};

// Only organizations have pages of their own here: a decision tells of people.
Markup actor_markup(const std::string& actor) {
    constexpr std::string_view person = "person:";
    if (!actor.starts_with(person)) return name_markup(actor);
    const auto id = Uuid::parse(std::string_view(actor).substr(person.size()));
    if (!id) return name_markup(actor);
    return link_to(staff_person_path(*id), actor);
}

Markup record(const View& view) {
    const auto& texts = view.texts();
    const auto& organization = view.organization();
    Details details;
    details.add(texts.column_standing, status_text(texts, organization.status))
        .add(texts.staff_ctid, organization.id.ctid())
        .add(texts.staff_column_entered, day(texts, organization.created_at))
        .add(texts.staff_changed, day(texts, organization.updated_at))
        .add(texts.staff_trusted, organization.trusted_partner ? texts.staff_yes : texts.staff_no)
        .add(texts.staff_events, number_text(texts, view.shown.whole.events));
    for (const auto& [label, text] : said_in(texts, organization)) {
        details.add(label, text.empty() ? Markup() : description_markup(text));
    }
    return details.markup();
}

Markup members(const View& view) {
    const auto& texts = view.texts();
    const auto& all = view.shown.whole.members;
    if (all.empty()) return element("p", {}, texts.staff_no_members);
    Table table(texts.members_caption);
    table.columns({texts.column_member, texts.column_email, texts.column_member_role});
    for (const auto& member : std::span(all).first(std::min(all.size(), members_shown_max))) {
        const auto name = full_name(member.person);
        table.row(element("a", {{"href", staff_person_path(member.person.id)}},
                          name_markup(name.empty() ? member.person.email : name)),
                  name_markup(member.person.email), role_text(texts, member.role));
    }
    return together(table.markup(), more_markup(texts, all.size(), members_shown_max));
}

Markup relationships(const View& view) {
    const auto& texts = view.texts();
    const auto& whole = view.shown.whole;
    Markup entries;
    const auto shown = std::min(whole.relationships.size(), third_parties_shown_max);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& other = whole.third_parties.at(i);
        const auto link = element("a", {{"href", staff_organization_path(other.id)}},
                                  name_markup(other.stated.name));
        entries.add(element("li", {},
                            filled(texts.staff_third_party,
                                   {{"organization", link},
                                    {"status", Markup(name_of(whole.relationships.at(i).status))},
                                    {"date", day(texts, whole.relationships.at(i).created_at)}})));
    }
    return list_section(texts.staff_third_parties, "parts", entries);
}

Markup keys(const View& view) {
    const auto& texts = view.texts();
    Markup entries;
    for (const auto& key : view.shown.whole.keys) {
        const auto wording = key.revoked_at ? texts.staff_key_revoked : texts.staff_key;
        entries.add(element(
            "li", {},
            filled(wording, {{"label", name_markup(key.label)},
                             {"date", day(texts, key.created_at)},
                             {"end", key.revoked_at ? day(texts, *key.revoked_at) : Markup()}})));
    }
    return list_section(texts.staff_keys, "parts", entries);
}

Markup history_entry(const Texts& texts, std::string_view what, const std::string& actor,
                     Timestamp at, const std::string& reason) {
    return element(
        "li", {},
        filled(texts.staff_decision,
               {{"what", Markup(what)}, {"who", actor_markup(actor)}, {"when", moment(texts, at)}}),
        reason.empty() ? Markup() : description_markup(reason));
}

// What staff decided, newest first.
Markup decisions(const View& view) {
    const auto& texts = view.texts();
    Markup acts;
    for (const auto& act : view.shown.acts) {
        acts.add(history_entry(texts, event_text(texts, act.type), act.actor, act.occurred_at,
                               act.reason));
    }
    auto left = decisions_shown_max;
    for (auto one = view.decisions.rbegin(); one != view.decisions.rend() && left-- > 0; ++one) {
        const auto type = "organization." + std::string(name_of(one->kind));
        acts.add(history_entry(texts, event_text(texts, type), one->actor, one->decided_at,
                               one->reason));
    }
    return list_section(texts.staff_decisions, "parts", acts);
}

Markup block_form(const View& view, const Problems& problems) {
    const auto& texts = view.texts();
    const auto reason = view.visit.field("reason");
    const auto fields = together(text_area({.name = "reason",
                                            .label = texts.staff_reason,
                                            .value = reason,
                                            .hint = texts.staff_reason_hint},
                                           problems),
                                 button(texts.staff_block_button, "second"));
    return together(element("h2", {}, texts.staff_block_title),
                    element("p", {}, texts.staff_block_about),
                    view.visit.form(view.path + "/block", fields));
}

Markup trust_form(const View& view) {
    const auto& texts = view.texts();
    const bool trusted = view.organization().trusted_partner;
    const auto label = trusted ? texts.staff_distrust_button : texts.staff_trust_button;
    return together(
        element("h2", {}, texts.staff_trust_title), element("p", {}, texts.staff_trust_about),
        view.visit.form(view.path + (trusted ? "/distrust" : "/trust"), button(label, "second")));
}

Markup forms(const View& view, const Problems& problems) {
    const auto& texts = view.texts();
    const auto& organization = view.organization();
    switch (organization.status) {
        case OrganizationStatus::approved:
            return together(trust_form(view), block_form(view, problems));
        case OrganizationStatus::blocked:
            return together(
                element("h2", {}, texts.staff_unblock_title),
                view.visit.form(view.path + "/unblock", button(texts.staff_unblock_button)));
        case OrganizationStatus::draft:
        case OrganizationStatus::submitted:
        case OrganizationStatus::declined:
        case OrganizationStatus::inactive:
        case OrganizationStatus::retired: return {};
    }
    __builtin_unreachable();
}

Response show(Visit& visit, const StaffDesk& desk, const OrganizationId& id,
              const Problems& problems = {}) {
    const auto& texts = visit.texts();
    const auto shown = desk.staff.organizations.show(visit.actor(), id);
    if (!shown) return visit.refuse(shown.error());
    const auto application = desk.applications.show(visit.actor(), id);
    const auto decided = application ? application->decisions : std::vector<OrganizationDecision>();
    const View view{visit, *shown, decided, staff_organization_path(id)};
    const auto log = path_with(staff_activity_path, {{"organization", id.ctid()}});
    const auto content =
        together(summary_markup(texts.form_problems_title, problems), record(view),
                 element("p", {}, link_to(log, texts.staff_activity_of)),
                 element("h2", {}, texts.members_caption), members(view), relationships(view),
                 keys(view), decisions(view), forms(view, problems));
    return visit.form_page(
        staff_page(texts, staff_organizations_path, view.organization().stated.name, content),
        problems);
}

// A route whose path names an organization.
using Handler = std::function<Response(Visit&, const StaffDesk&, const OrganizationId&)>;

Visits::Handler about(const StaffDesk& desk, Handler handle) {
    return [desk, handle = std::move(handle)](Visit& visit) {
        const auto id = OrganizationId::from_ctid(visit.request().path_parameter("ctid"));
        if (!id) return visit.refuse(404, visit.texts().staff_organization_unknown);
        return handle(visit, desk, *id);
    };
}

Response block(Visit& visit, const StaffDesk& desk, const OrganizationId& id) {
    const auto& texts = visit.texts();
    const auto done = desk.staff.organizations.block(visit.actor(), id, visit.field("reason"));
    if (done) return visit.go_to(staff_organization_path(id), Notice::organization_blocked);
    const auto problems = problems_of(texts, done.error(), {{"reason", texts.staff_reason}});
    if (!problems.any()) return visit.refuse(done.error());
    return show(visit, desk, id, problems);
}

Response changed(Visit& visit, const OrganizationId& id, const Result<Organization>& done,
                 Notice notice) {
    if (!done) return visit.refuse(done.error());
    return visit.go_to(staff_organization_path(id), notice);
}

Response unblock(Visit& visit, const StaffDesk& desk, const OrganizationId& id) {
    return changed(visit, id, desk.staff.organizations.unblock(visit.actor(), id),
                   Notice::organization_unblocked);
}

Response trust(Visit& visit, const StaffDesk& desk, const OrganizationId& id) {
    return changed(visit, id, desk.staff.organizations.set_trusted(visit.actor(), id, true),
                   Notice::partner_trusted);
}

Response distrust(Visit& visit, const StaffDesk& desk, const OrganizationId& id) {
    return changed(visit, id, desk.staff.organizations.set_trusted(visit.actor(), id, false),
                   Notice::partner_distrusted);
}

}  // namespace

std::vector<http::Route> staff_organization_routes(const Visits& visits, const StaffDesk& desk) {
    const std::string path = std::string(staff_organizations_path) + "/{ctid}";
    const auto show_one = [](Visit& visit, const StaffDesk& of, const OrganizationId& id) {
        return show(visit, of, id);
    };
    return {visits.staff_page(path, "showOrganizationToStaff", about(desk, show_one)),
            visits.staff_form(path + "/block", "blockOrganization", about(desk, block)),
            visits.staff_form(path + "/unblock", "unblockOrganization", about(desk, unblock)),
            visits.staff_form(path + "/trust", "trustPartner", about(desk, trust)),
            visits.staff_form(path + "/distrust", "distrustPartner", about(desk, distrust))};
}

}  // namespace cartulary::web
