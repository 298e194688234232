#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/time.h"
#include "base/uuid.h"
#include "domain/person.h"

// How people come into the registry and into organizations.
namespace cartulary {

// Somebody who signed up and has not opened the mailed link yet.
struct SignUp {
    std::string digest;  // of the link's token
    std::string email;
    std::string first_name;
    std::string last_name;
    std::string password_hash;
    Timestamp created_at;
    Timestamp expires_at;

    bool operator==(const SignUp&) const = default;
};

// An organization asks somebody in, by mail. One address has one invitation of an organization.
struct Invitation {
    Uuid id;
    std::string digest;         // of the link's token
    std::int32_t organization;  // number
    std::string email;
    Role role;
    std::string actor;  // who invited, as events name them
    Timestamp created_at;
    Timestamp expires_at;

    bool operator==(const Invitation&) const = default;
};

// A person asks to be let into an organization.
struct JoinRequest {
    std::int32_t organization;  // number
    Uuid person;
    std::string note;
    Timestamp created_at;
    std::optional<Timestamp> declined_at = {};

    bool operator==(const JoinRequest&) const = default;
};

inline constexpr std::chrono::hours sign_up_life{24};
inline constexpr std::chrono::hours reset_life{1};
inline constexpr std::chrono::hours email_change_life{24};
inline constexpr std::chrono::days invitation_life{7};
inline constexpr std::size_t invitations_max = 200;        // of one organization
inline constexpr std::size_t join_requests_max = 10;       // of one person
inline constexpr std::chrono::days join_again_after{30};   // after a request was declined
inline constexpr std::size_t join_note_length_max = 1000;  // characters

}  // namespace cartulary
