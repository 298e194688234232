#pragma once

#include <vector>

#include "base/page.h"
#include "domain/organization_decision.h"
#include "store/store.h"

// What became of organizations that asked to be approved.
namespace cartulary::organization_decisions {

// After those that are there. The organization is held by whoever appends.
void append(Transaction& transaction, std::int32_t organization,
            const OrganizationDecision& decision);

// Oldest first.
std::vector<OrganizationDecision> of_organization(Transaction& transaction,
                                                  std::int32_t organization);

// The organizations that are submitted, by the time of their last submission, the longest first.
Page<Organization> waiting(Transaction& transaction, const Slice& slice);

}  // namespace cartulary::organization_decisions
