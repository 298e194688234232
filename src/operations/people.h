#pragma once

#include <optional>
#include <string>

#include "domain/person.h"
#include "operations/caller.h"
#include "operations/registry.h"

namespace cartulary {

// Makes this person one of the registry's staff, made when unknown. Without a password the person
// is mailed a link to set one. invalid: the address, the password.
Result<Person> add_staff(const Registry& registry, const std::string& email,
                         const std::optional<std::string>& password);

struct NewMember {
    std::string email;
    OrganizationId organization;
    Role role = Role::administrator;
    std::optional<std::string> password = {};
};

// Gives a person, made when unknown, a role in an organization, and tells by mail. invalid;
// not_found: no such organization.
Result<Person> add_member(const Registry& registry, const Caller& caller, const NewMember& member);

// Whether the registry has any staff yet.
bool has_staff(const Registry& registry);

// The person whom a mailed link lets set a password. gone: it was used, or is too old.
Result<Person> person_of_link(const Registry& registry, const std::string& token);

// Sets the password, and ends the link. invalid: the password; gone, as above.
Result<Person> set_password_by_link(const Registry& registry, const std::string& token,
                                    const std::string& password);

}  // namespace cartulary
