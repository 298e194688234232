#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "base/uuid.h"
#include "domain/organization.h"
#include "domain/password.h"

namespace cartulary {

// Somebody who acts in the registry. One e-mail address is one person, without regard to case.
struct Person {
    Uuid id;
    std::string email;
    std::string first_name;
    std::string last_name;
    Phone phone;
    std::string password_hash;  // empty: none set yet
    bool staff = false;         // of the registry
    Timestamp created_at;

    bool operator==(const Person&) const = default;
};

// A person as a registration names them.
struct Contact {
    std::string email;
    std::string first_name;
    std::string last_name;
    Phone phone;

    bool operator==(const Contact&) const = default;
};

inline constexpr std::size_t person_name_length_max = 100;
inline constexpr std::size_t contacts_max = 50;

// Problems of one contact, each field after `prefix` ("contacts[0].").
void append_problems_in(const Contact& contact, const std::string& prefix,
                        std::vector<FieldProblem>& problems);

enum class Role { administrator, publisher, viewer };

std::string_view name_of(Role role);
std::optional<Role> parse_role(std::string_view name);
inline constexpr Role membership_roles[] = {Role::administrator, Role::publisher, Role::viewer};

// A person's part in an organization.
struct Membership {
    Person person;
    Role role;
    Timestamp created_at;

    bool operator==(const Membership&) const = default;
};

// The same, seen from the person.
struct Part {
    OrganizationId id;
    std::int32_t organization;  // number
    std::string name;
    OrganizationStatus status;
    bool trusted_partner;
    Role role;

    bool operator==(const Part&) const = default;
};

// What a link that was mailed to a person lets its holder do, once.
enum class TokenPurpose { confirm_account, reset_password, change_email };

std::string_view name_of(TokenPurpose purpose);

}  // namespace cartulary
