#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/draft.h"
#include "domain/organization.h"
#include "operations/caller.h"
#include "operations/registry.h"

// Who may do what with drafts. All of it happens in the transaction of whoever calls.
namespace cartulary {

// not_found; conflict, with the field "version": it is another than the one that is named.
Result<Draft> draft_of(Transaction& transaction, const Organization& owner, const Ctid& ctid,
                       std::optional<std::int64_t> version = {});
tl::unexpected<Error> unknown_draft();
tl::unexpected<Error> refused_draft(std::string message, std::string field, std::string problem);

// Whether what the caller approves for the owner is published at once.
bool is_trusted(Transaction& transaction, const Caller& caller, const Organization& owner);

// Somebody of the registry's staff (by the name in events) in the name of the organization that
// wrote the draft.
Caller acting_for(Transaction& transaction, const Draft& draft, std::string actor);

// Whether what it describes is public now.
bool is_public(Transaction& transaction, const Draft& draft);

// invalid, with the field "CTID": nobody of this organization can publish something of this kind
// under it, as it is another's or something else's.
Result<void> require_usable_ctid(Transaction& transaction, const Organization& owner,
                                 std::string_view kind, const Ctid& ctid);

}  // namespace cartulary
