#pragma once

#include <string>
#include <string_view>

#include "operations/callers.h"
#include "operations/tenant_access.h"

namespace cartulary {

// An API key of a tenant: longer than others, as its clients expect.
inline constexpr std::size_t tenant_key_bytes = 48;  // random ones; 64 characters

struct NewTenant {
    std::string name;
    std::string channel;
    std::string username;  // also the e-mail address, where it is one
    std::string password;
};

struct TenantMade {
    OrganizationId id;
    std::int64_t serial;
    std::string api_key;
};

// Makes a tenant with its administrator and an API key. As TenantOrganizations::create_tenant()
// refuses, and invalid "username" and "password", and conflict "username" and "email".
Result<TenantMade> add_tenant(const Registry& registry, const Caller& caller,
                              const NewTenant& tenant);

// Finds which tenant a key belongs to.
class Tenants {
public:
    Tenants(const Registry& registry, Callers& callers)
        : registry_(registry), callers_(callers), known_(registry.store) {}

    // unauthenticated: the key is nobody's, or belongs to no tenant.
    Result<Caller> by_api_key(std::string_view key);

private:
    const Registry& registry_;
    Callers& callers_;
    KnownUntilCommit<std::int32_t, bool> known_;  // the numbers of tenants
};

}  // namespace cartulary
