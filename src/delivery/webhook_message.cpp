#include "delivery/webhook_message.h"

#include "base/json.h"
#include "delivery/webhook_signature.h"

namespace cartulary::delivery {

std::string webhook_body(const Delivery& delivery) {
    json::Writer writer;
    writer.begin_object()
        .member("id", delivery.id.text())
        .member("organization_id", delivery.organization_id.text())
        .member("event_type", delivery.event_type)
        .member("occurred_at", iso_8601(delivery.occurred_at))
        .end_object();
    return writer.take();
}

outbound::Post webhook_post(const Delivery& delivery, const WebhookAddress& address, Timestamp at,
                            const std::string& user_agent, std::chrono::milliseconds timeout) {
    const auto id = delivery.id.text();
    auto body = webhook_body(delivery);
    std::string signatures;
    for (const auto& secret : address.secrets) {
        if (!signatures.empty()) signatures += ' ';
        signatures += webhook_signature(secret, id, at, body);
    }
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    return {.url = address.url,
            .headers = {{"Content-Type", "application/json"},
                        {"User-Agent", user_agent},
                        {"webhook-id", id},
                        {"webhook-timestamp", std::to_string(seconds)},
                        {"webhook-signature", std::move(signatures)}},
            .body = std::move(body),
            .timeout = timeout};
}

}  // namespace cartulary::delivery
