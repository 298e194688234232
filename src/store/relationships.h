#pragma once

#include <optional>
#include <vector>

#include "domain/relationship.h"
#include "store/store.h"

// Who may publish for whom.
namespace cartulary::relationships {

// Adds a relationship or changes its status.
void put(Transaction& transaction, const Relationship& relationship);

std::optional<Relationship> find(Transaction& transaction, std::int32_t organization,
                                 std::int32_t third_party);

// Those that an organization has granted or been asked for, oldest first.
std::vector<Relationship> of_organization(Transaction& transaction, std::int32_t organization);

}  // namespace cartulary::relationships
