#include "web/fragments.h"
#include "web/people_markup.h"
#include "web/people_routes.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr auto path = "/sign-up";
constexpr auto mailed_path = "/sign-up/mailed";
constexpr auto confirm_path = "/sign-up/confirm";

Page sign_up_page(const Visit& visit, const Problems& problems) {
    const auto& texts = visit.texts();
    const auto first_name = visit.field("first_name");
    const auto last_name = visit.field("last_name");
    const auto email = visit.field("email");
    const auto fields =
        together(field_markup({.name = "first_name",
                               .label = texts.first_name_label,
                               .autocomplete = "given-name",
                               .value = first_name},
                              problems),
                 field_markup({.name = "last_name",
                               .label = texts.last_name_label,
                               .autocomplete = "family-name",
                               .value = last_name},
                              problems),
                 field_markup({.name = "email",
                               .label = texts.email_label,
                               .type = "email",
                               .autocomplete = "username",
                               .value = email},
                              problems),
                 field_markup(new_password_field(texts), problems), button(texts.sign_up_button));
    const auto log_in = element("a", {{"href", "/log-in"}}, texts.log_in_link);
    const auto registry = name_markup(visit.shell().registry_name);
    return {
        .title = std::string(texts.sign_up_title),
        .content = together(summary_markup(texts.form_problems_title, problems),
                            element("p", {{"class", "lead"}},
                                    filled(texts.sign_up_about, {{"registry", registry}})),
                            visit.form(path, fields),
                            element("p", {}, filled(texts.sign_up_log_in, {{"log_in", log_in}})))};
}

Response show_sign_up(Visit& visit) {
    if (visit.is_logged_in()) return visit.go_to("/dashboard");
    return visit.form_page(sign_up_page(visit, {}), {});
}

Response sign_up(Visit& visit) {
    const auto& texts = visit.texts();
    const auto done = visit.people().sign_ups.sign_up({.first_name = visit.field("first_name"),
                                                       .last_name = visit.field("last_name"),
                                                       .email = visit.field("email"),
                                                       .password = visit.field("password")},
                                                      visit.browser());
    if (done) return visit.go_to(mailed_path);
    auto problems = problems_of(texts, done.error(),
                                {{"first_name", texts.first_name_label},
                                 {"last_name", texts.last_name_label},
                                 {"email", texts.email_label},
                                 {"password", texts.choose_password_label}});
    if (done.error().kind == ErrorKind::limited) {
        problems.add("email", wait_sentence(texts, done.error()));
        return limited(visit, done.error(), sign_up_page(visit, problems));
    }
    return visit.form_page(sign_up_page(visit, problems), problems);
}

Page confirm_page(const Visit& visit, const SignUp& sign_up, const std::string& token,
                  const Problems& problems) {
    const auto& texts = visit.texts();
    const auto fields = together(hidden_field("token", token), account_email(texts, sign_up.email),
                                 field_markup(password_field(texts), problems),
                                 button(texts.sign_up_confirm_button));
    const auto email = element("strong", {}, name_markup(sign_up.email));
    return {.title = std::string(texts.sign_up_confirm_title),
            .content = together(summary_markup(texts.form_problems_title, problems),
                                element("p", {{"class", "lead"}},
                                        filled(texts.sign_up_confirm_about, {{"email", email}})),
                                visit.form(confirm_path, fields))};
}

Response over(Visit& visit) {
    return link_over(visit, visit.texts().sign_up_again, path);
}

Response show_confirm(Visit& visit) {
    const auto token = visit.parameter("token");
    const auto sign_up = visit.people().sign_ups.of_link(token);
    if (!sign_up) return over(visit);
    return visit.form_page(confirm_page(visit, *sign_up, token, {}), {});
}

Response confirm(Visit& visit) {
    const auto token = visit.field("token");
    auto& sign_ups = visit.people().sign_ups;
    const auto sign_up = sign_ups.of_link(token);
    if (!sign_up) return over(visit);
    const auto done = sign_ups.confirm(token, visit.field("password"), visit.browser());
    if (done) {
        visit.stay_logged_in(*done);
        return visit.go_to("/dashboard", Notice::address_confirmed);
    }
    if (done.error().kind == ErrorKind::gone) return over(visit);
    Problems problems;
    if (done.error().kind == ErrorKind::limited) {
        problems.add("password", wait_sentence(visit.texts(), done.error()));
        return limited(visit, done.error(), confirm_page(visit, *sign_up, token, problems));
    }
    problems.add("password", std::string(visit.texts().sign_up_confirm_wrong));
    return visit.form_page(confirm_page(visit, *sign_up, token, problems), problems);
}

}  // namespace

std::vector<http::Route> sign_up_routes(const Visits& visits) {
    return {visits.page(path, "showSignUp", show_sign_up),
            visits.form(path, "signUp", http::Cost::slow, sign_up),
            visits.page(mailed_path, "showSignUpMailed",
                        [](Visit& visit) {
                            return look_at_mail(visit, visit.texts().sign_up_mailed_about);
                        }),
            visits.page(confirm_path, "showConfirmSignUp", show_confirm),
            visits.form(confirm_path, "confirmSignUp", http::Cost::slow, confirm)};
}

}  // namespace cartulary::web
