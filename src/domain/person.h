#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "base/uuid.h"
#include "domain/organization.h"

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
inline constexpr std::size_t password_length_min = 12;  // characters
inline constexpr std::size_t password_bytes_max = 1024;

// Problems of one contact, each field after `prefix` ("contacts[0].").
void append_problems_in(const Contact& contact, const std::string& prefix,
                        std::vector<FieldProblem>& problems);

// What is wrong with a password, as text that goes on after "the password"; nothing when it is
// good. By length alone: rules of composition make passwords worse (NIST SP 800-63B).
std::optional<std::string> problem_in_password(std::string_view password);

enum class Role { administrator, publisher, viewer };

std::string_view name_of(Role role);
std::optional<Role> parse_role(std::string_view name);

// A person's part in an organization.
struct Membership {
    Person person;
    Role role;
    Timestamp created_at;

    bool operator==(const Membership&) const = default;
};

// What a link that was mailed to a person lets its holder do, once.
enum class TokenPurpose { confirm_account, reset_password };

std::string_view name_of(TokenPurpose purpose);

}  // namespace cartulary
