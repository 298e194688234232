#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "search/matching.h"

// What a client wants to find.
namespace cartulary::reconciliation {

inline constexpr std::size_t batch_queries_max = 50;
inline constexpr std::size_t query_values_max = 50;  // of all its properties
inline constexpr std::size_t query_types_max = 20;
inline constexpr std::size_t query_limit_max = 50;  // candidates
inline constexpr std::size_t query_limit_default = 10;
inline constexpr std::size_t query_text_length_max = 1'000;  // characters; what follows is not read

struct Query {
    std::string id;                  // what the answer is called: "q0"
    std::string text;                // may be empty
    std::vector<std::string> types;  // classes as the vocabulary names them, or as sent
    search::Described described;     // of the properties; name and affiliation are empty
    std::size_t limit = query_limit_default;
};

// invalid: no such batch, with what is wrong; too_large: more than the limits.
Result<std::vector<Query>> read_batch(const std::string& json);

}  // namespace cartulary::reconciliation
