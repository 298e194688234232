#pragma once

#include <string>
#include <vector>

#include "store/store.h"

namespace cartulary::invariants {

// What must be true of all rows together and is not, each as a sentence with how many rows break
// it. Reads everything.
std::vector<std::string> broken(Transaction& transaction);

}  // namespace cartulary::invariants
