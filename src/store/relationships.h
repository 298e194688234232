#pragma once

#include <optional>
#include <vector>

#include "base/page.h"
#include "domain/relationship.h"
#include "store/store.h"

// Who may publish for whom.
namespace cartulary::relationships {

// Adds a relationship, or changes its status and when it came about.
void put(Transaction& transaction, const Relationship& relationship);

std::optional<Relationship> find(Transaction& transaction, std::int32_t organization,
                                 std::int32_t third_party);

// Those that an organization has granted or been asked for, oldest first.
std::vector<Relationship> of_organization(Transaction& transaction, std::int32_t organization);

// Those that an organization was granted as a third party, or has asked for, by the numbers of the
// others; without what ended.
Page<Relationship> of_third_party(Transaction& transaction, std::int32_t third_party,
                                  const Slice& slice);

// How many it has asked for and got no answer to.
std::int64_t count_asked(Transaction& transaction, std::int32_t third_party);

}  // namespace cartulary::relationships
