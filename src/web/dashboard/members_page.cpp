#include "web/dashboard/members_page.h"

#include "operations/account_mails.h"
#include "web/fragments.h"
#include "web/people_markup.h"
#include "web/people_routes.h"

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

// A button among several of its kind, which says for whom it is to those who do not see its row.
Markup button_for(std::string_view words, std::string_view words_for, std::string_view key,
                  std::string_view whom, std::string_view looks) {
    const auto label = filled_plain(words_for, {{key, whom}});
    return element("button", {{"type", "submit"}, {"class", looks}, {"aria-label", label}}, words);
}

Markup actions(const View& view, const Membership& member) {
    const auto& texts = view.texts();
    const auto person = named(member.person);
    const auto path = view.path + "/" + member.person.id.text();
    const auto id = "role-" + member.person.id.text();
    const auto label = filled_plain(texts.role_of, {{"person", person}});
    return together(
        view.visit.form(path + "/role",
                        together(role_choices(texts, label, id, member.role, "unseen"),
                                 button(texts.role_button, "second")),
                        "choices"),
        view.visit.form(path + "/remove", button_for(texts.remove_button, texts.remove_of, "person",
                                                     person, "second")));
}

Markup row(const View& view, const Membership& member) {
    const auto& texts = view.texts();
    const bool is_own = member.person.id == view.visit.actor().person.id;
    auto name = name_markup(named(member.person));
    if (is_own) name.add(together(" ", element("span", {{"class", "tag"}}, texts.member_you)));
    return element("tr", {}, element("th", {{"scope", "row"}}, name),
                   element("td", {}, name_markup(member.person.email)),
                   element("td", {}, role_text(texts, member.role)),
                   view.listed.may_change && !is_own ? element("td", {}, actions(view, member))
                                                     : element("td", {}));
}

Markup table(const View& view) {
    const auto& texts = view.texts();
    Markup rows;
    for (const auto& member : view.listed.members) rows.add(row(view, member));
    const auto column = [](std::string_view name) {
        return element("th", {{"scope", "col"}}, name);
    };
    return element(
        "table", {}, element("caption", {{"class", "unseen"}}, texts.members_caption),
        element("thead", {},
                element("tr", {}, column(texts.column_member), column(texts.column_email),
                        column(texts.column_member_role), column(texts.column_actions))),
        element("tbody", {}, rows));
}

Markup requests(const View& view) {
    const auto& texts = view.texts();
    Markup entries;
    for (const auto& [request, person] : view.listed.requests) {
        const auto name = named(person);
        const auto path = view.path + "/requests/" + person.id.text();
        const auto id = "request-" + person.id.text();
        const auto label = filled_plain(texts.request_role_of, {{"person", name}});
        const auto about = filled(texts.request_entry, {{"person", name_markup(name)},
                                                        {"email", name_markup(person.email)},
                                                        {"date", day(texts, request.created_at)}});
        entries.add(element(
            "li", {}, element("p", {}, about), description_markup(request.note),
            view.visit.form(
                path + "/let-in",
                together(role_choices(texts, label, id, Role::viewer, "unseen"),
                         button_for(texts.let_in_button, texts.let_in_of, "person", name, "first")),
                "choices"),
            view.visit.form(path + "/decline",
                            button_for(texts.decline_request_button, texts.decline_of, "person",
                                       name, "second"))));
    }
    return list_section(texts.requests_title, "parts", entries);
}

Markup invitations(const View& view) {
    const auto& texts = view.texts();
    Markup entries;
    for (const auto& invitation : view.listed.invitations) {
        const auto path = view.path + "/invitations/" + invitation.id.text() + "/cancel";
        entries.add(element(
            "li", {},
            filled(texts.invitation_entry, {{"email", name_markup(invitation.email)},
                                            {"role", Markup(role_text(texts, invitation.role))},
                                            {"date", day(texts, invitation.expires_at)}}),
            view.visit.form(path, button_for(texts.cancel_button, texts.cancel_of, "email",
                                             invitation.email, "second"))));
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
                            element("p", {{"class", "lead"}}, texts.members_about), table(view));
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
