#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/tenant.h"
#include "store/store.h"

// Tenants and their organizations: which they are, and the index by which they are searched (see
// store/tenant_search.h).
namespace cartulary::tenant_organizations {

// Of an organization that was stored just now, with its number and serial; a tenant's before its
// own ones'. `root` is the tenant, or the organization itself.
void insert(Transaction& transaction, const TenantOrganization& added, const TenantTerms& terms);

// Who changed it, and what it is found by now, beside its record.
void note_update(Transaction& transaction, std::int32_t organization, std::string_view person,
                 const TenantTerms& terms);
void note_person(Transaction& transaction, std::int32_t organization, std::string_view person);

// The index says what the record says; for whoever changed a record. Nothing is done for an
// organization that is no tenant and no tenant's.
void index(Transaction& transaction, const Organization& changed);

std::optional<TenantOrganization> find(Transaction& transaction, std::int32_t number);
std::optional<TenantOrganization> find_by_serial(Transaction& transaction, std::int64_t serial);

// The tenant with this channel, without regard to case.
std::optional<TenantOrganization> find_by_channel(Transaction& transaction,
                                                  std::string_view channel);

// Whether another than `but_by` has it.
bool channel_is_taken(Transaction& transaction, std::string_view channel, std::int32_t but_by);
bool external_id_is_taken(Transaction& transaction, std::int32_t root, std::string_view external_id,
                          std::int32_t but_by);

// The number of the tenant's organization with this identifier, without regard to case.
std::optional<std::int32_t> number_by(Transaction& transaction, std::int32_t root,
                                      std::string_view external_id);

// Tenants with a number above `after`, in the order of their numbers, at most `count`.
std::vector<TenantOrganization> tenants(Transaction& transaction, std::int32_t after, int count);
std::int64_t count_tenants(Transaction& transaction);

// Those whose index says something else than their record.
std::vector<std::int32_t> wrongly_indexed(Transaction& transaction);

}  // namespace cartulary::tenant_organizations
