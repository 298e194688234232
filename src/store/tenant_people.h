#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/tenant.h"
#include "store/store.h"

// People who look after the organizations of tenants, and their parts in these.
namespace cartulary::tenant_people {

// conflict, with the field "username" or "email": another person has it.
Result<void> insert(Transaction& transaction, const TenantPerson& person);

std::optional<TenantPerson> find(Transaction& transaction, const Uuid& id);

// By user name or e-mail address, without regard to case.
std::optional<TenantPerson> find_by_login(Transaction& transaction, std::string_view login);

// Adds a membership or changes its roles.
void put_membership(Transaction& transaction, const TenantMembership& membership);

// False: there was none.
bool remove_membership(Transaction& transaction, std::int32_t organization, const Uuid& person);

std::optional<TenantMembership> find_membership(Transaction& transaction, std::int32_t organization,
                                                const Uuid& person);

// Of a person, by the numbers of the organizations.
std::vector<TenantMembership> memberships_of(Transaction& transaction, const Uuid& person);

std::int64_t count_members(Transaction& transaction, std::int32_t organization);

}  // namespace cartulary::tenant_people
