#pragma once

#include <string>
#include <string_view>

#include "base/time.h"

namespace cartulary::delivery {

// The text of the header webhook-signature for one secret ("whsec_" and base64), as Standard
// Webhooks 1.0.0 defines it: "v1," and the base64 of the HMAC-SHA256 of "id.seconds.body".
// Throws std::invalid_argument for what is no such secret.
std::string webhook_signature(std::string_view secret, std::string_view id, Timestamp at,
                              std::string_view body);

}  // namespace cartulary::delivery
