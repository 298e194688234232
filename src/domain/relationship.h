#pragma once

#include <cstdint>
#include <string_view>

#include "base/time.h"

namespace cartulary {

enum class RelationshipStatus { asked, approved, revoked };

std::string_view name_of(RelationshipStatus status);

// An organization lets a third party publish its data; the data stays the organization's own.
struct Relationship {
    std::int32_t organization;  // number
    std::int32_t third_party;   // number
    RelationshipStatus status;
    Timestamp created_at;

    bool operator==(const Relationship&) const = default;
};

}  // namespace cartulary
