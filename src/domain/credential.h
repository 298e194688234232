#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "base/uuid.h"

// What a program shows to prove for whom it speaks.
namespace cartulary {

// An organization's key for the accounts and publishing interfaces: a random UUID, or a longer text
// of a tenant's, known to the store by its digest alone and shown once.
struct ApiKey {
    std::string digest;
    std::int32_t organization;  // number
    std::string label;
    Timestamp created_at;
    std::optional<Timestamp> revoked_at = {};
    std::optional<Timestamp> last_used_at = {};  // to the minute

    bool operator==(const ApiKey&) const = default;
};

inline constexpr std::size_t api_keys_max = 50;               // of one organization, at a time
inline constexpr std::size_t api_key_label_length_max = 100;  // characters

// An authorization token of the Acclaim interface: found by its digest, and sealed so that its
// owner's list can show it.
struct AuthorizationToken {
    Uuid id;
    std::int32_t organization;  // number
    std::string digest;
    std::string sealed;
    std::string description;
    bool read_enabled;
    bool write_enabled;
    bool delete_enabled;
    Timestamp created_at;
    Timestamp expires_at;
    std::optional<Timestamp> last_used_at = {};  // to the minute
    int warnings_sent = 0;                       // of its expiry

    bool operator==(const AuthorizationToken&) const = default;
};

// How long tokens are good, unless a setting says otherwise; and how long one that was replaced
// still is.
inline constexpr std::chrono::days authorization_token_life{180};
inline constexpr std::chrono::hours authorization_token_overlap{24};

// What an authorization token was exchanged for (OAuth 2, client credentials): it does what the
// token may do, for a shorter time.
struct AccessToken {
    std::string digest;
    Uuid token;  // id of the authorization token
    Timestamp created_at;
    Timestamp expires_at;

    bool operator==(const AccessToken&) const = default;
};

inline constexpr std::chrono::hours access_token_life{2};
inline constexpr std::size_t authorization_tokens_max = 1'000;    // of one organization
inline constexpr std::size_t token_description_length_max = 500;  // characters

}  // namespace cartulary
