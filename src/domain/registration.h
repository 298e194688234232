#pragma once

#include <string>
#include <vector>

#include "domain/organization.h"
#include "domain/person.h"

namespace cartulary {

// What a trusted partner says when it registers an organization.
struct Registration {
    OrganizationId id;
    OrganizationDraft draft;
    std::vector<Contact> contacts;  // its administrators
    bool mail_contacts = true;      // tell them

    // What was wrong already when it was read, by our names of the fields.
    std::vector<FieldProblem> noticed = {};
};

inline constexpr std::size_t registered_name_length_max = 100;  // characters

// Every problem at once: what was noticed, and for fields without one, what is wrong with them.
std::vector<FieldProblem> problems_in(const Registration& registration);

}  // namespace cartulary
