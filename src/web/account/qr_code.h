#pragma once

#include <string>
#include <string_view>

#include "web/html.h"

namespace cartulary::web {

// A text as a QR code: an SVG image with this label, dark on light in every theme, as cameras want
// it. Throws std::runtime_error for a text that is too long for one.
Markup qr_code(const std::string& text, std::string_view label);

}  // namespace cartulary::web
