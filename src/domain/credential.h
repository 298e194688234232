#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "base/uuid.h"

// What a program shows to prove for whom it speaks.
namespace cartulary {

// An organization's key for the accounts and publishing interfaces: a random UUID, known to the
// store by its digest alone and shown once.
struct ApiKey {
    std::string digest;
    std::int32_t organization;  // number
    std::string label;
    Timestamp created_at;
    std::optional<Timestamp> revoked_at = {};

    bool operator==(const ApiKey&) const = default;
};

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

    bool operator==(const AuthorizationToken&) const = default;
};

inline constexpr std::chrono::days authorization_token_life{180};

}  // namespace cartulary
