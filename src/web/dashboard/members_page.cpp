#include "web/dashboard/members_page.h"

#include "operations/account_mails.h"
#include "web/fragments.h"
#include "web/people_markup.h"
#include "web/people_routes.h"
#include "web/table.h"

namespace cartulary::web {

namespace {

using http::Response;

// What the entries of the page need.
struct View {
    const Visit& visit;
    const Members::Listed& listed;
    std::string path;  // of the page

    const Texts& texts() const { return visit.texts(); }
};

std::string named(const Person& person) {
    const auto name = full_name(person);
    return name.empty() ? person.email : name;
}

Markup role_choices(const Texts& texts, std::string_view label, std::string_view id, Role chosen,
                    std::string_view label_class) {
    std::vector<Option> choices;
    for (const auto role : membership_roles) {
        choices.push_back({name_of(role), role_text(texts, role)});
    }
    return choices_markup({.name = "role",
                           .label = label,
                           .options = choices,
                           .chosen = name_of(chosen),
                           .id = id,
                           .label_class = label_class});
}

std::string of(std::string_view wording, std::string_view person) {
    return filled_plain(wording, {{"person", person}});
}

Markup actions(const View& view, const Membership& member) {
    const auto& texts = view.texts();
    const auto person = named(member.person);
    const auto path = view.path + "/" + member.person.id.text();
    const auto id = "role-" + member.person.id.text();
    return together(
        view.visit.form(
            path + "/role",
            together(role_choices(texts, of(texts.role_of, person), id, member.role, "unseen"),
                     button(texts.role_button, "second")),
            "choices"),
        view.visit.form(path + "/remove",
                        button_about(texts.remove_button, of(texts.remove_of, person))));
}

void add_row(const View& view, const Membership& member, Table& table) {
    const auto& texts = view.texts();
    const bool is_own = member.person.id == view.visit.actor().person.id;
    auto name = name_markup(named(member.person));
    if (is_own) name.add(together(" ", element("span", {{"class", "tag"}}, texts.member_you)));
    table.row(name, name_markup(member.person.email), role_text(texts, member.role),
              view.listed.may_change && !is_own ? actions(view, member) : Markup());
}

Markup members(const View& view) {
    const auto& texts = view.texts();
    Table table(texts.members_caption);
    table.columns(
        {texts.column_member, texts.column_email, texts.column_member_role, texts.column_actions});
    for (const auto& member : view.listed.members) add_row(view, member, table);
    return table.markup();
}

Markup requests(const View& view) {
    const auto& texts = view.texts();
    Markup entries;
    for (const auto& [request, person] : view.listed.requests) {
        const auto name = named(person);
        const auto path = view.path + "/requests/" + person.id.text();
        const auto id = "request-" + person.id.text();
        const auto label = of(texts.request_role_of, name);
        const auto about = filled(texts.request_entry, {{"person", name_markup(name)},
                                                        {"email", name_markup(person.email)},
                                                        {"date", day(texts, request.created_at)}});
        entries.add(element(
            "li", {}, element("p", {}, about), description_markup(request.note),
            view.visit.form(
                path + "/let-in",
                together(role_choices(texts, label, id, Role::viewer, "unseen"),
                         button_about(texts.let_in_button, of(texts.let_in_of, name), "first")),
                "choices"),
            view.visit.form(path + "/decline", button_about(texts.decline_request_button,
                                                            of(texts.decline_of, name)))));
    }
    return list_section(texts.requests_title, "parts", entries);
}

Markup invitations(const View& view) {
    const auto& texts = view.texts();
    Markup entries;
    for (const auto& invitation : view.listed.invitations) {
        const auto path = view.path + "/invitations/" + invitation.id.text() + "/cancel";
        const auto label = filled_plain(texts.cancel_of, {{"email", invitation.email}});
        entries.add(element(
            "li", {},
            filled(texts.invitation_entry, {{"email", name_markup(invitation.email)},
                                            {"role", Markup(role_text(texts, invitation.role))},
                                            {"date", day(texts, invitation.expires_at)}}),
            view.visit.form(path, button_about(texts.cancel_button, label))));
    }
    return list_section(texts.invitations_title, "parts", entries);
}

Markup invite_form(const View& view, const Problems& problems) {
    const auto& texts = view.texts();
    const auto email = view.visit.field("email");
    const auto fields = together(field_markup({.name = "email",
                                               .label = texts.email_label,
                                               .type = "email",
                                               .autocomplete = "off",
                                               .value = email},
                                              problems),
                                 role_choices(texts, texts.role_label, "role", Role::viewer, {}),
                                 button(texts.invite_button));
    return together(element("h2", {}, texts.invite_title), element("p", {}, texts.invite_about),
                    view.visit.form(view.path + "/invite", fields));
}

Markup leave_form(const View& view) {
    const auto& texts = view.texts();
    const auto& name = view.listed.organization.stated.name;
    if (!view.visit.actor().part_in(view.listed.organization.id)) return {};
    const auto label = filled_plain(texts.leave_button, {{"organization", name}});
    return together(element("h2", {}, texts.leave_title), element("p", {}, texts.leave_about),
                    view.visit.form(view.path + "/leave", button(label, "second")));
}

}  // namespace

std::optional<OrganizationId> organization_of(const Visit& visit) {
    return OrganizationId::from_ctid(visit.request().path_parameter("ctid"));
}

std::string members_path(const OrganizationId& organization) {
    return own_organization_path(organization) + "/members";
}

Response members_page(Visit& visit, const Problems& problems) {
    const auto& texts = visit.texts();
    const auto id = organization_of(visit);
    if (!id) return visit.refuse(404, texts.organization_unknown);
    const auto listed = visit.people().members.list(visit.actor(), *id);
    if (!listed) return visit.refuse(listed.error());
    const View view{visit, *listed, members_path(*id)};
    const auto& name = listed->organization.stated.name;
    auto content = together(own_navigation(visit, *id, name, "members"),
                            summary_markup(texts.form_problems_title, problems),
                            element("p", {{"class", "lead"}}, texts.members_about), members(view));
    if (listed->may_change) {
        content.add(together(requests(view), invitations(view), invite_form(view, problems)));
    }
    content.add(leave_form(view));
    return visit.form_page({.title = filled_plain(texts.members_title, {{"organization", name}}),
                            .section = Section::dashboard,
                            .wide = true,
                            .content = content},
                           problems);
}

std::vector<http::Route> member_routes(const Visits& visits) {
    return {visits.own_page("/dashboard/organizations/{ctid}/members", "listMembers",
                            [](Visit& visit) { return members_page(visit, {}); })};
}

}  // namespace cartulary::web
