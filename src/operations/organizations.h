#pragma once

#include <functional>
#include <optional>

#include "domain/credential.h"
#include "domain/person.h"
#include "domain/relationship.h"
#include "operations/caller.h"
#include "operations/registry.h"

namespace cartulary {

// Reading organizations.
class Organizations {
public:
    explicit Organizations(const Registry& registry) : registry_(registry) {}

    // not_found also where the caller may not see it: it sees itself, and those that it may
    // publish for; the command line sees all.
    Result<Organization> get(const Caller& caller, const OrganizationId& id);

    // An organization with everything around it, for the registry's own staff.
    struct Whole {
        Organization organization;
        std::vector<Membership> members;
        std::vector<Relationship> relationships;
        std::vector<Organization> third_parties;  // one for each relationship, in its order
        std::vector<ApiKey> keys;
        std::int64_t events;
    };
    Result<Whole> show(const OrganizationId& id);

    // All, in the order of their names.
    void for_each(const std::function<void(const Organization&)>& visit);

private:
    const Registry& registry_;
};

}  // namespace cartulary
