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
//
// Where its record was made or changed, its public document follows (see record_organization in
// operations/resources.h). conflict, with the field "id": something else was published under its
// CTID.
Result<void> append_event(const Registry& registry, Transaction& transaction, const Caller& caller,
                          const Organization& organization, const std::string& type);

// The event alone, with a snapshot of what it is about: something that belongs to the organization
// (see store/badge_text.h and store/told_resource.h).
void append_event(const Registry& registry, Transaction& transaction, const Caller& caller,
                  const Organization& organization, const std::string& type, std::string snapshot);

}  // namespace cartulary
