#pragma once

#include <string_view>

#include "domain/webhook.h"
#include "web/texts/texts.h"

namespace cartulary::web {

std::string_view delivery_state_text(const Texts& texts, DeliveryState state);

}  // namespace cartulary::web
