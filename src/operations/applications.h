#pragma once

#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/page.h"
#include "domain/organization_decision.h"
#include "operations/actor.h"
#include "operations/likely_duplicates.h"
#include "operations/registry.h"

namespace cartulary {

inline constexpr std::size_t unapproved_organizations_max = 10;  // of one person
inline constexpr std::size_t decided_together_max = 100;

// Organizations that people enter: kept as drafts, submitted, and approved or declined by staff.
// Refusals of what concerns one are not_found where the actor has no part in it, and forbidden
// where their role is not enough.
class Applications {
public:
    Applications(const Registry& registry, Finding& finding)
        : registry_(registry), finding_(finding) {}

    // What an organization that somebody is about to enter may be.
    std::vector<LikelyDuplicate> duplicates(const OrganizationDraft& stated);

    // A draft with the actor as its administrator. Only what is there is judged; what is missing is
    // asked for when it is submitted. invalid; conflict: the profile name is taken; limited: the
    // actor has too many that are not approved.
    Result<Organization> begin(const Actor& actor, const OrganizationDraft& stated);

    // Changes the record; `apply` writes into it. What is submitted or approved must stay complete.
    // For administrators. invalid; conflict, also: the version is not the one that was looked at.
    Result<Organization> save(const Actor& actor, const OrganizationId& organization,
                              std::int64_t version,
                              const std::function<void(OrganizationDraft&)>& apply);

    // Mails the staff. invalid: every field that is missing or too short; conflict: it is submitted
    // or approved.
    Result<Organization> submit(const Actor& actor, const OrganizationId& organization);
    Result<Organization> withdraw(const Actor& actor, const OrganizationId& organization);

    // Takes one that was never approved out of everybody's sight, with its members. The registry
    // keeps it, retired, as what happened to it is never forgotten. conflict: it waits for
    // approval, or was approved.
    Result<void> discard(const Actor& actor, const OrganizationId& organization);

    struct Shown {
        Organization organization;
        std::vector<OrganizationDecision> decisions;  // oldest first
        std::vector<LikelyDuplicate> duplicates;      // that it may be; none once it is approved
    };
    Result<Shown> show(const Actor& actor, const OrganizationId& organization);

    // --- the registry's staff ---

    // Submitted, the longest first.
    Result<Page<Shown>> waiting(const Actor& actor, const Slice& slice);

    // Publishes each record, and mails its administrators. What cannot be approved is named.
    // invalid: more than decided_together_max.
    struct Approved {
        std::int64_t count = 0;
        std::vector<std::pair<std::string, Error>> left;  // names of organizations
    };
    Result<Approved> approve(const Actor& actor, std::span<const OrganizationId> organizations);

    // invalid: no reason, or too long a one; conflict: it does not wait.
    Result<Organization> decline(const Actor& actor, const OrganizationId& organization,
                                 const std::string& reason);

private:
    const Registry& registry_;
    Finding& finding_;
};

}  // namespace cartulary
