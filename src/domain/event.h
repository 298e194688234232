#pragma once

#include <cstdint>
#include <string>

#include "base/time.h"
#include "base/uuid.h"

namespace cartulary {

// Something that happened to an organization, with the state it left, written in the transaction
// that made it happen.
struct Event {
    Uuid id;
    std::int32_t organization;  // number
    std::int64_t sequence;      // within the organization, from 1, without gaps; the store's
    std::string type;           // "organization.registered"
    std::string actor;          // who did it: "organization:ce-…", "staff", "command"
    std::string snapshot;       // JSON of what it was about, as it was then
    Timestamp occurred_at;

    bool operator==(const Event&) const = default;
};

// What happens; the names are stored and told: never change one.
namespace event_type {
inline constexpr auto organization_registered = "organization.registered";
inline constexpr auto organization_changed = "organization.changed";
inline constexpr auto organization_deleted = "organization.deleted";
inline constexpr auto organization_member_added = "organization.member_added";
inline constexpr auto badge_template_created = "badge_template.created";
inline constexpr auto badge_template_changed = "badge_template.changed";
inline constexpr auto badge_template_deleted = "badge_template.deleted";
inline constexpr auto badge_created = "badge.created";
inline constexpr auto badge_deleted = "badge.deleted";
inline constexpr auto badge_state_changed = "badge.state.changed";
inline constexpr auto badge_privacy_changed = "badge.privacy.changed";
}  // namespace event_type

}  // namespace cartulary
