#include "web/fragments.h"
#include "web/paging.h"
#include "web/staff/staff_page.h"
#include "web/table.h"
#include "web/tabs.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr MailState states[] = {MailState::waiting, MailState::given_up, MailState::sent};

std::string_view state_text(const Texts& texts, MailState state) {
    switch (state) {
        case MailState::waiting: return texts.staff_mail_waiting;
        case MailState::sent: return texts.staff_mail_sent;
        case MailState::given_up: return texts.staff_mail_given_up;
    }
    __builtin_unreachable();
}

std::string path_of(MailState state) {
    return path_with(staff_mail_path, {{"state", std::string(name_of(state))}});
}

Markup state_tabs(const Texts& texts, MailState shown) {
    std::vector<Tab> tabs;
    for (const auto state : states) {
        tabs.push_back({path_of(state), std::string(state_text(texts, state)), state == shown});
    }
    return tabs_markup(texts.staff_states, tabs);
}

// What can be done about one: those whose link is gone are of no use.
Markup act(const Visit& visit, const mails::Kept& mail) {
    const auto& texts = visit.texts();
    if (mail.state != MailState::given_up) return {};
    if (needs_link(mail.kind)) return element("span", {{"class", "hint"}}, texts.staff_link_gone);
    const auto label = filled_plain(texts.staff_requeue_mail, {{"address", mail.to_address}});
    return visit.form(std::string(staff_mail_path) + "/" + mail.id.text() + "/requeue",
                      button_about(texts.staff_requeue_button, label));
}

Markup when(const Texts& texts, const mails::Kept& mail) {
    if (mail.ended_at) return moment(texts, *mail.ended_at);
    return filled(texts.staff_next_try, {{"moment", moment(texts, mail.next_attempt)}});
}

Markup table(const Visit& visit, MailState state, const std::vector<mails::Kept>& all) {
    const auto& texts = visit.texts();
    if (all.empty()) return element("p", {{"class", "lead"}}, texts.staff_none_found);
    Table table(state_text(texts, state));
    table.columns({texts.staff_column_to, texts.staff_column_type, texts.staff_column_queued,
                   texts.staff_column_tries, texts.staff_column_when, texts.staff_column_reason,
                   texts.column_actions});
    for (const auto& mail : all) {
        table.row(name_markup(mail.to_address), element("code", {}, name_of(mail.kind)),
                  moment(texts, mail.created_at), std::to_string(mail.attempts), when(texts, mail),
                  name_markup(summary_of(mail.reason)), act(visit, mail));
    }
    return table.markup();
}

Response show(Visit& visit, MailQueue& mails) {
    const auto& texts = visit.texts();
    const auto state = parse_mail_state(visit.parameter("state")).value_or(MailState::waiting);
    const auto listed = mails.list(visit.actor(), state, id_parameter(visit, "after"));
    if (!listed) return visit.refuse(listed.error());
    auto content = together(state_tabs(texts, state), table(visit, state, listed->mails));
    if (listed->more) {
        content.add(next_markup(
            texts, path_with(staff_mail_path, {{"state", std::string(name_of(state))},
                                               {"after", listed->mails.back().id.text()}})));
    }
    if (state == MailState::given_up && !listed->mails.empty()) {
        content.add(visit.form(std::string(staff_mail_path) + "/requeue",
                               button(texts.staff_requeue_all_mails, "second")));
    }
    return visit.page(200,
                      staff_page(texts, staff_mail_path, std::string(texts.staff_mail), content));
}

Response requeue(Visit& visit, MailQueue& mails) {
    return staff_done(visit, mails.requeue(visit.actor(), staff_id_in(visit, "mail_id")),
                      path_of(MailState::given_up), Notice::mail_requeued);
}

Response requeue_all(Visit& visit, MailQueue& mails) {
    const auto done = mails.requeue_all(visit.actor());
    if (!done) return visit.refuse(done.error());
    return visit.go_to(path_of(MailState::given_up), Notice::mails_requeued);
}

}  // namespace

std::vector<http::Route> staff_mail_routes(const Visits& visits, const StaffDesk& desk) {
    auto& mails = desk.staff.mails;
    const std::string path = staff_mail_path;
    return {
        visits.staff_page(path, "listMails", [&mails](Visit& visit) { return show(visit, mails); }),
        visits.staff_form(path + "/requeue", "requeueMails",
                          [&mails](Visit& visit) { return requeue_all(visit, mails); }),
        visits.staff_form(path + "/{mail_id}/requeue", "requeueMail",
                          [&mails](Visit& visit) { return requeue(visit, mails); })};
}

}  // namespace cartulary::web
