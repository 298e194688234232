#include "domain/webhook.h"

#include <algorithm>

namespace cartulary {

bool Webhook::wants(std::string_view event_type) const {
    return event_types.empty() || std::ranges::find(event_types, event_type) != event_types.end();
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
