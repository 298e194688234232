#include "operations/account_mails.h"
#include "web/fragments.h"
#include "web/people_markup.h"
#include "web/people_routes.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr auto path = "/account";
constexpr auto name_path = "/account/name";
constexpr auto email_path = "/account/email";
constexpr auto email_confirm_path = "/account/email/confirm";
constexpr auto password_path = "/account/password";

Markup entry(const Markup& value, std::string_view to, std::string_view label) {
    return together(value, element("p", {}, element("a", {{"href", to}}, label)));
}

Response show(Visit& visit) {
    const auto& texts = visit.texts();
    const auto& person = visit.actor().person;
    const auto factor = visit.actor().has_second_factor ? texts.account_on : texts.account_off;
    const auto count = std::to_string(visit.people().sessions.of(visit.actor()).size());
    const auto details =
        Details()
            .add(texts.account_name,
                 entry(name_markup(full_name(person)), name_path, texts.change_name_link))
            .add(texts.account_email,
                 entry(name_markup(person.email), email_path, texts.change_email_link))
            .add(texts.account_password, entry(Markup(texts.account_password_set), password_path,
                                               texts.change_password_link))
            .add(texts.account_second_factor,
                 entry(Markup(factor), "/account/second-factor", texts.second_factor_link))
            .add(texts.account_sessions,
                 entry(Markup(count), "/account/sessions", texts.sessions_link));
    return visit.page(200, {.title = std::string(texts.account_title),
                            .section = Section::account,
                            .content = details.markup()});
}

// A form of the account with its problems, and what its tries are used up by.
Response again(Visit& visit, const Error& error, Problems problems, std::string_view first_field,
               const std::function<Page(const Problems&)>& page) {
    if (error.kind == ErrorKind::limited) {
        problems.add(std::string(first_field), wait_sentence(visit.texts(), error));
        return limited(visit, error, page(problems));
    }
    if (error.kind == ErrorKind::unauthenticated) {
        problems.add(std::string(first_field), std::string(visit.texts().current_password_wrong));
    }
    return visit.form_page(page(problems), problems);
}

Page account_form(const Visit& visit, std::string_view title, std::string_view to,
                  const Markup& about, const Markup& fields, const Problems& problems) {
    return {.title = std::string(title),
            .section = Section::account,
            .content = together(summary_markup(visit.texts().form_problems_title, problems), about,
                                visit.form(to, fields))};
}

Page name_page(const Visit& visit, const Problems& problems, const Person& shown) {
    const auto& texts = visit.texts();
    const auto fields = together(field_markup({.name = "first_name",
                                               .label = texts.first_name_label,
                                               .autocomplete = "given-name",
                                               .value = shown.first_name},
                                              problems),
                                 field_markup({.name = "last_name",
                                               .label = texts.last_name_label,
                                               .autocomplete = "family-name",
                                               .value = shown.last_name},
                                              problems),
                                 button(texts.save_button));
    return account_form(visit, texts.name_title, name_path, {}, fields, problems);
}

Response change_name(Visit& visit) {
    const auto& texts = visit.texts();
    Person shown;
    shown.first_name = visit.field("first_name");
    shown.last_name = visit.field("last_name");
    const auto done =
        visit.people().accounts.change_name(visit.actor(), shown.first_name, shown.last_name);
    if (done) return visit.go_to(path, Notice::name_changed);
    const auto problems =
        problems_of(texts, done.error(),
                    {{"first_name", texts.first_name_label}, {"last_name", texts.last_name_label}});
    return visit.form_page(name_page(visit, problems, shown), problems);
}

FormField present_password(const Texts& texts) {
    auto field = password_field(texts);
    field.name = "present_password";
    field.label = texts.current_password_label;
    return field;
}

