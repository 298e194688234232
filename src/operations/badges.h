#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/badge.h"
#include "operations/caller.h"
#include "operations/registry.h"
#include "operations/repetition.h"
#include "store/badges.h"

namespace cartulary {

struct NewBadge {
    Uuid badge_template;  // id
    BadgeDraft stated;
};

struct Revocation {
    std::string reason;
    bool suppress_mail = false;
};

// Badges that organizations issue. Every refusal is not_found where the organization or the badge
// is not the caller's to see, forbidden where its credential lacks the right that is named. Every
// change appends an event.
class Badges {
public:
    explicit Badges(const Registry& registry)
        : registry_(registry), repetitions_(registry.store, registry.vault, registry.now) {}

    // Needs read.
    Result<Page<IssuedBadge>> list(const Caller& caller, const OrganizationId& organization,
                                   const badges::Filter& filter,
                                   const std::vector<badges::Order>& orders, const Slice& slice);
    Result<IssuedBadge> get(const Caller& caller, const OrganizationId& organization,
                            const Uuid& id);

    // Needs write. The badge is pending; its recipient is mailed a secret link, by which it is
    // taken or not, unless that is suppressed. invalid, with the field "badge_template" where it
    // is not an active one of the organization's; conflict, with the field "recipient.email" or
    // "recipient.earner_id": this earner has one, and the template allows no second.
    Result<Answer> issue(const Caller& caller, const OrganizationId& organization,
                         const NewBadge& badge, const Repetition& repetition,
                         const std::function<std::string(const IssuedBadge&)>& render);

    // All or none, at most badges_in_batch_max and at least one. The fields of a refusal begin
    // with "badges[3].", the first that is wrong.
    Result<Answer> issue_all(
        const Caller& caller, const OrganizationId& organization,
        const std::vector<NewBadge>& wanted, const Repetition& repetition,
        const std::function<std::string(const std::vector<IssuedBadge>&)>& render);

    // Issues another one in place of this badge, which is revoked; each knows the other. What
    // `apply` does not write, the new badge takes from the old. Needs write. conflict: the badge
    // is revoked, or as above.
    Result<Answer> replace(const Caller& caller, const OrganizationId& organization, const Uuid& id,
                           const std::function<Result<void>(NewBadge&)>& apply,
                           const Repetition& repetition,
                           const std::function<std::string(const IssuedBadge&)>& render);

    // Needs write. Its recipient is told by mail, unless that is suppressed. invalid: the reason;
    // conflict: it is revoked already.
    Result<IssuedBadge> revoke(const Caller& caller, const OrganizationId& organization,
                               const Uuid& id, const Revocation& revocation);

    // Needs del. Nothing of it remains but its events.
    Result<void> remove(const Caller& caller, const OrganizationId& organization, const Uuid& id);

    // As everybody may see it: neither private nor rejected, of an approved organization. The
    // recipient is personal data: whoever shows it shows it only of an accepted badge. A revoked
    // badge is given, so that this can be told. not_found.
    Result<IssuedBadge> shown(const Uuid& id);

    // What its earner sees and decides, with the secret that was mailed. not_found: no badge has
    // this link. conflict, to decide(): it is revoked.
    Result<IssuedBadge> of_link(const std::string& secret);
    enum class Decision { accept, reject, publish, hide };
    Result<IssuedBadge> decide(const std::string& secret, Decision decision);

private:
    Uuid earners();
    Result<Answer> told(Result<Answer> answer) const;

    const Registry& registry_;
    Repetitions repetitions_;
    std::mutex mutex_;
    std::optional<Uuid> earners_;  // the namespace of earners' ids; under mutex_
};

}  // namespace cartulary
