#pragma once

#include <optional>
#include <string>

#include "domain/badge.h"
#include "domain/organization.h"
#include "operations/badges.h"
#include "operations/caller.h"
#include "operations/registry.h"

namespace cartulary {

// What happens to the badges of an organization in one transaction, in which it is held; each with
// its event and its mail. Refusals are those of Badges.
class BadgeChanges {
public:
    BadgeChanges(const Registry& registry, Transaction& transaction, const Caller& caller,
                 const Organization& issuer)
        : registry_(registry), transaction_(transaction), caller_(caller), issuer_(issuer) {}

    // `earners` is the namespace of their ids.
    Result<IssuedBadge> issue(const NewBadge& wanted, const Uuid& earners);
    Result<IssuedBadge> replace(const IssuedBadge& old, const NewBadge& wanted,
                                const Uuid& earners);
    Result<void> revoke(IssuedBadge& badge, const Revocation& revocation);
    void remove(IssuedBadge badge);

    // Nothing happens where it is so already.
    Result<void> set_state(IssuedBadge& badge, BadgeState state);
    Result<void> set_public(IssuedBadge& badge, bool is_public);

private:
    Result<IssuedBadge> issue_as(const Uuid& id, const NewBadge& wanted, const Uuid& earners,
                                 const std::optional<Uuid>& replaces);
    Result<void> require_valid(const NewBadge& wanted);
    Result<void> store(IssuedBadge& badge, BadgeState before, const char* event);
    void mail_issued(const IssuedBadge& issued, const std::string& secret);
    void mail_revoked(const IssuedBadge& revoked);
    void append(const IssuedBadge& badge, const char* event);

    const Registry& registry_;
    Transaction& transaction_;
    const Caller& caller_;
    const Organization& issuer_;
};

}  // namespace cartulary
