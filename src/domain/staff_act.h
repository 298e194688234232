#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "base/uuid.h"

namespace cartulary {

// Something that one of the registry's staff did. Where it changed an organization, its log has an
// event of that too.
struct StaffAct {
    std::string type;                               // "person.sessions_ended"
    std::string actor;                              // as events name who did something
    std::optional<std::int32_t> organization = {};  // number
    std::optional<Uuid> event = {};                 // of that organization
    std::string about = {};                         // "person:…", "mail:…"; or empty
    std::string reason = {};
    Timestamp occurred_at = {};

    bool operator==(const StaffAct&) const = default;
};

// What staff do; the names are stored: never change one.
namespace staff_act {
inline constexpr auto organization_blocked = "organization.blocked";
inline constexpr auto organization_unblocked = "organization.unblocked";
inline constexpr auto partner_trusted = "organization.trusted";
inline constexpr auto partner_distrusted = "organization.distrusted";
inline constexpr auto staff_added = "person.staff_added";
inline constexpr auto staff_removed = "person.staff_removed";
inline constexpr auto sessions_ended = "person.sessions_ended";
inline constexpr auto second_factor_reset = "person.second_factor_reset";
inline constexpr auto confirmation_mailed = "person.confirmation_mailed";
inline constexpr auto mail_requeued = "mail.requeued";
inline constexpr auto mails_requeued = "mail.all_requeued";
inline constexpr auto delivery_requeued = "webhook.requeued";
inline constexpr auto deliveries_requeued = "webhook.all_requeued";

inline constexpr auto all = std::to_array<std::string_view>({
    organization_blocked,
    organization_unblocked,
    partner_trusted,
    partner_distrusted,
    staff_added,
    staff_removed,
    sessions_ended,
    second_factor_reset,
    confirmation_mailed,
    mail_requeued,
    mails_requeued,
    delivery_requeued,
    deliveries_requeued,
});
}  // namespace staff_act

inline constexpr std::size_t staff_reason_length_max = 2'000;  // characters

}  // namespace cartulary
