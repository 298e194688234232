#include "operations/staff_acts.h"

#include "store/events.h"
#include "store/staff_acts.h"

namespace cartulary {

void append_staff_act(const Registry& registry, Transaction& transaction, const Actor& actor,
                      const std::string& type, const std::string& about) {
    staff_acts::insert(
        transaction,
        {.type = type, .actor = actor.name(), .about = about, .occurred_at = registry.now()});
}

void append_staff_act_by_event(const Registry& registry, Transaction& transaction,
                               const Actor& actor, const std::string& type,
                               std::int32_t organization, const std::string& reason) {
    const auto last = events::count(transaction, organization);
    const auto event = events::list(transaction, organization, last, 1).at(0);
    staff_acts::insert(transaction, {.type = type,
                                     .actor = actor.name(),
                                     .organization = organization,
                                     .event = event.id,
                                     .reason = reason,
                                     .occurred_at = registry.now()});
}

}  // namespace cartulary
