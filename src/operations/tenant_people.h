#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "operations/registry.h"
#include "operations/tenant_access.h"
#include "operations/verified_passwords.h"

namespace cartulary {

struct NewTenantPerson {
    std::string channel = {};  // whose tenant it will be of; empty: the caller's
    std::string username = {};
    std::string first_name = {};
    std::string last_name = {};
    std::string email = {};
    std::string phone = {};
    std::optional<std::string> password = {};
    std::vector<std::string> roles = {};  // in its tenant; empty: everybody's
};

// People who look after the organizations of tenants.
class TenantPeople {
public:
    // Hashes one password.
    explicit TenantPeople(const Registry& registry,
                          VerifiedPasswords::Verify verify = cartulary::verifies);

    // By user name or e-mail address. May take as long as hashing a password does; a known person
    // with a wrong password takes as long as an unknown one. unauthenticated, in the same words
    // whatever is wrong.
    Result<TenantPerson> sign_in(const std::string& login, const std::string& password);

    std::optional<TenantPerson> find(const Uuid& id);

    // Hashes the password, where there is one. not_found "channel"; forbidden; invalid; conflict
    // "username" or "email".
    Result<TenantPerson> create(const TenantCaller& caller, const NewTenantPerson& person);

    // Which organization, as its serial or as its identifier within a tenant.
    struct Where {
        std::optional<std::int64_t> serial = {};
        std::string external_id = {};
        std::string channel = {};
    };

    // Gives a person these roles in an organization, instead of those it had; without any those it
    // had, or everybody's. invalid "roles"; not_found "organization", "person"; forbidden: the
    // caller does not look after the organization, or the person is of a tenant that it does not
    // look after.
    Result<void> set_roles(const TenantCaller& caller, const Where& where, const Uuid& person,
                           const std::optional<std::vector<std::string>>& roles);

    // not_found, also where it is no member; forbidden.
    Result<void> remove_member(const TenantCaller& caller, const Where& where, const Uuid& person);

    std::vector<TenantMembership> memberships_of(const Uuid& person);

private:
    const Registry& registry_;
    VerifiedPasswords passwords_;
    std::string nobodys_hash_;  // what the passwords of unknown people are held against
};

}  // namespace cartulary
