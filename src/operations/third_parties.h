#pragma once

#include <string>
#include <vector>

#include "base/page.h"
#include "domain/relationship.h"
#include "operations/actor.h"
#include "operations/finding.h"
#include "operations/registry.h"

namespace cartulary {

inline constexpr std::int64_t third_party_requests_max = 50;  // of one, without an answer
inline constexpr std::size_t third_party_askers_max = 50;     // of one owner, without an answer
inline constexpr std::chrono::days third_party_asks_again_after{30};
inline constexpr std::size_t third_parties_found_max = 10;

// Which organizations may publish for which others. What was published stays what it is, and its
// owner's, whatever becomes of the right. Every refusal is not_found where the actor has no part in
// the organization that they act in, or there is no such other; and forbidden where they do not
// administer it. Whoever is concerned is mailed.
class ThirdParties {
public:
    ThirdParties(const Registry& registry, Finding& finding)
        : registry_(registry), finding_(finding) {}

    struct Listed {
        OrganizationId organization;  // the other one
        std::string name;
        RelationshipStatus status;
        Timestamp since;
    };
    struct Both {
        Organization organization;
        bool may_change = false;
        std::vector<Listed> publish_for_us;  // the ended ones left out, as below
        Page<Listed> we_publish_for;
    };
    // For every member, and for staff. `slice` is of we_publish_for.
    Result<Both> list(const Actor& actor, const OrganizationId& organization, const Slice& slice);

    // Approved organizations that may be meant by a name, or by a CTID; never `organization`
    // itself.
    struct Found {
        OrganizationId organization;
        std::string name;
        std::string place;  // "Duluth, Minnesota"; or empty
    };
    std::vector<Found> find(const OrganizationId& organization, const std::string& text);

    // Lets `third_party` publish for the organization, whether it asked or not. conflict: it may
    // already; one of the two is not approved.
    Result<void> grant(const Actor& actor, const OrganizationId& organization,
                       const OrganizationId& third_party);

    // Takes the right back, or declines what was asked. not_found: there is nothing of it.
    Result<void> revoke(const Actor& actor, const OrganizationId& organization,
                        const OrganizationId& third_party);

    // Asks `owner` to let the organization publish for it. conflict: it may already, or asked
    // already; it was declined less than third_party_asks_again_after ago; one of the two is not
    // approved; it waits for third_party_requests_max answers, or the owner is asked by
    // third_party_askers_max others.
    Result<void> ask(const Actor& actor, const OrganizationId& organization,
                     const OrganizationId& owner);

    // Gives the right back, or asks no longer. not_found: there is nothing of it.
    Result<void> give_up(const Actor& actor, const OrganizationId& organization,
                         const OrganizationId& owner);

private:
    const Registry& registry_;
    Finding& finding_;
};

}  // namespace cartulary
