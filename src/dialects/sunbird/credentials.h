#pragma once

#include "dialects/sunbird/answer.h"

// Who asks.
namespace cartulary::sunbird {

// By the API key in "Authorization: Bearer …" and, where it is there, the person's token in
// "x-authenticated-user-token". unauthenticated: one of them is not good.
Result<TenantCaller> caller_of(const Exchange& exchange);

// The same for what a classic server lets nobody do without a person's token.
Result<TenantCaller> caller_with_person(const Exchange& exchange);

// A token of a person, and for how long it is good.
inline constexpr std::chrono::hours person_token_life{12};
std::string person_token(const Operations& operations, const TenantPerson& person);

// unauthenticated: we did not sign it, or not as such a token; it has run out, or its person is
// gone.
Result<TenantPerson> person_of_token(const Operations& operations, std::string_view token);

}  // namespace cartulary::sunbird
