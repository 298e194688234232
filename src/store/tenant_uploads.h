#pragma once

#include <optional>
#include <string>

#include "store/store.h"

// What became of files of organizations that tenants sent.
namespace cartulary::tenant_uploads {

struct Upload {
    Uuid id;
    std::int32_t tenant;  // number
    std::string report;
    Timestamp created_at;
};

void insert(Transaction& transaction, const Upload& upload);
std::optional<Upload> find(Transaction& transaction, const Uuid& id);

// Drops those that are older than `before`; gives how many.
std::int64_t forget(Transaction& transaction, Timestamp before);

}  // namespace cartulary::tenant_uploads
