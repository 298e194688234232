#include "app/commands/registry_commands.h"
#include "operations/webhooks.h"

namespace cartulary::commands {

namespace {

using json::Writer;

void write_time_or_null(Writer& writer, std::string_view name, std::optional<Timestamp> time) {
    writer.key(name);
    time ? writer.value(iso_8601(*time)) : writer.value(nullptr);
}

void write_status(Writer& writer, std::string_view name, std::optional<int> status) {
    writer.key(name);
    status ? writer.value(*status) : writer.value(nullptr);
}

void write_attempts(Writer& writer, const std::vector<DeliveryAttempt>& attempts) {
    writer.key("attempts").begin_array();
    for (const auto& attempt : attempts) {
        writer.begin_object()
            .member("number", attempt.number)
            .member("started_at", iso_8601(attempt.started_at))
            .member("duration_ms", attempt.duration.count());
        write_status(writer, "status", attempt.status);
        writer.member("problem", attempt.problem).end_object();
    }
    writer.end_array();
}

void write_delivery(Writer& writer, const Webhooks::Told& told) {
    const auto& delivery = told.delivery;
    const bool waits = delivery.state == DeliveryState::waiting;
    writer.begin_object()
        .member("id", delivery.id.text())
        .member("organization", delivery.organization_id.ctid())
        .member("event_type", delivery.event_type)
        .member("occurred_at", iso_8601(delivery.occurred_at))
        .member("state", name_of(delivery.state));
    write_attempts(writer, told.attempts);
    write_time_or_null(writer, "next_attempt",
                       waits ? std::optional(delivery.next_attempt) : std::nullopt);
    write_time_or_null(writer, "ended_at", delivery.ended_at);
    writer.end_object();
}

std::string line_of(const Webhooks::Told& told) {
    const auto& delivery = told.delivery;
    std::string line = delivery.id.text() + "  " + delivery.organization_id.ctid() + "  " +
                       delivery.event_type + "  " + std::string(name_of(delivery.state)) +
                       ", attempts: " + std::to_string(told.attempts.size());
    if (!delivery.last_problem.empty()) line += ", " + delivery.last_problem;
    if (delivery.state == DeliveryState::waiting) {
        line += ", next " + iso_8601(delivery.next_attempt);
    }
    return line;
}

}  // namespace

Outcome webhook_secret(const Target& target, const std::string& ctid, bool rotate) {
    const auto id = OrganizationId::from_ctid(ctid);
    if (!id) return no_ctid(ctid);
    Webhooks webhooks(target.registry);
    const auto secret =
        rotate ? webhooks.rotate_secret(command_line(), *id) : webhooks.secret(command_line(), *id);
    if (!secret) return refused(secret.error());
    Writer writer;
    writer.begin_object().member("secret", secret->text);
    write_time_or_null(writer, "old_secret_valid_until", secret->old_until);
    writer.end_object();
    auto text = secret->text;
    if (secret->old_until) text += "\nthe one before signs until " + iso_8601(*secret->old_until);
    return answer(target, writer, text);
}

Outcome list_deliveries(const Target& target, const DeliveryQuery& query) {
    std::optional<OrganizationId> organization;
    if (!query.organization.empty()) {
        organization = OrganizationId::from_ctid(query.organization);
        if (!organization) return no_ctid(query.organization);
    }
    const auto state = parse_delivery_state(query.state);
    if (!query.state.empty() && !state) {
        return {.status = 1, .err = "the state must be waiting, delivered or dead"};
    }
    const auto page =
        Webhooks(target.registry).list(organization, state, {.offset = 0, .count = query.count});
    if (!page) return refused(page.error());
    Writer writer;
    writer.begin_array();
    std::string text = std::to_string(page->total) + " deliveries";
    for (const auto& told : page->items) {
        write_delivery(writer, told);
        text += "\n" + line_of(told);
    }
    writer.end_array();
    return answer(target, writer, text);
}

Outcome requeue_deliveries(const Target& target, const Requeue& requeue) {
    if (requeue.delivery.empty() == requeue.organization.empty()) {
        return {.status = 1, .err = "name one delivery, or --organization for all of its dead"};
    }
    Webhooks webhooks(target.registry);
    Result<std::int64_t> count = 0;
    if (!requeue.delivery.empty()) {
        const auto id = Uuid::parse(requeue.delivery);
        if (!id) return {.status = 1, .err = "\"" + requeue.delivery + "\" is no delivery's id"};
        count = webhooks.requeue(*id);
    } else {
        const auto id = OrganizationId::from_ctid(requeue.organization);
        if (!id) return no_ctid(requeue.organization);
        count = webhooks.requeue_all(*id);
    }
    if (!count) return refused(count.error());
    if (*count > 0) target.registry.webhooks_wait();
    Writer writer;
    writer.begin_object().member("requeued", *count).end_object();
    return answer(target, writer, std::to_string(*count) + " deliveries are due again");
}

}  // namespace cartulary::commands
