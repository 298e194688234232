#pragma once

#include <string_view>

#include "web/texts/texts.h"

namespace cartulary::web {

// What happened, by the type of an event or of what staff did; the type itself where no words are
// known.
std::string_view event_text(const Texts& texts, std::string_view type);

}  // namespace cartulary::web
