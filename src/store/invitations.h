#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/invitation.h"
#include "store/store.h"

// Who was asked into an organization, and who asked to be let in.
namespace cartulary::invitations {

// In the place of one that the organization sent to this address before.
void put(Transaction& transaction, const Invitation& invitation, std::string_view email_folded);

// Nothing where there is none, or its time is over.
std::optional<Invitation> find(Transaction& transaction, std::string_view digest, Timestamp now);

// Those whose time is not over, oldest first.
std::vector<Invitation> of_organization(Transaction& transaction, std::int32_t organization,
                                        Timestamp now);

// False: the organization has none of this id.
bool remove(Transaction& transaction, std::int32_t organization, const Uuid& id);

// Drops those whose time is over; gives how many.
std::int64_t forget(Transaction& transaction, Timestamp now);

}  // namespace cartulary::invitations

namespace cartulary::join_requests {

// In the place of one that the person made before.
void put(Transaction& transaction, const JoinRequest& request);

std::optional<JoinRequest> find(Transaction& transaction, std::int32_t organization,
                                const Uuid& person);

// Those that wait for an answer, oldest first.
std::vector<JoinRequest> of_organization(Transaction& transaction, std::int32_t organization);

// All of a person, the declined ones too, by the organizations' numbers.
std::vector<JoinRequest> of_person(Transaction& transaction, const Uuid& person);

// False: none waits.
bool decline(Transaction& transaction, std::int32_t organization, const Uuid& person,
             Timestamp now);
bool remove(Transaction& transaction, std::int32_t organization, const Uuid& person);

}  // namespace cartulary::join_requests
