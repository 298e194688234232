#pragma once

#include <cstddef>
#include <string>

#include "dialects/reconciliation/reconciliation.h"

// Fetches what is known of entities, to fill columns of a table.
namespace cartulary::reconciliation {

inline constexpr std::size_t extended_entities_max = 200;  // of one request
inline constexpr std::size_t extended_properties_max = 50;

// {"meta":[…],"rows":{…}}. invalid: no such query; too_large: more than the limits.
Result<std::string> extended(const Operations& operations, const std::string& json);

// What can be fetched of entities of a type.
std::string proposed_properties(const std::string& type, int limit);

}  // namespace cartulary::reconciliation
