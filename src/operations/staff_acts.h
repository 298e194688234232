#pragma once

#include "domain/staff_act.h"
#include "operations/actor.h"

namespace cartulary {

// Writes down what one of the staff did that changed no organization, in the transaction of what
// they did.
void append_staff_act(const Registry& registry, Transaction& transaction, const Actor& actor,
                      const std::string& type, const std::string& about = {});

// The same of what changed an organization, right after its event was appended.
void append_staff_act_by_event(const Registry& registry, Transaction& transaction,
                               const Actor& actor, const std::string& type,
                               std::int32_t organization, const std::string& reason);

}  // namespace cartulary
