#pragma once

#include <optional>
#include <string>

#include "ctdl/templates/entry.h"
#include "domain/draft.h"
#include "domain/organization.h"
#include "operations/registry.h"

// What is wrong with what people write, and what would be published of it.
namespace cartulary {

// What an entry of this organization may refer to, looked up among its drafts as it is asked for:
// not to be used after the transaction.
ctdl::templates::Surroundings surroundings_of(const Registry& registry, Transaction& transaction,
                                              const Organization& owner, const Ctid& ctid);

struct EntryJudged {
    std::string type;  // class of CTDL; empty: not said
    std::string name;
    std::optional<ctdl::Document> document;  // none of locations, and where there are errors
    ctdl::Problems problems;                 // with paths of the entry
    std::int64_t error_count = 0;
};
// Of an organization that is not registered yet also what its registration needs.
EntryJudged judged(Transaction& transaction, ctdl::templates::Kind kind,
                   const ctdl::templates::Entry& entry,
                   const ctdl::templates::Surroundings& surroundings);
EntryJudged judged(const Registry& registry, Transaction& transaction, const Organization& owner,
                   const Draft& draft);

// What keeps an entry from being kept at all, by the names of its fields: its limits, no name, or
// an own identifier that is none. Nothing: it can be kept.
std::vector<FieldProblem> keeping_problems(ctdl::templates::Kind kind,
                                           const ctdl::templates::Entry& entry,
                                           const std::string& external_identifier);

// The errors as a refusal.
Error refusal_of(const ctdl::Problems& problems);

ctdl::templates::Kind kind_of(const Draft& draft);

}  // namespace cartulary
