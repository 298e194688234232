#pragma once

#include "web/publisher/publisher.h"

// What the pages about uploaded tables have in common.
namespace cartulary::web {

std::string upload_path(const Desk& desk, const Uuid& upload);
std::string_view state_text(const Texts& texts, BulkState state);
std::string_view outcome_text(const Texts& texts, BulkOutcome outcome);

}  // namespace cartulary::web
