#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/names.h"

// What people and programs write as a condition of a search.
namespace cartulary {

inline constexpr std::size_t condition_values_max = 100;  // of one facet

// The values that one written value of a facet stands for: of a class ("ceterms:Credential",
// "Credential", its IRI) it and all below, of a concept ("orgType:FourYear", "FourYear", its label)
// its name, of an organization its CTID. invalid: it is no such thing.
Result<std::vector<std::string>> values_meant(search::Facet facet, const std::string& written);

}  // namespace cartulary
