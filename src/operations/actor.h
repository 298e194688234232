#pragma once

#include <string>
#include <vector>

#include "domain/person.h"
#include "domain/person_session.h"
#include "operations/caller.h"
#include "operations/registry.h"

namespace cartulary {

// A person who is logged in, and what that lets them do. Operations decide by it; it is true at the
// moment it was made, and is made anew for each request.
struct Actor {
    Person person;
    PersonSession session;
    bool has_second_factor = false;
    bool staff = false;            // of the registry, with all that is asked of staff
    bool needs_enrolment = false;  // staff who must have a second factor before they count as such
    std::vector<Part> parts;       // by the names of the organizations

    // As events name a person: never by what tells strangers who that is.
    std::string name() const { return actor_name(person.id); }
    static std::string actor_name(const Uuid& person) { return "person:" + person.text(); }

    // Nothing where the person has no part in it.
    const Part* part_in(const OrganizationId& organization) const;
};

// What somebody wants to do in an organization, and so which role is enough for it.
enum class Need {
    look,        // every role
    publish,     // publishers and administrators
    administer,  // administrators
};

bool is_enough(Role role, Need need);

// The person as a caller in their own organization, for operations that programs use too; with the
// right to read alone where they only look. not_found: they have no part in it; forbidden: their
// role is not enough.
Result<Caller> acting_in(const Actor& actor, const OrganizationId& organization, Need need);

// The same for publishing what is this organization's: in it, or in another of theirs that it lets
// publish for it, which is the caller's organization then. not_found, forbidden.
Result<Caller> publishing_for(const Registry& registry, const Actor& actor,
                              const OrganizationId& organization);

// The person as one of the registry's staff, who acts in no organization. forbidden.
Result<Caller> acting_as_staff(const Actor& actor);

}  // namespace cartulary
