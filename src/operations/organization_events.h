#pragma once

#include <string>

#include "domain/event.h"
#include "domain/organization.h"
#include "operations/caller.h"
#include "operations/registry.h"

namespace cartulary {

// Writes that something happened to an organization, with the state it has now; and, in the same
// transaction, that its webhook is to be told of it, where it wants to be. Who commits calls
// registry.webhooks_wait() afterwards.
void append_event(const Registry& registry, Transaction& transaction, const Caller& caller,
                  const Organization& organization, const std::string& type);

// The same of something that belongs to the organization, with a snapshot of that (see
// store/badge_text.h).
void append_event(const Registry& registry, Transaction& transaction, const Caller& caller,
                  const Organization& organization, const std::string& type, std::string snapshot);

}  // namespace cartulary
