#include "web/account/qr_code.h"
#include "web/people_markup.h"
#include "web/people_routes.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr auto path = "/account/second-factor";
constexpr auto begin_path = "/account/second-factor/begin";
constexpr auto set_up_path = "/account/second-factor/set-up";
constexpr auto off_path = "/account/second-factor/off";
constexpr auto codes_path = "/account/second-factor/recovery-codes";

// A part of the page with a form that asks for the password. Both are on one page, so that each
// has a field of its own.
Markup with_password(const Visit& visit, std::string_view title, std::string_view about,
                     std::string_view to, std::string_view field_name, std::string_view label,
                     const Problems& problems) {
    auto field = password_field(visit.texts());
    field.name = field_name;
    field.label = visit.texts().current_password_label;
    return together(
        element("h2", {}, title), element("p", {}, about),
        visit.form(to, together(field_markup(field, problems), button(label, "second"))));
}

Page factor_page(const Visit& visit, const Problems& problems) {
    const auto& texts = visit.texts();
    Page page{.title = std::string(texts.factor_title), .section = Section::account};
    const auto about = element("p", {{"class", "lead"}}, texts.factor_about);
    if (!visit.actor().has_second_factor) {
        page.content = together(about, visit.form(begin_path, button(texts.factor_begin_button)));
        return page;
    }
    const auto left = visit.people().second_factors.recovery_codes_left(visit.actor());
    const auto count = filled_plain(
        texts.factor_codes_left,
        {{"count", std::to_string(left)}, {"all", std::to_string(recovery_codes_count)}});
    page.content =
        together(summary_markup(texts.form_problems_title, problems),
                 element("p", {{"class", "lead"}}, texts.factor_is_on), element("p", {}, count),
                 with_password(visit, texts.factor_renew_title, texts.factor_renew_about,
                               codes_path, "password", texts.factor_renew_button, problems),
                 with_password(visit, texts.factor_off_title, texts.factor_off_about, off_path,
                               "password_off", texts.factor_off_button, problems));
    return page;
}

Response wrong_password(Visit& visit, const Error& error, std::string_view field) {
    Problems problems;
    if (error.kind == ErrorKind::limited) {
        problems.add(std::string(field), wait_sentence(visit.texts(), error));
        return limited(visit, error, factor_page(visit, problems));
    }
    problems.add(std::string(field), std::string(visit.texts().current_password_wrong));
    return visit.form_page(factor_page(visit, problems), problems);
}

Response begin(Visit& visit) {
    const auto done = visit.people().second_factors.begin(visit.actor());
    return visit.go_to(done ? set_up_path : path);
}

Page set_up_page(const Visit& visit, const SecondFactors::Waiting& waiting,
                 const Problems& problems) {
    const auto& texts = visit.texts();
    const auto fields = together(field_markup({.name = "code",
                                               .label = texts.code_label,
                                               .autocomplete = "one-time-code",
                                               .input_mode = "numeric"},
                                              problems),
                                 button(texts.set_up_button));
    const auto link = element("a", {{"href", waiting.uri}}, texts.set_up_open);
    return {.title = std::string(texts.set_up_title),
            .section = Section::account,
            .content = together(
                summary_markup(texts.form_problems_title, problems),
                element("p", {{"class", "lead"}}, texts.set_up_scan),
                qr_code(waiting.uri, texts.set_up_picture),
                element("p", {},
                        filled(texts.set_up_key, {{"key", element("code", {}, waiting.secret)}})),
                element("p", {}, filled(texts.set_up_address, {{"link", link}})),
                element("p", {}, texts.set_up_code), visit.form(set_up_path, fields))};
}

Response show_set_up(Visit& visit) {
    const auto waiting = visit.people().second_factors.waiting(visit.actor());
    if (!waiting) return visit.go_to(path);
    return visit.form_page(set_up_page(visit, *waiting, {}), {});
}

Response codes_page(Visit& visit, std::string_view about, const std::vector<std::string>& codes) {
    const auto& texts = visit.texts();
    Markup entries;
    for (const auto& code : codes) entries.add(element("li", {}, element("code", {}, code)));
    return visit.page(
        200,
        {.title = std::string(texts.codes_title),
         .section = Section::account,
         .content = together(element("p", {{"class", "lead"}}, about),
                             element("ul", {{"class", "codes"}}, entries),
                             element("p", {}, element("a", {{"href", path}}, texts.codes_done)))});
}

// The codes are shown in the answer itself, since they are told only once.
Response confirm(Visit& visit) {
    const auto& texts = visit.texts();
    auto& second_factors = visit.people().second_factors;
    const auto waiting = second_factors.waiting(visit.actor());
    if (!waiting) return visit.go_to(path);
    const auto done = second_factors.confirm(visit.actor(), visit.field("code"));
    if (done) {
        visit.stay_logged_in(done->token);
        return codes_page(visit, texts.codes_about, done->recovery_codes);
    }
    Problems problems;
    if (done.error().kind == ErrorKind::limited) {
        problems.add("code", wait_sentence(texts, done.error()));
        return limited(visit, done.error(), set_up_page(visit, *waiting, problems));
    }
    problems.add("code", std::string(texts.code_wrong));
    return visit.form_page(set_up_page(visit, *waiting, problems), problems);
}

Response turn_off(Visit& visit) {
    const auto done =
        visit.people().second_factors.turn_off(visit.actor(), visit.field("password_off"));
    if (done) return visit.go_to(path, Notice::second_factor_off);
    if (done.error().kind == ErrorKind::not_found) return visit.go_to(path);
    return wrong_password(visit, done.error(), "password_off");
}

Response renew_codes(Visit& visit) {
    const auto codes =
        visit.people().second_factors.renew_recovery_codes(visit.actor(), visit.field("password"));
    if (codes) return codes_page(visit, visit.texts().codes_renewed_about, *codes);
    if (codes.error().kind == ErrorKind::not_found) return visit.go_to(path);
    return wrong_password(visit, codes.error(), "password");
}

}  // namespace

std::vector<http::Route> second_factor_routes(const Visits& visits) {
    return {
        visits.own_page(path, "showSecondFactor",
                        [](Visit& visit) { return visit.form_page(factor_page(visit, {}), {}); }),
        visits.own_form(begin_path, "beginSecondFactor", http::Cost::write, begin),
        visits.own_page(set_up_path, "showSecondFactorSetUp", show_set_up),
        visits.own_form(set_up_path, "confirmSecondFactor", http::Cost::write, confirm),
        visits.own_form(off_path, "turnSecondFactorOff", http::Cost::slow, turn_off),
        visits.own_form(codes_path, "renewRecoveryCodes", http::Cost::slow, renew_codes)};
}

}  // namespace cartulary::web
