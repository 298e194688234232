#pragma once

#include <vector>

#include "domain/staff_act.h"
#include "store/store.h"

// What the registry's staff did.
namespace cartulary::staff_acts {

void insert(Transaction& transaction, const StaffAct& act);

// Newest first, at most `count`.
std::vector<StaffAct> of_organization(Transaction& transaction, std::int32_t organization,
                                      int count);

}  // namespace cartulary::staff_acts
