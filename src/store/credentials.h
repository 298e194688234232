#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/credential.h"
#include "domain/ctid.h"
#include "store/store.h"

// API keys and authorization tokens, found by their digests.
namespace cartulary::credentials {

void insert(Transaction& transaction, const ApiKey& key);

// Whose key it is, when it is not revoked.
struct KeyOwner {
    OrganizationId id;
    std::int32_t number;
    bool trusted_partner;
    bool approved;
    std::string name;
};
std::optional<KeyOwner> owner_of_key(Transaction& transaction, std::string_view digest);

// All keys of an organization, oldest first.
std::vector<ApiKey> keys_of(Transaction& transaction, std::int32_t organization);

void insert(Transaction& transaction, const AuthorizationToken& token);

// All tokens of an organization, oldest first.
std::vector<AuthorizationToken> tokens_of(Transaction& transaction, std::int32_t organization);

}  // namespace cartulary::credentials
