#pragma once

#include <set>
#include <string>
#include <vector>

#include "dialects/sunbird/answer.h"
#include "domain/tenant_search.h"

namespace cartulary::sunbird {

inline constexpr int search_limit_default = 250;
// How far into a result clients get, as with Sunbird's own index.
inline constexpr std::int64_t search_window_max = 10'000;
inline constexpr std::size_t search_nesting_max = 4;       // of "$or"
inline constexpr std::size_t search_conditions_max = 100;  // of filters, in all depths together

// What a search asks for.
struct Search {
    TenantSearch search;
    std::vector<std::string> facets;            // as they are called here
    std::set<std::string, std::less<>> fields;  // empty: all
};
Result<Search> parse_search(const Exchange& exchange);

// A value of a facet as it is shown.
std::string facet_value(TenantField field, const std::string& value);

}  // namespace cartulary::sunbird
