#pragma once

#include <string>
#include <string_view>

#include "http/message.h"
#include "operations/finding.h"

// What a client asks /search.
namespace cartulary::registry {

inline constexpr int search_per_page_default = 20;
inline constexpr int search_per_page_max = 100;

struct SearchAsked {
    Finding::Query query;
    std::string_view text_name;  // of the parameter: "fts" or "q"
};

// invalid, without fields: a parameter is wrong.
Result<SearchAsked> search_asked(const http::Request& request);

// The filters alone.
Result<std::vector<search::Names::Condition>> conditions_in(const http::Request& request);

}  // namespace cartulary::registry
