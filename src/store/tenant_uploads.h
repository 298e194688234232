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

}  // namespace cartulary::tenant_uploads
