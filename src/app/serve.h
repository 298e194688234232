#pragma once

#include "app/settings.h"

namespace cartulary {

// Serves until SIGTERM or SIGINT. Gives the exit status; throws when it cannot begin.
int serve(const Settings& settings);

}  // namespace cartulary
