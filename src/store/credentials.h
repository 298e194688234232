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

// False: it was revoked before, or there is none.
bool revoke_key(Transaction& transaction, std::string_view digest, Timestamp at);

// Never earlier than what is known already.
void set_key_used(Transaction& transaction, std::string_view digest, Timestamp at);

void insert(Transaction& transaction, const AuthorizationToken& token);

// All tokens of an organization, oldest first, also those that have run out.
std::vector<AuthorizationToken> tokens_of(Transaction& transaction, std::int32_t organization);
std::optional<AuthorizationToken> find_token(Transaction& transaction, const Uuid& id);

// Whose token this is, or whose access token; it may have run out at `expires_at`.
struct TokenOwner {
    KeyOwner owner;
    Uuid token;  // id of the authorization token
    bool read_enabled;
    bool write_enabled;
    bool delete_enabled;
    Timestamp expires_at;  // of the access token, where it is one, and its token has not before
};
std::optional<TokenOwner> owner_of_token(Transaction& transaction, std::string_view digest);

void set_token_expiry(Transaction& transaction, const Uuid& token, Timestamp expires_at);

// Also ends its access tokens. False: there was none.
bool remove_token(Transaction& transaction, const Uuid& token);

// Never earlier than what is known already.
void set_token_used(Transaction& transaction, const Uuid& token, Timestamp at);

// Those that run out after `after` and not after `until`, and of whose expiry less than `warnings`
// warnings were sent.
std::vector<AuthorizationToken> tokens_to_warn_of(Transaction& transaction, Timestamp after,
                                                  Timestamp until, int warnings);
void set_warnings_sent(Transaction& transaction, const Uuid& token, int warnings);

void insert(Transaction& transaction, const AccessToken& token);

// Drops access tokens that ran out before `before`; gives how many.
std::int64_t forget_access_tokens(Transaction& transaction, Timestamp before);

}  // namespace cartulary::credentials
