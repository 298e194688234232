#pragma once

#include <string>

#include "domain/organization.h"
#include "operations/caller.h"
#include "operations/registry.h"

namespace cartulary {

// Writes that something happened to an organization, with the state it has now.
void append_event(const Registry& registry, Transaction& transaction, const Caller& caller,
                  const Organization& organization, const std::string& type);

}  // namespace cartulary
