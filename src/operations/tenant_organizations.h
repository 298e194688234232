#pragma once

#include <functional>
#include <optional>
#include <string>

#include "domain/tenant_search.h"
#include "operations/registry.h"
#include "operations/tenant_access.h"

namespace cartulary {

// What is said of an organization of a tenant, or of a tenant. Nothing leaves it as it was.
struct TenantStatement {
    std::optional<std::string> channel = {};      // a tenant's own; of all others their tenant's
    std::optional<std::string> external_id = {};  // unique within the tenant; empty: none
    // Writes all else into a draft. May be called more than once.
    std::function<void(OrganizationDraft&)> apply = [](OrganizationDraft&) {};
    // What it is found by, beside its record.
    std::function<TenantTerms(const OrganizationDraft&)> terms = [](const OrganizationDraft&) {
        return TenantTerms{};
    };
};

// The tenants of a registry and their organizations, which see each other, but are changed by who
// looks after them alone. Who is refused learns of one problem, the first of:
// - not_found "channel": no tenant has it;
// - forbidden: the caller does not look after the tenant;
// - conflict "tenant": it is not active;
// - conflict "identifiers.sunbird.channel" or "identifiers.sunbird.external_id": another has it;
// - invalid "email"; then invalid with every other problem;
// - conflict "profile_name": another organization has what the channel gives.
class TenantOrganizations {
public:
    explicit TenantOrganizations(const Registry& registry) : registry_(registry) {}

    // Makes a tenant, which the caller's own looks after from now on. forbidden: the person is no
    // administrator of that.
    Result<TenantOrganization> create_tenant(const TenantCaller& caller,
                                             const TenantStatement& statement);

    // Makes an organization of the tenant with the statement's channel; or, where it has none, of
    // the `provider`, which may also be a tenant's serial as it is shown.
    Result<TenantOrganization> create(const TenantCaller& caller, const TenantStatement& statement,
                                      const std::string& provider);

    // A change that changes nothing is none. not_found "organization"; forbidden; as above, where
    // "channel" is also said for an organization that would become another tenant's.
    Result<TenantOrganization> change(const TenantCaller& caller, std::int64_t serial,
                                      const TenantStatement& statement);

    // not_found, forbidden; invalid "status": it cannot become so.
    Result<TenantOrganization> set_state(const TenantCaller& caller, std::int64_t serial,
                                         TenantState state);

    // What everybody with a key may read, and whether the caller looks after it.
    struct Seen {
        TenantOrganization one;
        bool is_own;
        std::int64_t members;
    };
    Result<Seen> get(const TenantCaller& caller, std::int64_t serial);
    Result<Seen> get_by_channel(const TenantCaller& caller, const std::string& channel);

    TenantsFound search(const TenantSearch& search);

    // Tenants with a number above `after`, in the order of their numbers, at most page_size: a
    // page with less is the last.
    static constexpr int page_size = 200;
    std::vector<TenantOrganization> tenants(std::int32_t after);
    std::int64_t count_tenants();

private:
    const Registry& registry_;
};

// For who makes several in one transaction; webhooks_wait() is the caller's to call.
Result<TenantOrganization> insert_tenant(const Registry& registry, Transaction& transaction,
                                         const TenantCaller& caller,
                                         const TenantStatement& statement);
Result<TenantOrganization> insert_tenant_organization(const Registry& registry,
                                                      Transaction& transaction,
                                                      const TenantCaller& caller,
                                                      const TenantStatement& statement,
                                                      const std::string& provider);

}  // namespace cartulary
