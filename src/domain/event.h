#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

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
inline constexpr auto organization_member_changed = "organization.member_changed";
inline constexpr auto organization_member_removed = "organization.member_removed";
inline constexpr auto organization_member_invited = "organization.member_invited";
inline constexpr auto organization_join_requested = "organization.join_requested";
inline constexpr auto organization_join_declined = "organization.join_declined";
inline constexpr auto organization_submitted = "organization.submitted";
inline constexpr auto organization_withdrawn = "organization.withdrawn";
inline constexpr auto organization_approved = "organization.approved";
inline constexpr auto organization_declined = "organization.declined";
inline constexpr auto organization_key_made = "organization.key_made";
inline constexpr auto organization_key_revoked = "organization.key_revoked";
inline constexpr auto organization_third_party_asked = "organization.third_party_asked";
inline constexpr auto organization_third_party_granted = "organization.third_party_granted";
inline constexpr auto organization_third_party_ended = "organization.third_party_ended";
inline constexpr auto organization_secret_changed = "organization.secret_changed";  // the webhook's
inline constexpr auto badge_template_created = "badge_template.created";
inline constexpr auto badge_template_changed = "badge_template.changed";
inline constexpr auto badge_template_deleted = "badge_template.deleted";
inline constexpr auto badge_created = "badge.created";
inline constexpr auto badge_deleted = "badge.deleted";
inline constexpr auto badge_state_changed = "badge.state.changed";
inline constexpr auto badge_privacy_changed = "badge.privacy.changed";
inline constexpr auto draft_approved = "draft.approved";
inline constexpr auto draft_published = "draft.published";
inline constexpr auto draft_returned = "draft.returned";
inline constexpr auto draft_unpublished = "draft.unpublished";
inline constexpr auto resource_published = "resource.published";
inline constexpr auto resource_deleted = "resource.deleted";
inline constexpr auto resource_transferred = "resource.transferred";

inline constexpr auto all = std::to_array<std::string_view>({
    organization_registered,
    organization_changed,
    organization_deleted,
    organization_member_added,
    organization_member_changed,
    organization_member_removed,
    organization_member_invited,
    organization_join_requested,
    organization_join_declined,
    organization_submitted,
    organization_withdrawn,
    organization_approved,
    organization_declined,
    organization_key_made,
    organization_key_revoked,
    organization_third_party_asked,
    organization_third_party_granted,
    organization_third_party_ended,
    organization_secret_changed,
    badge_template_created,
    badge_template_changed,
    badge_template_deleted,
    badge_created,
    badge_deleted,
    badge_state_changed,
    badge_privacy_changed,
    draft_approved,
    draft_published,
    draft_returned,
    draft_unpublished,
    resource_published,
    resource_deleted,
    resource_transferred,
});
}  // namespace event_type

}  // namespace cartulary
