#pragma once

#include <string>

#include "operations/events.h"

namespace cartulary::acclaim {

// An event with the keys of the reference document's sample, in its order, as JSON: what it is
// about stands in "badge", "badge_template" or "organization".
std::string render_event(const EventTold& told, const std::string& public_url);

}  // namespace cartulary::acclaim
