#pragma once

#include "ctdl/templates/entry.h"
#include "domain/draft.h"
#include "domain/registration.h"
#include "operations/caller.h"
#include "operations/registry.h"

// Drafts of organizations: their records have what no document has.
namespace cartulary {

// What keeps an organization from being registered that is not yet, with the paths of the entry.
void append_registration_problems(Transaction& transaction, const ctdl::Document& document,
                                  const ctdl::templates::Entry& entry, ctdl::Problems& problems);

// Publishes an organization's document, and states in its record what the entry alone has. One that
// is not registered is registered, as a trusted partner's are, for the caller as its third party.
// The refusals are those of Resources::publish and of Registrations.
Result<void> publish_organization(const Registry& registry, Transaction& transaction,
                                  const Caller& caller, const Draft& draft,
                                  const ctdl::Document& document);

}  // namespace cartulary
