#include "domain/email_address.h"
#include "http/form.h"
#include "web/dashboard/members_page.h"
#include "web/fragments.h"
#include "web/own_path.h"
#include "web/people_markup.h"
#include "web/people_routes.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr auto invitation_path = "/invitation";
constexpr auto account_path = "/invitation/account";
constexpr auto join_path = "/dashboard/join";

bool is_for(const Joining::Invited& invited, const Person& person) {
    const auto folded = [](const std::string& email) {
        return EmailAddress::parse(email).value().folded();
    };
    return folded(invited.invitation.email) == folded(person.email);
}

// Where somebody who has an account logs in, and comes back from.
Markup log_in_part(const Visit& visit, const std::string& token) {
    const auto back = std::string(invitation_path) + "?token=" + http::percent_encode(token);
    const auto path = "/log-in?next=" + http::percent_encode(own_path(back, "/dashboard"));
    return together(element("p", {}, visit.texts().invitation_log_in),
                    element("p", {}, element("a", {{"href", path}}, visit.texts().log_in_link)));
}

Markup account_part(const Visit& visit, const Joining::Invited& invited, const std::string& token,
                    const Problems& problems) {
    const auto& texts = visit.texts();
    const auto first_name = visit.field("first_name");
    const auto last_name = visit.field("last_name");
    const auto fields = together(hidden_field("token", token),
                                 field_markup({.name = "first_name",
                                               .label = texts.first_name_label,
                                               .autocomplete = "given-name",
                                               .value = first_name},
                                              problems),
                                 field_markup({.name = "last_name",
                                               .label = texts.last_name_label,
                                               .autocomplete = "family-name",
                                               .value = last_name},
                                              problems),
                                 account_email(texts, invited.invitation.email),
                                 field_markup(new_password_field(texts), problems),
                                 button(texts.invitation_new_button));
    return together(element("p", {}, texts.invitation_new), visit.form(account_path, fields));
}

Markup what_to_do(const Visit& visit, const Joining::Invited& invited, const std::string& token,
                  const Problems& problems) {
    const auto& texts = visit.texts();
    if (!visit.is_logged_in()) {
        return invited.has_account ? log_in_part(visit, token)
                                   : account_part(visit, invited, token, problems);
    }
    const auto& person = visit.actor().person;
    if (!is_for(invited, person)) {
        return element("p", {},
                       filled(texts.invitation_other, {{"email", name_markup(person.email)}}));
    }
    return visit.form(invitation_path,
                      together(hidden_field("token", token), button(texts.invitation_accept)));
}

Page invitation_page(const Visit& visit, const Joining::Invited& invited, const std::string& token,
                     const Problems& problems) {
    const auto& texts = visit.texts();
    const auto about =
        filled(texts.invitation_about, {{"role", Markup(role_text(texts, invited.invitation.role))},
                                        {"email", name_markup(invited.invitation.email)}});
    return {.title = filled_plain(texts.invitation_title, {{"organization", invited.name}}),
            .content = together(summary_markup(texts.form_problems_title, problems),
                                element("p", {{"class", "lead"}}, about),
                                what_to_do(visit, invited, token, problems))};
}

Response show_invitation(Visit& visit) {
    const auto token = visit.parameter("token");
    const auto invited = visit.people().joining.of_link(token);
    if (!invited) return link_over(visit, {}, {});
    return visit.form_page(invitation_page(visit, *invited, token, {}), {});
}

Response accept(Visit& visit) {
    const auto accepted = visit.people().joining.accept(visit.actor(), visit.field("token"));
    if (accepted) return visit.go_to("/dashboard", Notice::invitation_accepted);
    if (accepted.error().kind == ErrorKind::gone) return link_over(visit, {}, {});
    return visit.refuse(accepted.error());
}

Response accept_as_new(Visit& visit) {
    const auto& texts = visit.texts();
    auto& joining = visit.people().joining;
    const auto token = visit.field("token");
    const auto invited = joining.of_link(token);
    if (!invited) return link_over(visit, {}, {});
    const auto done = joining.accept_as_new(token,
                                            {.first_name = visit.field("first_name"),
                                             .last_name = visit.field("last_name"),
                                             .password = visit.field("password")},
                                            visit.browser());
    if (done) {
        visit.stay_logged_in(*done);
        return visit.go_to("/dashboard", Notice::invitation_accepted);
    }
    if (done.error().kind == ErrorKind::gone) return link_over(visit, {}, {});
    const auto problems = problems_of(texts, done.error(),
                                      {{"first_name", texts.first_name_label},
                                       {"last_name", texts.last_name_label},
                                       {"password", texts.choose_password_label}});
    if (!problems.any()) return visit.refuse(done.error());
    return visit.form_page(invitation_page(visit, *invited, token, problems), problems);
}

Page join_page(const Visit& visit, const Organization& organization, const Problems& problems) {
    const auto& texts = visit.texts();
    const auto note = visit.field("note");
    const auto fields = together(
        hidden_field("organization", organization.id.ctid()),
        text_area(
            {.name = "note", .label = texts.join_note_label, .value = note, .required = false},
            problems),
        button(texts.join_button));
    return {.title = filled_plain(texts.join_title, {{"organization", organization.stated.name}}),
            .section = Section::dashboard,
            .content = together(summary_markup(texts.form_problems_title, problems),
                                element("p", {{"class", "lead"}}, texts.join_about),
                                visit.form(join_path, fields))};
}

// The organization that somebody wants to join, where it can be joined.
Result<Organization> wanted(Visit& visit, const std::string& ctid) {
    const auto id = OrganizationId::from_ctid(ctid);
    if (!id) {
        return fail(ErrorKind::not_found, std::string(visit.texts().organization_unknown));
    }
    return visit.people().joining.open_to_requests(*id);
}

Response show_join(Visit& visit) {
    const auto organization = wanted(visit, visit.parameter("organization"));
    if (!organization) return visit.refuse(organization.error());
    return visit.form_page(join_page(visit, *organization, {}), {});
}

Response ask(Visit& visit) {
    const auto& texts = visit.texts();
    const auto organization = wanted(visit, visit.field("organization"));
    if (!organization) return visit.refuse(organization.error());
    const auto asked =
        visit.people().joining.ask(visit.actor(), organization->id, visit.field("note"));
    if (asked) return visit.go_to("/dashboard", Notice::join_asked);
    const auto problems = problems_of(texts, asked.error(), {{"note", texts.join_note_label}});
    if (!problems.any()) return visit.refuse(asked.error());
    return visit.form_page(join_page(visit, *organization, problems), problems);
}

}  // namespace

std::vector<http::Route> joining_routes(const Visits& visits) {
    return {visits.page(invitation_path, "showInvitation", show_invitation),
            visits.own_form(invitation_path, "acceptInvitation", http::Cost::write, accept),
            visits.form(account_path, "acceptInvitationAsNew", http::Cost::slow, accept_as_new),
            visits.own_page(join_path, "showJoin", show_join),
            visits.own_form(join_path, "askToJoin", http::Cost::write, ask)};
}

}  // namespace cartulary::web
