#include "operations/organization_events.h"

#include "operations/resources.h"
#include "store/events.h"
#include "store/organization_text.h"
#include "store/webhooks.h"

namespace cartulary {

namespace {

bool is_of_record(std::string_view type) {
    return type == event_type::organization_registered ||
           type == event_type::organization_changed || type == event_type::organization_deleted ||
           type == event_type::organization_approved;
}

}  // namespace

Result<void> append_event(const Registry& registry, Transaction& transaction, const Caller& caller,
                          const Organization& organization, const std::string& type) {
    if (is_of_record(type)) {
        TRY(record_organization(registry, transaction, caller, organization));
    }
    append_event(registry, transaction, caller, organization, type,
                 organizations::snapshot_of(organization));
    return {};
}

void append_event(const Registry& registry, Transaction& transaction, const Caller& caller,
                  const Organization& organization, const std::string& type, std::string snapshot) {
    const auto now = registry.now();
    const auto id = Uuid::ordered(milliseconds(now), registry.randomness);
    events::append(transaction, {.id = id,
                                 .organization = organization.number,
                                 .sequence = 0,
                                 .type = type,
                                 .actor = caller.actor(),
                                 .snapshot = std::move(snapshot),
                                 .occurred_at = now});
    const auto& webhook = organization.stated.webhook;
    if (!webhook.url.empty() && webhook.wants(type)) {
        webhooks::queue(transaction, organization.number, id, now);
    }
}

}  // namespace cartulary
