#pragma once

#include <string>

#include "dialects/reconciliation/reconciliation.h"

namespace cartulary::reconciliation {

inline constexpr int preview_width = 420;   // pixels
inline constexpr int preview_height = 220;  // pixels

// What the service can do, and where.
std::string manifest(const Operations& operations);

}  // namespace cartulary::reconciliation
