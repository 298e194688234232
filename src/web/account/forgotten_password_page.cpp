#include "web/fragments.h"
#include "web/people_markup.h"
#include "web/people_routes.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr auto path = "/forgot-password";
constexpr auto mailed_path = "/forgot-password/mailed";
constexpr auto reset_path = "/reset-password";

Page forgot_page(const Visit& visit, const Problems& problems) {
    const auto& texts = visit.texts();
    const auto email = visit.field("email");
    const auto fields = together(field_markup({.name = "email",
                                               .label = texts.email_label,
                                               .type = "email",
                                               .autocomplete = "username",
                                               .value = email},
                                              problems),
                                 button(texts.forgot_button));
    return {.title = std::string(texts.forgot_title),
            .content = together(summary_markup(texts.form_problems_title, problems),
                                element("p", {{"class", "lead"}}, texts.forgot_about),
                                visit.form(path, fields))};
}

Response forgot(Visit& visit) {
    const auto& texts = visit.texts();
    const auto done =
        visit.people().accounts.forgot_password(visit.field("email"), visit.browser());
    if (done) return visit.go_to(mailed_path);
    auto problems = problems_of(texts, done.error(), {{"email", texts.email_label}});
    if (done.error().kind == ErrorKind::limited) {
        problems.add("email", wait_sentence(texts, done.error()));
        return limited(visit, done.error(), forgot_page(visit, problems));
    }
    return visit.form_page(forgot_page(visit, problems), problems);
}

Page reset_page(const Visit& visit, const Person& person, const std::string& token,
                const Problems& problems) {
    const auto& texts = visit.texts();
    const auto fields =
        together(hidden_field("token", token), account_email(texts, person.email),
                 field_markup(new_password_field(texts), problems), button(texts.confirm_button));
    const auto email = element("strong", {}, name_markup(person.email));
    return {.title = std::string(texts.reset_title),
            .content = together(
                summary_markup(texts.form_problems_title, problems),
                element("p", {{"class", "lead"}}, filled(texts.reset_about, {{"email", email}})),
                visit.form(reset_path, fields))};
}

Response over(Visit& visit) {
    return link_over(visit, visit.texts().reset_again, path);
}

Response show_reset(Visit& visit) {
    const auto token = visit.parameter("token");
    const auto person = visit.people().accounts.person_of_reset(token);
    if (!person) return over(visit);
    return visit.form_page(reset_page(visit, *person, token, {}), {});
}

Response reset(Visit& visit) {
    const auto& texts = visit.texts();
    auto& accounts = visit.people().accounts;
    const auto token = visit.field("token");
    const auto person = accounts.person_of_reset(token);
    if (!person) return over(visit);
    const auto mark = accounts.reset_password(token, visit.field("password"));
    if (mark) {
        visit.stay_logged_in("");
        visit.keep_mark(*mark);
        return visit.go_to("/log-in", Notice::password_reset);
    }
    if (mark.error().kind == ErrorKind::gone) return over(visit);
    const auto problems =
        problems_of(texts, mark.error(), {{"password", texts.choose_password_label}});
    return visit.form_page(reset_page(visit, *person, token, problems), problems);
}

}  // namespace

std::vector<http::Route> forgotten_password_routes(const Visits& visits) {
    return {visits.page(path, "showForgotPassword",
                        [](Visit& visit) { return visit.form_page(forgot_page(visit, {}), {}); }),
            visits.form(path, "forgotPassword", http::Cost::write, forgot),
            visits.page(mailed_path, "showForgotPasswordMailed",
                        [](Visit& visit) {
                            return look_at_mail(visit, visit.texts().forgot_mailed_about);
                        }),
            visits.page(reset_path, "showResetPassword", show_reset),
            visits.form(reset_path, "resetPassword", http::Cost::slow, reset)};
}

}  // namespace cartulary::web
