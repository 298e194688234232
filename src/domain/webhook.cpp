#include "domain/webhook.h"

#include <algorithm>

#include "domain/event.h"

namespace cartulary {

namespace {

constexpr std::string_view told_unasked[] = {
    event_type::badge_created,          event_type::badge_deleted,
    event_type::badge_state_changed,    event_type::badge_privacy_changed,
    event_type::badge_template_created, event_type::badge_template_changed,
    event_type::badge_template_deleted, event_type::organization_registered,
    event_type::organization_changed,   event_type::organization_member_added,
};

}  // namespace

bool Webhook::wants(std::string_view event_type) const {
    if (event_types.empty()) {
        return std::ranges::find(told_unasked, event_type) != std::end(told_unasked);
    }
    return std::ranges::find(event_types, event_type) != event_types.end();
}

std::string_view name_of(DeliveryState state) {
    switch (state) {
        case DeliveryState::waiting: return "waiting";
        case DeliveryState::delivered: return "delivered";
        case DeliveryState::dead: return "dead";
    }
    __builtin_unreachable();
}

std::optional<DeliveryState> parse_delivery_state(std::string_view name) {
    for (const auto state :
         {DeliveryState::waiting, DeliveryState::delivered, DeliveryState::dead}) {
        if (name == name_of(state)) return state;
    }
    return std::nullopt;
}

}  // namespace cartulary
