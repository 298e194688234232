#include <algorithm>

#include "base/text.h"
#include "operations/own_organization.h"
#include "web/check_group.h"
#include "web/dashboard/own_pages.h"
#include "web/dashboard/webhook_markup.h"
#include "web/event_text.h"
#include "web/fragments.h"
#include "web/table.h"
#include "web/texts/refusals.h"

namespace cartulary::web {

namespace {

using http::Response;

struct View {
    const Own& own;
    const Caller& caller;
    const Webhooks::Standing& standing;

    const Texts& texts() const { return own.texts(); }
    bool may_change() const { return caller.rights.write; }
};

Markup trouble(const View& view) {
    if (view.standing.disabled.empty()) return {};
    return element(
        "p", {{"class", "standing bad"}},
        filled(view.texts().webhook_disabled, {{"reason", name_markup(view.standing.disabled)}}));
}

// What can be told, and whatever else the receiver named before.
std::vector<Option> type_options(const Texts& texts, const Webhook& stated) {
    std::vector<Option> options;
    for (const auto& [type, text] : texts.event_names) options.push_back({type, text});
    for (const auto& type : stated.event_types) {
        const auto known =
            std::ranges::find(texts.event_names, type, &HistoryTexts::EventName::type);
        if (known == texts.event_names.end()) options.push_back({type, type});
    }
    return options;
}

Markup state_form(const View& view, const Webhook& stated, const Problems& problems) {
    const auto& texts = view.texts();
    if (!view.may_change()) {
        return Details().add(texts.webhook_url_label, stated.url).markup();
    }
    const auto options = type_options(texts, stated);
    const std::vector<std::string_view> chosen(stated.event_types.begin(),
                                               stated.event_types.end());
    const auto fields = together(field_markup({.name = "url",
                                               .label = texts.webhook_url_label,
                                               .type = "url",
                                               .autocomplete = "off",
                                               .value = stated.url,
                                               .hint = texts.webhook_url_hint,
                                               .required = false},
                                              problems),
                                 check_group({.name = "event_types",
                                              .label = texts.webhook_types_label,
                                              .options = options,
                                              .chosen = chosen,
                                              .hint = texts.webhook_types_hint},
                                             problems),
                                 button(texts.save_button));
    return view.own.visit.form(view.own.path("webhooks"), fields);
}

Markup secret_part(const View& view, const std::optional<WebhookSecret>& secret) {
    const auto& texts = view.texts();
    const auto& own = view.own;
    if (!view.may_change() || view.standing.stated.url.empty()) return {};
    auto part = together(element("h2", {}, texts.webhook_secret_title),
                         element("p", {}, texts.webhook_secret_about));
    if (secret) {
        part.add(element("p", {{"class", "address"}}, texts.webhook_secret_is, " ",
                         element("code", {}, secret->text)));
        if (secret->old_until) {
            part.add(element("p", {},
                             filled(texts.webhook_secret_old_until,
                                    {{"date", moment(texts, *secret->old_until)}})));
        }
    } else {
        part.add(own.visit.form(own.path("webhooks/secret"),
                                button(texts.webhook_secret_show, "second")));
    }
    const auto rotate = own.path("webhooks/rotate");
    part.add(element("p", {}, element("a", {{"href", rotate}}, texts.webhook_secret_rotate)));
    return part;
}

void add_row(const View& view, const Delivery& delivery, Table& table) {
    const auto& texts = view.texts();
    const auto path = view.own.path("webhooks/" + delivery.id.text());
    table.row(link_to(path, event_text(texts, delivery.event_type)),
              moment(texts, delivery.occurred_at), delivery_state_text(texts, delivery.state),
              std::to_string(delivery.attempts));
}

Markup deliveries(const View& view, const cartulary::Page<Delivery>& page, const Slice& slice) {
    const auto& texts = view.texts();
    const auto& own = view.own;
    auto part = element("h2", {}, texts.webhook_deliveries_title);
    if (page.items.empty()) {
        part.add(element("p", {}, texts.webhook_deliveries_none));
    } else {
        Table table(texts.webhook_deliveries_title);
        table.columns(
            {texts.column_event, texts.column_when, texts.column_state, texts.column_tries});
        for (const auto& delivery : page.items) add_row(view, delivery, table);
        part.add(table.markup());
    }
    part.add(pages_markup(texts, slice, page.total, own.path("webhooks")));
    if (view.may_change() && view.standing.dead > 0) {
        part.add(own.visit.form(own.path("webhooks/requeue"),
                                button(texts.delivery_requeue_all, "second")));
    }
    return part;
}

Response webhooks_page(const Own& own, const std::optional<Webhook>& written,
                       const Problems& problems, const std::optional<WebhookSecret>& secret) {
    const auto& texts = own.texts();
    auto& webhooks = own.operations.webhooks;
    const auto caller = looking_at(own.operations.registry, own.actor(), own.id);
    if (!caller) return own.visit.refuse(caller.error());
    const auto standing = webhooks.standing(*caller, own.id);
    if (!standing) return own.visit.refuse(standing.error());
    const auto slice = slice_of(own.visit.parameter("page"));
    const auto told = webhooks.of_own(*caller, own.id, slice);
    if (!told) return own.visit.refuse(told.error());
    const View view{own, *caller, *standing};
    const auto content =
        together(summary_markup(texts.form_problems_title, problems),
                 element("p", {{"class", "lead"}}, texts.webhook_about), trouble(view),
                 state_form(view, written.value_or(standing->stated), problems),
                 secret_part(view, secret), deliveries(view, *told, slice));
    return own.visit.form_page(
        own_page(own, caller->name, "webhooks",
                 filled_plain(texts.webhook_title, {{"organization", caller->name}}), content),
        problems);
}

Response show(const Own& own) {
    return webhooks_page(own, {}, {}, {});
}

Response state(const Own& own) {
    const auto& texts = own.texts();
    const Webhook written{std::string(text::trimmed(own.visit.field("url"))),
                          own.visit.fields("event_types")};
    const auto caller = acting_in(own.actor(), own.id, Need::administer);
    if (!caller) return own.visit.refuse(caller.error());
    const auto changed = own.operations.organizations.change(
        *caller, own.id, [&](OrganizationDraft& draft) -> Result<void> {
            draft.webhook = written;
            return {};
        });
    if (changed) return own.go_to("webhooks", Notice::webhook_saved);
    Problems problems;
    for (const auto& [field, label] : {std::pair("url", texts.webhook_url_label),
                                       std::pair("event_types", texts.webhook_types_label)}) {
        for (const auto& [named, problem] : changed.error().fields) {
            if (named != "webhook." + std::string(field)) continue;
            problems.add(
                field, filled_plain(texts.field_problem,
                                    {{"field", label}, {"problem", refusal_text(texts, problem)}}));
        }
    }
    if (!problems.any()) return own.visit.refuse(changed.error());
    return webhooks_page(own, written, problems, {});
}

// Only after a form, so that no address shows it.
Response show_secret(const Own& own) {
    const auto caller = acting_in(own.actor(), own.id, Need::administer);
    if (!caller) return own.visit.refuse(caller.error());
    const auto secret = own.operations.webhooks.secret(*caller, own.id);
    if (!secret) return own.visit.refuse(secret.error());
    return webhooks_page(own, {}, {}, *secret);
}

Response ask_rotate(const Own& own) {
    const auto& texts = own.texts();
    const auto caller = acting_in(own.actor(), own.id, Need::administer);
    if (!caller) return own.visit.refuse(caller.error());
    return ask(own, caller->name, "webhooks", std::string(texts.webhook_secret_rotate_title),
               {.about = texts.webhook_secret_rotate_about,
                .button = texts.webhook_secret_rotate,
                .action = own.path("webhooks/rotate"),
                .back_label = texts.back_to_webhook,
                .back = own.path("webhooks")});
}

Response rotate(const Own& own) {
    const auto caller = acting_in(own.actor(), own.id, Need::administer);
    if (!caller) return own.visit.refuse(caller.error());
    const auto rotated = own.operations.webhooks.rotate_secret(*caller, own.id);
    if (!rotated) return own.visit.refuse(rotated.error());
    return own.go_to("webhooks", Notice::webhook_secret_changed);
}

Response requeue_all(const Own& own) {
    const auto caller = acting_in(own.actor(), own.id, Need::administer);
    if (!caller) return own.visit.refuse(caller.error());
    const auto requeued = own.operations.webhooks.requeue_all(*caller, own.id);
    if (!requeued) return own.visit.refuse(requeued.error());
    return own.go_to("webhooks", Notice::webhook_requeued);
}

}  // namespace

std::vector<http::Route> webhook_routes(const OwnPages& pages) {
    return {pages.page("/webhooks", "showWebhook", show),
            pages.form("/webhooks", "stateWebhook", state),
            pages.form("/webhooks/secret", "showWebhookSecret", show_secret),
            pages.page("/webhooks/rotate", "askToRotateWebhookSecret", ask_rotate),
            pages.form("/webhooks/rotate", "rotateWebhookSecret", rotate),
            pages.form("/webhooks/requeue", "requeueDeliveries", requeue_all)};
}

}  // namespace cartulary::web
