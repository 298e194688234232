#pragma once

#include <ostream>
#include <string>

#include "app/settings.h"
#include "operations/registry.h"

namespace cartulary {

// At the first start, while there is no staff: makes the first staff person and tells, once, how
// to go on. Says nothing at any later start.
void greet_first_start(const Settings& settings, const Registry& registry, const std::string& url,
                       std::ostream& out);

}  // namespace cartulary
