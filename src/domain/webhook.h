#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "base/uuid.h"
#include "domain/ctid.h"

namespace cartulary {

// Where an organization wants to be told of its events.
struct Webhook {
    std::string url;  // http(s); empty: nowhere
    // Those that are told. Empty: those of badges and templates, and of the organization itself
    // (registered, changed, member_added); what came later is told to who names it, so that no
    // receiver gets what it cannot know.
    std::vector<std::string> event_types;

    bool wants(std::string_view event_type) const;
    bool operator==(const Webhook&) const = default;
};

inline constexpr std::size_t webhook_event_types_max = 50;
inline constexpr std::size_t webhook_event_type_length_max = 100;  // characters

enum class DeliveryState {
    waiting,
    delivered,  // the receiver answered 2xx
    dead,       // given up; may be queued again by hand
};

std::string_view name_of(DeliveryState state);
std::optional<DeliveryState> parse_delivery_state(std::string_view name);

// An event on its way to the webhook of its organization.
struct Delivery {
    Uuid id;                    // the event's, the same at every attempt
    std::int32_t organization;  // number
    OrganizationId organization_id;
    std::string event_type;
    Timestamp occurred_at;
    DeliveryState state;
    int attempts;
    std::optional<Timestamp> first_at;  // of the attempts that count towards giving up
    Timestamp next_attempt;
    std::optional<int> last_status;  // HTTP; nothing: no answer, or no attempt yet
    std::string last_problem;
    Timestamp created_at;
    std::optional<Timestamp> ended_at;

    bool operator==(const Delivery&) const = default;
};

struct DeliveryAttempt {
    int number;  // from 1
    Timestamp started_at;
    std::chrono::milliseconds duration;
    std::optional<int> status;  // nothing: no answer
    std::string problem;        // for people; empty: delivered

    bool operator==(const DeliveryAttempt&) const = default;
};

}  // namespace cartulary
