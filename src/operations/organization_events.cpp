#include "operations/organization_events.h"

#include "store/events.h"
#include "store/organization_text.h"

namespace cartulary {

void append_event(const Registry& registry, Transaction& transaction, const Caller& caller,
                  const Organization& organization, const std::string& type) {
    const auto now = registry.now();
    events::append(transaction, {.id = Uuid::ordered(milliseconds(now), registry.randomness),
                                 .organization = organization.number,
                                 .sequence = 0,
                                 .type = type,
                                 .actor = caller.actor(),
                                 .snapshot = organizations::snapshot_of(organization),
                                 .occurred_at = now});
}

}  // namespace cartulary
