#pragma once

#include <string>

#include "dialects/reconciliation/reconciliation.h"

// Completes what somebody is typing: {"result":[…]}.
namespace cartulary::reconciliation {

inline constexpr int suggestions_max = 20;  // of one answer
inline constexpr int suggestions_skipped_max = 1'000;

Result<std::string> suggested_entities(const Operations& operations, const std::string& prefix,
                                       int skipped);
std::string suggested_types(const std::string& prefix, int skipped);
std::string suggested_properties(const std::string& prefix, int skipped);

}  // namespace cartulary::reconciliation
