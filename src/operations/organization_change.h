#pragma once

#include <functional>
#include <vector>

#include "domain/organization.h"
#include "operations/registry.h"

namespace cartulary {

// Stores what is now stated of an organization that is held, as the next version of its record,
// where it differs from what was stated before. A problem that the record had before, in a field
// that stays as it was, is not held against the caller. The event is the caller's to append.
//
// False: it does not differ. invalid; conflict: the profile name or an identifier is another's.
Result<bool> restate(const Registry& registry, Transaction& transaction, Organization& organization,
                     const OrganizationDraft& before);

// The same where another rule says what is wrong with a record.
using ProblemsOf = std::function<std::vector<FieldProblem>(const OrganizationDraft&)>;
Result<bool> restate(const Registry& registry, Transaction& transaction, Organization& organization,
                     const OrganizationDraft& before, const ProblemsOf& problems_of);

}  // namespace cartulary
