#pragma once

#include <cstddef>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "search/matching.h"

// What a client asks /match.
namespace cartulary::registry {

inline constexpr std::size_t match_queries_max = 100;      // of one request
inline constexpr std::size_t match_identifiers_max = 20;   // of one query
inline constexpr std::size_t match_text_length_max = 500;  // characters, but of an affiliation
inline constexpr std::size_t match_count_default = 10;

struct MatchQuery {
    search::Described described;
    std::size_t count = match_count_default;
};

struct MatchRequest {
    std::vector<MatchQuery> queries;
    bool is_list = false;  // "queries" were asked, and are answered as such
};

// invalid: every problem with its path ("queries[3].fein").
Result<MatchRequest> match_request(const json::Value& body);

}  // namespace cartulary::registry
