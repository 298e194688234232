#pragma once

#include <optional>
#include <string>

#include "base/uuid.h"
#include "store/store.h"

// Pictures of organizations and badges, never changed: a new picture is a new one.
namespace cartulary::pictures {

struct Picture {
    Uuid id;
    std::int32_t organization;  // number
    std::string media_type;     // "image/png"
    std::string bytes;
    Timestamp created_at;
};

void insert(Transaction& transaction, const Picture& picture);
std::optional<Picture> find(Transaction& transaction, const Uuid& id);

// Drops those that neither an organization nor a template shows and that are older than `before`.
// Gives how many.
std::int64_t forget_unused(Transaction& transaction, Timestamp before);

}  // namespace cartulary::pictures
