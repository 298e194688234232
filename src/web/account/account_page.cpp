#include "web/account/account_page.h"

#include "operations/people.h"
#include "web/own_form.h"
#include "web/people_markup.h"
#include "web/refusal_page.h"
#include "web/texts/refusals.h"

namespace cartulary::web {

namespace {

using http::Request;
using http::Response;

constexpr auto confirm_path = "/account/confirm";

// The form, by the names that its fields have.
struct Form {
    std::string token;
    std::string password;
    std::string repeated;
};

Form form_of(const Request& request) {
    return {.token = form_field(request, "token"),
            .password = form_field(request, "password"),
            .repeated = form_field(request, "repeated")};
}

Problems problems_in(const Texts& texts, const Form& form) {
    Problems problems;
    if (form.password.empty()) {
        problems.add("password", std::string(texts.password_missing));
    } else if (const auto problem = problem_in_password(form.password)) {
        problems.add("password", filled_plain(texts.password_problem,
                                              {{"problem", refusal_text(texts, *problem)}}));
    }
    if (form.repeated.empty() && !form.password.empty()) {
        problems.add("repeated", std::string(texts.repeated_missing));
    } else if (form.repeated != form.password) {
        problems.add("repeated", std::string(texts.repeated_differs));
    }
    return problems;
}

Response form_page(const Shell& shell, const Person& person, const std::string& token,
                   const Problems& problems) {
    const auto& texts = shell.texts;
    const auto form = element("form", {{"method", "post"}, {"action", confirm_path}},
                              hidden_field("token", token), account_email(texts, person.email),
                              field_markup({.name = "password",
                                            .label = texts.password_label,
                                            .type = "password",
                                            .autocomplete = "new-password",
                                            .hint = texts.password_hint},
                                           problems),
                              field_markup({.name = "repeated",
                                            .label = texts.repeated_label,
                                            .type = "password",
                                            .autocomplete = "new-password"},
                                           problems),
                              button(texts.confirm_button));
    const auto registry = Markup(shell.registry_name);
    Page page{.title = std::string(texts.confirm_title)};
    if (problems.any()) {
        page.title_in_window = filled_plain(texts.problem_title, {{"page", texts.confirm_title}});
    }
    page.content = together(
        summary_markup(texts.problems_title, problems),
        element("p", {{"class", "lead"}}, filled(texts.confirm_about, {{"registry", registry}})),
        form);
    return passing(shell, problems.any() ? 422 : 200, page);
}

Response gone_page(const Shell& shell) {
    const auto& texts = shell.texts;
    const auto registry = Markup(shell.registry_name);
    return passing(
        shell, 410,
        {.title = std::string(texts.gone_title),
         .content = together(
             element("p", {{"class", "lead"}}, texts.gone_about),
             element("ul", {}, element("li", {}, texts.gone_whole),
                     element("li", {}, texts.gone_used),
                     element("li", {}, filled(texts.gone_new, {{"registry", registry}}))))});
}

Response confirmed_page(const Shell& shell, const Person& person) {
    const auto& texts = shell.texts;
    const auto about =
        filled(texts.confirmed_about, {{"email", element("strong", {}, person.email)},
                                       {"registry", Markup(shell.registry_name)}});
    return passing(
        shell, 200,
        {.title = std::string(texts.confirmed_title),
         .content = together(
             element("p", {{"class", "lead"}}, about),
             element("p", {}, element("a", {{"href", "/log-in"}}, shell.texts.log_in_link)))});
}

Response show_form(const Registry& registry, const Shell& shell, const Request& request) {
    const auto token = request.query_parameter("token").value_or("");
    const auto person = person_of_link(registry, token);
    if (!person) return gone_page(shell);
    return form_page(shell, *person, token, {});
}

Response set_password(const Registry& registry, const Shell& shell, const Request& request) {
    if (!is_own_form(request, shell.public_url)) {
        return refusal_page(shell, {403, std::string(shell.texts.foreign_form)}, request);
    }
    const auto form = form_of(request);
    const auto person = person_of_link(registry, form.token);
    if (!person) return gone_page(shell);
    auto problems = problems_in(shell.texts, form);
    if (problems.any()) return form_page(shell, *person, form.token, problems);

    const auto changed = set_password_by_link(registry, form.token, form.password);
    if (changed) return confirmed_page(shell, *changed);
    if (changed.error().kind == ErrorKind::gone) return gone_page(shell);
    for (const auto& [field, problem] : changed.error().fields) {
        problems.add(field, filled_plain(shell.texts.password_problem,
                                         {{"problem", refusal_text(shell.texts, problem)}}));
    }
    return form_page(shell, *person, form.token, problems);
}

}  // namespace

std::vector<http::Route> account_routes(const Registry& registry,
                                        std::shared_ptr<const Shells> shells) {
    return {{http::Method::get, confirm_path, "showPasswordForm", http::Cost::read,
             [&registry, shells](const Request& request) {
                 return show_form(registry, shells->of(request), request);
             }},
            {http::Method::post, confirm_path, "setPasswordByLink", http::Cost::slow,
             [&registry, shells](const Request& request) {
                 return set_password(registry, shells->of(request), request);
             }}};
}

}  // namespace cartulary::web