Page email_page(const Visit& visit, const Problems& problems) {
    const auto& texts = visit.texts();
    const auto email = visit.field("email");
    const auto fields =
        together(field_markup({.name = "email",
                               .label = texts.new_email_label,
                               .type = "email",
                               .autocomplete = "email",
                               .value = email},
                              problems),
                 field_markup(present_password(texts), problems), button(texts.email_button));
    const auto present = element("strong", {}, name_markup(visit.actor().person.email));
    return account_form(visit, texts.email_title, email_path,
                        element("p", {}, filled(texts.email_about, {{"email", present}})), fields,
                        problems);
}

Response ask_email(Visit& visit) {
    const auto& texts = visit.texts();
    const auto done = visit.people().accounts.ask_email_change(visit.actor(), visit.field("email"),
                                                               visit.field("present_password"));
    if (done) return visit.go_to(path, Notice::email_mailed);
    const auto problems = problems_of(texts, done.error(), {{"email", texts.new_email_label}});
    return again(visit, done.error(), problems, "present_password",
                 [&](const Problems& all) { return email_page(visit, all); });
}

Response show_email_confirm(Visit& visit) {
    const auto& texts = visit.texts();
    const auto token = visit.parameter("token");
    const auto email = visit.people().accounts.email_of_link(token);
    if (!email) return link_over(visit, {}, {});
    const auto about =
        filled(texts.email_confirm_about, {{"email", element("strong", {}, name_markup(*email))}});
    const auto fields = together(hidden_field("token", token), button(texts.email_confirm_button));
    return visit.page(200, {.title = std::string(texts.email_confirm_title),
                            .content = together(element("p", {{"class", "lead"}}, about),
                                                visit.form(email_confirm_path, fields))});
}

Response confirm_email(Visit& visit) {
    const auto done = visit.people().accounts.confirm_email_change(visit.field("token"));
    if (!done && done.error().kind == ErrorKind::gone) return link_over(visit, {}, {});
    if (!done) return visit.refuse(done.error());
    return visit.go_to(visit.is_logged_in() ? path : "/log-in", Notice::email_changed);
}

Page password_page(const Visit& visit, const Problems& problems) {
    const auto& texts = visit.texts();
    auto chosen = new_password_field(texts);
    chosen.label = texts.password_label;
    const auto fields =
        together(account_email(texts, visit.actor().person.email),
                 field_markup(present_password(texts), problems), field_markup(chosen, problems),
                 button(texts.change_password_button));
    return account_form(visit, texts.change_password_title, password_path,
                        element("p", {}, texts.change_password_about), fields, problems);
}

Response change_password(Visit& visit) {
    const auto& texts = visit.texts();
    const auto done = visit.people().accounts.change_password(
        visit.actor(), visit.field("present_password"), visit.field("password"));
    if (done) {
        visit.stay_logged_in(*done);
        return visit.go_to(path, Notice::password_changed);
    }
    const auto problems = problems_of(texts, done.error(), {{"password", texts.password_label}});
    return again(visit, done.error(), problems, "present_password",
                 [&](const Problems& all) { return password_page(visit, all); });
}

}  // namespace

std::vector<http::Route> own_account_routes(const Visits& visits) {
    return {
        visits.own_page(path, "showAccount", show),
        visits.own_page(name_path, "showOwnName",
                        [](Visit& visit) {
                            return visit.form_page(name_page(visit, {}, visit.actor().person), {});
                        }),
        visits.own_form(name_path, "changeOwnName", http::Cost::write, change_name),
        visits.own_page(email_path, "showOwnEmail",
                        [](Visit& visit) { return visit.form_page(email_page(visit, {}), {}); }),
        visits.own_form(email_path, "changeOwnEmail", http::Cost::slow, ask_email),
        visits.page(email_confirm_path, "showConfirmEmail", show_email_confirm),
        visits.form(email_confirm_path, "confirmEmail", http::Cost::write, confirm_email),
        visits.own_page(password_path, "showOwnPassword",
                        [](Visit& visit) { return visit.form_page(password_page(visit, {}), {}); }),
        visits.own_form(password_path, "changeOwnPassword", http::Cost::slow, change_password)};
}

}  // namespace cartulary::web
