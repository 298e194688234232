#include "web/fragments.h"
#include "web/people_markup.h"
#include "web/people_routes.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr auto path = "/account/sessions";
constexpr auto end_all_path = "/account/sessions/end-all";

Markup entry(const Visit& visit, const PersonSession& session) {
    const auto& texts = visit.texts();
    const auto browser =
        session.browser.empty() ? std::string(texts.sessions_unknown) : session.browser;
    const bool is_here = session.id == visit.actor().session.id;
    auto about = together(element("strong", {}, browser));
    const auto line = [&](std::string_view wording, std::string_view name, const Markup& value) {
        about.add(element("p", {}, filled(wording, {{name, value}})));
    };
    if (!session.address.empty()) {
        line(texts.sessions_network, "network", Markup(session.address));
    }
    line(texts.sessions_since, "date", day(texts, session.created_at));
    line(texts.sessions_used, "date", day(texts, session.used_at));
    if (is_here) return element("li", {}, about, element("p", {}, texts.sessions_here));
    const auto label = filled_plain(texts.sessions_end_label, {{"browser", browser}});
    const auto end =
        element("button", {{"type", "submit"}, {"class", "second"}, {"aria-label", label}},
                texts.sessions_end);
    return element("li", {}, about,
                   visit.form(std::string(path) + "/" + session.id.text() + "/end", end));
}

Response show(Visit& visit) {
    const auto& texts = visit.texts();
    Markup entries;
    for (const auto& session : visit.people().sessions.of(visit.actor())) {
        entries.add(entry(visit, session));
    }
    return visit.page(
        200, {.title = std::string(texts.sessions_title),
              .section = Section::account,
              .content = together(element("ul", {{"class", "parts"}}, entries),
                                  element("p", {}, texts.sessions_end_all_about),
                                  visit.form(end_all_path, button(texts.sessions_end_all)))});
}

Response end_one(Visit& visit) {
    const auto id = Uuid::parse(visit.request().path_parameter("session_id"));
    const auto ended = visit.people().sessions.end(visit.actor(), id.value_or(Uuid()));
    if (!ended) return visit.refuse(ended.error());
    return visit.go_to(path, Notice::session_ended);
}

Response end_all(Visit& visit) {
    visit.people().sessions.end_all(visit.actor());
    visit.stay_logged_in("");
    return visit.go_to("/log-in", Notice::logged_out_everywhere);
}

}  // namespace

std::vector<http::Route> session_routes(const Visits& visits) {
    return {visits.own_page(path, "listSessions", show),
            visits.own_form(end_all_path, "endAllSessions", http::Cost::write, end_all),
            visits.own_form("/account/sessions/{session_id}/end", "endSession", http::Cost::write,
                            end_one)};
}

}  // namespace cartulary::web
