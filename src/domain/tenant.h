#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/organization.h"

// Tenants: organizations with a channel, which keep organizations of their own.
namespace cartulary {

// What an interface of tenants finds an organization by, beside its record.
struct TenantTerms {
    std::optional<std::int64_t> kind;      // its type, as a number
    std::optional<std::int64_t> sub_kind;  // its sub-type, likewise
    std::string language;

    bool operator==(const TenantTerms&) const = default;
};

// An organization of a tenant, or a tenant itself.
struct TenantOrganization {
    Organization organization;
    std::int32_t root;         // number of its tenant; its own, where it is one
    std::int64_t root_serial;  // its tenant's
    std::string channel;       // its tenant's
    std::string created_by;    // id of the tenant's person; or empty
    std::string updated_by;

    bool is_root() const { return root == organization.number; }
    bool operator==(const TenantOrganization&) const = default;
};

// Its serial as it is shown: "0" and its digits; and read back, nothing for any other text.
std::string shown_serial(std::int64_t serial);
std::optional<std::int64_t> parse_serial(std::string_view shown);

// How far one has come, as tenants know it; 0 is all that is none of the others.
enum class TenantState { inactive = 0, active = 1, blocked = 2, retired = 3 };

TenantState state_of(OrganizationStatus status);
OrganizationStatus status_of(TenantState state);

// A retired one stays so; an inactive one is not blocked or retired at once.
bool may_become(TenantState before, TenantState after);

// The profile name of a tenant with this channel: in lower case, with hyphens for white space and
// without what does not belong into an address. It always has a profile name's length.
std::string profile_name_of_channel(std::string_view channel);

// Somebody who looks after a tenant's organizations.
struct TenantPerson {
    Uuid id;
    std::int32_t tenant;   // number
    std::string username;  // unique in the registry without regard to case
    std::string first_name;
    std::string last_name;
    std::string email;  // or empty; else one person's alone
    std::string phone;  // or empty
    std::string password_hash;
    Timestamp created_at;

    bool operator==(const TenantPerson&) const = default;
};

inline constexpr std::size_t tenant_username_length_max = 100;

// Problems of the person and of a password, where one is given.
std::vector<FieldProblem> problems_in(const TenantPerson& person,
                                      const std::optional<std::string>& password);

// What a person may do in an organization. The names are stored and told: never change one.
namespace tenant_role {
inline constexpr std::string_view administrator = "ORG_ADMIN";
inline constexpr std::string_view everybody = "PUBLIC";
}  // namespace tenant_role

std::span<const std::string_view> tenant_roles();

// A person's roles in an organization of a tenant.
struct TenantMembership {
    std::int32_t organization;  // number
    Uuid person;
    std::vector<std::string> roles;
    Timestamp created_at;

    bool operator==(const TenantMembership&) const = default;
};

}  // namespace cartulary
