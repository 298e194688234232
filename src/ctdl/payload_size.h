#pragma once

#include <optional>
#include <string>

#include "base/json.h"

namespace cartulary::ctdl {

// What a payload has too much of, by the limits of document.h; nothing when all is within them.
// Looks no deeper than they allow.
std::optional<std::string> size_problem(const json::Value& payload);

}  // namespace cartulary::ctdl
