#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/draft.h"
#include "domain/organization.h"
#include "operations/caller.h"
#include "operations/registry.h"

// How drafts are written, by form or table, in the transaction of whoever calls, who holds the
// organization.
namespace cartulary {

// What a draft says, judged already (see draft_judging.h).
struct DraftText {
    std::string type;
    std::string external_identifier;
    std::string name;
    std::string entry;  // as ctdl/templates/entry.h writes it
    PublishMethod method = PublishMethod::form;
    std::int64_t problem_count = 0;
};

// Stores it as a new draft, or over the one that was there before; any approval is gone then. What
// changes nothing makes no new version. conflict: "version"; invalid: the own identifier is
// another draft's ("ExternalIdentifier").
Result<Draft> put_draft(const Registry& registry, Transaction& transaction, const Caller& caller,
                        const Organization& owner, std::string_view kind, const Ctid& ctid,
                        const std::optional<Draft>& before, const DraftText& text);

// conflict: the organization may not have as many more drafts.
Result<void> require_room_for_drafts(Transaction& transaction, const Organization& owner,
                                     std::int64_t added);

}  // namespace cartulary
