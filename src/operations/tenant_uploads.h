#pragma once

#include <string>

#include "operations/registry.h"
#include "operations/tenant_access.h"

namespace cartulary {

inline constexpr std::chrono::days uploads_kept{30};

// What became of files of organizations, as text that only the dialect reads.
class TenantUploads {
public:
    explicit TenantUploads(const Registry& registry) : registry_(registry) {}

    // Keeps a report for the caller's tenant under a new id.
    Uuid keep(const TenantCaller& caller, const std::string& report);

    struct Report {
        std::string text;
        Timestamp created_at;
    };
    // not_found "upload": the caller's tenant has none of this id.
    Result<Report> report(const TenantCaller& caller, const Uuid& id);

    void forget_old();

private:
    const Registry& registry_;
};

}  // namespace cartulary
