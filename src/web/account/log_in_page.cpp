#include "http/form.h"
#include "web/fragments.h"
#include "web/own_path.h"
#include "web/people_markup.h"
#include "web/people_routes.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr auto path = "/log-in";
constexpr auto code_path = "/log-in/code";
constexpr auto recovery_path = "/log-in/recovery-code";
constexpr auto after_log_in = "/dashboard";

std::string next_in(const std::string& text) {
    return own_path(text, after_log_in);
}

std::string with_next(const std::string& to, const std::string& next) {
    return next == after_log_in ? to : to + "?next=" + http::percent_encode(next);
}

Page log_in_page(const Visit& visit, const std::string& next, const Problems& problems) {
    const auto& texts = visit.texts();
    const auto email = visit.field("email");
    const auto fields =
        together(hidden_field("next", next),
                 field_markup({.name = "email",
                               .label = texts.email_label,
                               .type = "email",
                               .autocomplete = "username",
                               .value = email},
                              problems),
                 field_markup(password_field(texts), problems), button(texts.log_in_button));
    const auto sign_up = element("a", {{"href", "/sign-up"}}, texts.sign_up_title);
    return {.title = std::string(texts.log_in_title),
            .section = Section::log_in,
            .content = together(
                summary_markup(texts.form_problems_title, problems), visit.form(path, fields),
                element("p", {}, element("a", {{"href", "/forgot-password"}}, texts.log_in_forgot)),
                element("p", {}, filled(texts.log_in_sign_up, {{"sign_up", sign_up}})))};
}

Response show_log_in(Visit& visit) {
    const auto next = next_in(visit.parameter("next"));
    if (visit.is_logged_in()) return visit.go_to(next);
    return visit.form_page(log_in_page(visit, next, {}), {});
}

// The rights that this browser has now; staff who lack their second factor are led there first.
Response logged_in(Visit& visit, const LogIns::LoggedIn& done, const std::string& next) {
    visit.stay_logged_in(done.token);
    if (done.awaits_code) return visit.go_to(with_next(code_path, next));
    visit.keep_mark(done.mark);
    const auto actor = visit.people().sessions.find(done.token);
    if (actor && actor->needs_enrolment) {
        return visit.go_to("/account/second-factor", Notice::second_factor_needed);
    }
    return visit.go_to(next);
}

Response log_in(Visit& visit) {
    const auto next = next_in(visit.field("next"));
    const auto done = visit.people().log_ins.log_in(visit.field("email"), visit.field("password"),
                                                    visit.browser(), visit.session_token());
    if (done) return logged_in(visit, *done, next);
    Problems problems;
    if (done.error().kind == ErrorKind::limited) {
        problems.add("email", wait_sentence(visit.texts(), done.error()));
        return limited(visit, done.error(), log_in_page(visit, next, problems));
    }
    problems.add("email", std::string(visit.texts().log_in_wrong));
    return visit.form_page(log_in_page(visit, next, problems), problems);
}

// What stands for the second factor, and what is said about it.
struct Proof {
    std::string_view path;
    std::string_view title;
    std::string_view about;
    FormField field;
    std::string_view wrong;
    std::string_view other;  // leads to the other one
    std::string_view other_path;
    Result<LogIns::LoggedIn> (LogIns::*use)(std::string_view, const std::string&);
};

Proof code_proof(const Texts& texts) {
    return {.path = code_path,
            .title = texts.code_title,
            .about = texts.code_about,
            .field = {.name = "code",
                      .label = texts.code_label,
                      .autocomplete = "one-time-code",
                      .input_mode = "numeric"},
            .wrong = texts.code_wrong,
            .other = texts.code_lost,
            .other_path = recovery_path,
            .use = &LogIns::enter_code};
}

Proof recovery_proof(const Texts& texts) {
    return {.path = recovery_path,
            .title = texts.recovery_title,
            .about = texts.recovery_about,
            .field = {.name = "code", .label = texts.recovery_label, .autocomplete = "off"},
            .wrong = texts.recovery_wrong,
            .other = texts.recovery_back,
            .other_path = code_path,
            .use = &LogIns::recover};
}

Page proof_page(const Visit& visit, const Proof& proof, const std::string& next,
                const Problems& problems) {
    const auto fields = together(hidden_field("next", next), field_markup(proof.field, problems),
                                 button(visit.texts().log_in_button));
    const auto registry = name_markup(visit.shell().registry_name);
    const auto other = with_next(std::string(proof.other_path), next);
    return {.title = std::string(proof.title),
            .section = Section::log_in,
            .content = together(
                summary_markup(visit.texts().form_problems_title, problems),
                element("p", {{"class", "lead"}}, filled(proof.about, {{"registry", registry}})),
                visit.form(proof.path, fields),
                element("p", {}, element("a", {{"href", other}}, proof.other)))};
}

Response show_proof(Visit& visit, const Proof& proof) {
    const auto next = next_in(visit.parameter("next"));
    if (visit.is_logged_in()) return visit.go_to(next);
    if (!visit.people().sessions.find_waiting(visit.session_token())) return visit.go_to(path);
    return visit.form_page(proof_page(visit, proof, next, {}), {});
}

Response take_proof(Visit& visit, const Proof& proof) {
    const auto next = next_in(visit.field("next"));
    auto& log_ins = visit.people().log_ins;
    const auto done = (log_ins.*proof.use)(visit.session_token(), visit.field("code"));
    if (done) return logged_in(visit, *done, next);
    if (done.error().kind == ErrorKind::gone) return visit.go_to(path);
    Problems problems;
    if (done.error().kind == ErrorKind::limited) {
        problems.add("code", wait_sentence(visit.texts(), done.error()));
        return limited(visit, done.error(), proof_page(visit, proof, next, problems));
    }
    problems.add("code", std::string(proof.wrong));
    return visit.form_page(proof_page(visit, proof, next, problems), problems);
}

Response log_out(Visit& visit) {
    // Another window may have logged out already.
    (void)visit.people().sessions.end(visit.actor(), visit.actor().session.id);
    visit.stay_logged_in("");
    return visit.go_to(path, Notice::logged_out);
}

}  // namespace

std::vector<http::Route> log_in_routes(const Visits& visits) {
    std::vector<http::Route> routes = {
        visits.page(path, "showLogIn", show_log_in),
        visits.form(path, "logIn", http::Cost::slow, log_in),
        visits.own_form("/log-out", "logOut", http::Cost::write, log_out)};
    for (const auto& [at, name, proof_of] :
         {std::tuple(code_path, std::string("Code"), &code_proof),
          std::tuple(recovery_path, std::string("RecoveryCode"), &recovery_proof)}) {
        routes.push_back(visits.page(at, "showLogIn" + name, [proof_of = proof_of](Visit& visit) {
            return show_proof(visit, proof_of(visit.texts()));
        }));
        routes.push_back(visits.form(at, "enterLogIn" + name, http::Cost::write,
                                     [proof_of = proof_of](Visit& visit) {
                                         return take_proof(visit, proof_of(visit.texts()));
                                     }));
    }
    return routes;
}

}  // namespace cartulary::web
