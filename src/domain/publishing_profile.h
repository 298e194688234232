#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/publishing.h"

namespace cartulary {

// How many things of one class an organization thinks it will publish.
struct PublishingEstimate {
    std::string entity_type;  // a class of CTDL, "ceterms:Certificate"
    std::int64_t count = 0;   // 0 or more
    std::string comment;

    bool operator==(const PublishingEstimate&) const = default;
};

// As what, and by which ways, an organization publishes and reads.
struct PublishingProfile {
    std::vector<PublishingRole> roles;
    std::vector<PublishingMethod> methods;
    std::vector<ConsumingMethod> consuming_methods;
    std::vector<PublishingEstimate> estimates;

    bool operator==(const PublishingProfile&) const = default;
};

inline constexpr std::size_t estimates_max = 100;
inline constexpr std::size_t estimate_comment_length_max = 1'000;  // characters
inline constexpr std::int64_t estimate_count_max = 1'000'000'000;

}  // namespace cartulary
