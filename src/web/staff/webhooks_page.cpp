#include "web/event_text.h"
#include "web/fragments.h"
#include "web/paging.h"
#include "web/staff/staff_page.h"
#include "web/table.h"
#include "web/tabs.h"

namespace cartulary::web {

namespace {

using http::Response;
using Entry = DeliveryQueue::Entry;

constexpr DeliveryState states[] = {DeliveryState::waiting, DeliveryState::dead,
                                    DeliveryState::delivered};
constexpr std::size_t attempts_shown_max = 3;  // the last ones

std::string_view state_text(const Texts& texts, DeliveryState state) {
    switch (state) {
        case DeliveryState::waiting: return texts.staff_delivery_waiting;
        case DeliveryState::delivered: return texts.staff_delivery_delivered;
        case DeliveryState::dead: return texts.staff_delivery_dead;
    }
    __builtin_unreachable();
}

std::string path_of(DeliveryState state) {
    return path_with(staff_webhooks_path, {{"state", std::string(name_of(state))}});
}

Markup state_tabs(const Texts& texts, DeliveryState shown) {
    std::vector<Tab> tabs;
    for (const auto state : states) {
        tabs.push_back({path_of(state), std::string(state_text(texts, state)), state == shown});
    }
    return tabs_markup(texts.staff_states, tabs);
}

Markup attempt_markup(const Texts& texts, const DeliveryAttempt& attempt) {
    const auto answer =
        attempt.status ? std::to_string(*attempt.status) : summary_of(attempt.problem);
    const auto duration = std::to_string(attempt.duration.count());
    return element("li", {},
                   filled(texts.staff_attempt, {{"moment", moment(texts, attempt.started_at)},
                                                {"answer", name_markup(answer)},
                                                {"duration", Markup(duration)}}));
}

Markup attempts_markup(const Texts& texts, const Entry& entry) {
    const auto& attempts = entry.told.attempts;
    if (attempts.empty()) return Markup(texts.staff_no_attempt);
    const auto shown = std::min(attempts.size(), attempts_shown_max);
    Markup entries;
    for (auto i = attempts.size(); i > attempts.size() - shown; --i) {
        entries.add(attempt_markup(texts, attempts.at(i - 1)));
    }
    const auto count = number_text(texts, entry.told.delivery.attempts);
    return element("details", {},
                   element("summary", {}, filled_plain(texts.staff_attempts, {{"count", count}})),
                   element("ul", {{"class", "parts"}}, entries));
}

Markup act(const Visit& visit, const Entry& entry) {
    const auto& texts = visit.texts();
    const auto& delivery = entry.told.delivery;
    if (delivery.state != DeliveryState::dead) return {};
    const auto path = std::string(staff_webhooks_path);
    const auto one =
        filled_plain(texts.staff_requeue_delivery,
                     {{"type", delivery.event_type}, {"organization", entry.organization_name}});
    const auto all =
        filled_plain(texts.staff_requeue_deliveries, {{"organization", entry.organization_name}});
    return together(
        visit.form(path + "/" + delivery.id.text() + "/requeue",
                   button_about(texts.staff_requeue_button, one)),
        visit.form(path + "/requeue",
                   together(hidden_field("organization", delivery.organization_id.ctid()),
                            button_about(texts.staff_requeue_all_button, all))));
}

Markup table(const Visit& visit, DeliveryState state, const std::vector<Entry>& all) {
    const auto& texts = visit.texts();
    if (all.empty()) return element("p", {{"class", "lead"}}, texts.staff_none_found);
    Table table(state_text(texts, state));
    table.columns({texts.column_organization, texts.staff_column_type, texts.staff_column_when,
                   texts.staff_column_tries, texts.staff_column_reason, texts.column_actions});
    for (const auto& entry : all) {
        const auto& delivery = entry.told.delivery;
        table.row(element("a", {{"href", staff_organization_path(delivery.organization_id)}},
                          name_markup(entry.organization_name)),
                  event_text(texts, delivery.event_type),
                  moment(texts, delivery.ended_at.value_or(delivery.created_at)),
                  attempts_markup(texts, entry), name_markup(summary_of(delivery.last_problem)),
                  act(visit, entry));
    }
    return table.markup();
}

Response show(Visit& visit, DeliveryQueue& deliveries) {
    const auto& texts = visit.texts();
    const auto state =
        parse_delivery_state(visit.parameter("state")).value_or(DeliveryState::waiting);
    const auto listed = deliveries.list(visit.actor(), state, id_parameter(visit, "after"));
    if (!listed) return visit.refuse(listed.error());
    auto content = together(state_tabs(texts, state), table(visit, state, listed->deliveries));
    if (listed->more) {
        content.add(next_markup(
            texts, path_with(staff_webhooks_path,
                             {{"state", std::string(name_of(state))},
                              {"after", listed->deliveries.back().told.delivery.id.text()}})));
    }
    return visit.page(
        200, staff_page(texts, staff_webhooks_path, std::string(texts.staff_webhooks), content));
}

Response requeue(Visit& visit, DeliveryQueue& deliveries) {
    return staff_done(visit, deliveries.requeue(visit.actor(), staff_id_in(visit, "delivery_id")),
                      path_of(DeliveryState::dead), Notice::delivery_requeued);
}

Response requeue_all(Visit& visit, DeliveryQueue& deliveries) {
    const auto id = OrganizationId::from_ctid(visit.field("organization"));
    if (!id) return visit.refuse(404, visit.texts().staff_organization_unknown);
    const auto done = deliveries.requeue_all(visit.actor(), *id);
    if (!done) return visit.refuse(done.error());
    return visit.go_to(path_of(DeliveryState::dead), Notice::delivery_requeued);
}

}  // namespace

std::vector<http::Route> staff_webhook_routes(const Visits& visits, const StaffDesk& desk) {
    auto& deliveries = desk.staff.deliveries;
    const std::string path = staff_webhooks_path;
    return {
        visits.staff_page(path, "listDeliveries",
                          [&deliveries](Visit& visit) { return show(visit, deliveries); }),
        visits.staff_form(path + "/requeue", "requeueDeliveries",
                          [&deliveries](Visit& visit) { return requeue_all(visit, deliveries); }),
        visits.staff_form(path + "/{delivery_id}/requeue", "requeueDelivery",
                          [&deliveries](Visit& visit) { return requeue(visit, deliveries); })};
}

}  // namespace cartulary::web
