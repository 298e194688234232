#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/person_session.h"
#include "store/store.h"

// The browsers in which people are logged in, found by the digests of their cookies.
namespace cartulary::person_sessions {

void insert(Transaction& transaction, const PersonSession& session);

// Whatever its times are: who asks knows how long one may rest.
std::optional<PersonSession> find(Transaction& transaction, std::string_view digest);

// Newest first.
std::vector<PersonSession> of_person(Transaction& transaction, const Uuid& person);

// False: the person has none of this id.
bool remove(Transaction& transaction, const Uuid& person, const Uuid& id);

// All of a person but one; gives how many.
std::int64_t remove_others(Transaction& transaction, const Uuid& person,
                           const std::optional<Uuid>& but = {});

// Never earlier than what is known already.
void set_used(Transaction& transaction, const Uuid& id, Timestamp at);

// Drops those not used since `unused_since`; gives how many.
std::int64_t forget(Transaction& transaction, Timestamp unused_since);

}  // namespace cartulary::person_sessions
