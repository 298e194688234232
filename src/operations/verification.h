#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "operations/registry.h"

namespace cartulary {

struct Verification {
    std::int64_t organizations;
    std::vector<std::string> problems;  // empty: every invariant holds
};

// Checks all that must be true of what is stored: the engine's own files, and that nothing is
// there by halves.
Verification verify(const Registry& registry);

// Ties the vault's key to the database at the first call, and tells afterwards whether it is the
// right one. conflict: it is another.
Result<void> require_own_key(const Registry& registry);

}  // namespace cartulary
