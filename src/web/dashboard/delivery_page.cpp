#include "operations/own_organization.h"
#include "web/dashboard/own_pages.h"
#include "web/dashboard/webhook_markup.h"
#include "web/event_text.h"
#include "web/fragments.h"
#include "web/table.h"

namespace cartulary::web {

namespace {

using http::Response;

void add_row(const Texts& texts, const DeliveryAttempt& attempt, Table& table) {
    const auto took = std::to_string(attempt.duration.count());
    table.row(std::to_string(attempt.number), moment(texts, attempt.started_at),
              attempt.status ? std::to_string(*attempt.status) : std::string(texts.no_answer),
              filled_plain(texts.milliseconds, {{"count", took}}), name_markup(attempt.problem));
}

Markup attempts(const Texts& texts, const std::vector<DeliveryAttempt>& attempts) {
    auto part = element("h2", {}, texts.delivery_attempts_title);
    if (attempts.empty()) {
        part.add(element("p", {}, texts.delivery_attempts_none));
        return part;
    }
    Table table(texts.delivery_attempts_title);
    table.columns({texts.column_tries, texts.column_when, texts.column_answer,
                   texts.column_duration, texts.column_problem});
    for (const auto& attempt : attempts) add_row(texts, attempt, table);
    return part.add(table.markup());
}

Markup details(const Texts& texts, const Delivery& delivery) {
    const bool waits = delivery.state == DeliveryState::waiting;
    return Details()
        .add(texts.delivery_id, element("code", {}, delivery.id.text()))
        .add(texts.column_when, moment(texts, delivery.occurred_at))
        .add(texts.column_state, delivery_state_text(texts, delivery.state))
        .add(texts.delivery_next, waits ? moment(texts, delivery.next_attempt) : Markup())
        .add(texts.delivery_ended, delivery.ended_at ? moment(texts, *delivery.ended_at) : Markup())
        .add(texts.column_problem, delivery.last_problem)
        .markup();
}

Uuid delivery_in(const Own& own) {
    return Uuid::parse(own.visit.request().path_parameter("delivery")).value_or(Uuid());
}

Response show(const Own& own) {
    const auto& texts = own.texts();
    const auto caller = looking_at(own.operations.registry, own.actor(), own.id);
    if (!caller) return own.visit.refuse(caller.error());
    const auto told = own.operations.webhooks.of_own(*caller, own.id, delivery_in(own));
    if (!told) return own.visit.refuse(told.error());
    const auto& delivery = told->delivery;
    const auto back = own.path("webhooks");
    Markup action;
    if (caller->rights.write && delivery.state == DeliveryState::dead) {
        action = own.visit.form(own.path("webhooks/" + delivery.id.text() + "/requeue"),
                                button(texts.delivery_requeue, "second"));
    }
    const auto content =
        together(details(texts, delivery), action, attempts(texts, told->attempts),
                 element("p", {}, element("a", {{"href", back}}, texts.back_to_webhook)));
    const auto title =
        filled_plain(texts.delivery_title, {{"event", event_text(texts, delivery.event_type)}});
    return own.visit.page(200, own_page(own, caller->name, "webhooks", title, content));
}

Response requeue(const Own& own) {
    const auto caller = acting_in(own.actor(), own.id, Need::administer);
    if (!caller) return own.visit.refuse(caller.error());
    const auto requeued = own.operations.webhooks.requeue(*caller, own.id, delivery_in(own));
    if (!requeued) return own.visit.refuse(requeued.error());
    return own.go_to("webhooks", Notice::webhook_requeued);
}

}  // namespace

std::string_view delivery_state_text(const Texts& texts, DeliveryState state) {
    switch (state) {
        case DeliveryState::waiting: return texts.delivery_waiting;
        case DeliveryState::delivered: return texts.delivery_delivered;
        case DeliveryState::dead: return texts.delivery_dead;
    }
    __builtin_unreachable();
}

std::vector<http::Route> delivery_routes(const OwnPages& pages) {
    return {pages.page("/webhooks/{delivery}", "showDelivery", show),
            pages.form("/webhooks/{delivery}/requeue", "requeueDelivery", requeue)};
}

}  // namespace cartulary::web
