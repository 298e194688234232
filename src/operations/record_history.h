#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/page.h"
#include "domain/organization.h"
#include "operations/actor.h"
#include "operations/registry.h"

namespace cartulary {

// Who did something, for people.
struct Doer {
    enum class Kind { person, staff, organization, registry, earner } kind;
    std::string name = {};  // of a person or an organization, where it is still known
};

// What happened to an organization and how its record was, for its members and for staff. Every
// refusal is not_found where the actor is neither.
class RecordHistory {
public:
    explicit RecordHistory(const Registry& registry) : registry_(registry) {}

    // One state of the record.
    struct Version {
        std::int64_t sequence;  // of the event that left it
        std::string event_type;
        Timestamp at;
        Doer doer;
        Organization record;
    };
    struct Versions {
        Organization organization;
        Page<Version> page;  // newest first
    };
    Result<Versions> versions(const Actor& actor, const OrganizationId& organization,
                              const Slice& slice);

    // A version and the one before it, which the first one has not. not_found also: the event is
    // no such one.
    struct Compared {
        Version version;
        std::optional<Organization> before;
    };
    Result<Compared> compared(const Actor& actor, const OrganizationId& organization,
                              std::int64_t sequence);

    // Everything that happened, newest first.
    struct Happened {
        std::string type;
        std::string subject;  // the name of what it was about, where that is not the organization
        Timestamp at;
        Doer doer;
    };
    struct Activity {
        Organization organization;
        Page<Happened> page;
    };
    Result<Activity> activity(const Actor& actor, const OrganizationId& organization,
                              const Slice& slice);

private:
    const Registry& registry_;
};

}  // namespace cartulary
