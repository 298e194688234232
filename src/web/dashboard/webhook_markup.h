#pragma once

#include <string_view>

#include "domain/webhook.h"
#include "web/texts/texts.h"

namespace cartulary::web {

// What happened, by the type of its event; the type itself where no words are known.
std::string_view event_text(const Texts& texts, std::string_view type);

std::string_view delivery_state_text(const Texts& texts, DeliveryState state);

}  // namespace cartulary::web
