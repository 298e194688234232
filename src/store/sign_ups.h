#pragma once

#include <optional>
#include <string_view>

#include "domain/invitation.h"
#include "store/store.h"

// Those who signed up and have not opened the mailed link yet.
namespace cartulary::sign_ups {

// `email_folded` as EmailAddress::folded() gives it.
void insert(Transaction& transaction, const SignUp& sign_up, std::string_view email_folded);

// Nothing where there is none, or its time is over.
std::optional<SignUp> find(Transaction& transaction, std::string_view digest, Timestamp now);

// All with this address, once one of them was confirmed.
void remove(Transaction& transaction, std::string_view email_folded);

// Drops those whose time is over; gives how many.
std::int64_t forget(Transaction& transaction, Timestamp now);

}  // namespace cartulary::sign_ups
