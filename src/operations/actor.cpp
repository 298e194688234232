#include "operations/actor.h"

#include <algorithm>

#include "store/organizations.h"

namespace cartulary {

namespace {

Caller caller_in(const Actor& actor, const Part& part, Need need) {
    const bool writes = need != Need::look;
    return {.id = part.id,
            .organization = part.organization,
            .name = part.name,
            .trusted_partner = part.trusted_partner && part.status == OrganizationStatus::approved,
            .rights = {.read = true, .write = writes, .del = writes},
            .token = {},
            .acts_as = actor.name()};
}

tl::unexpected<Error> unknown() {
    return fail(ErrorKind::not_found, "no organization that you have a part in has this CTID");
}

tl::unexpected<Error> too_small() {
    return fail(ErrorKind::forbidden, "your part in this organization does not let you do this");
}

}  // namespace

const Part* Actor::part_in(const OrganizationId& organization) const {
    const auto found = std::ranges::find(parts, organization, &Part::id);
    return found == parts.end() ? nullptr : &*found;
}

bool is_enough(Role role, Need need) {
    switch (need) {
        case Need::look: return true;
        case Need::publish: return role != Role::viewer;
        case Need::administer: return role == Role::administrator;
    }
    __builtin_unreachable();
}

Result<Caller> acting_in(const Actor& actor, const OrganizationId& organization, Need need) {
    const auto* part = actor.part_in(organization);
    if (!part) return unknown();
    if (!is_enough(part->role, need)) return too_small();
    return caller_in(actor, *part, need);
}

Result<Caller> publishing_for(const Registry& registry, const Actor& actor,
                              const OrganizationId& organization) {
    const auto own = acting_in(actor, organization, Need::publish);
    if (own) return own;
    const auto through = registry.store.read([&](Transaction& transaction) -> const Part* {
        for (const auto& part : actor.parts) {
            if (!is_enough(part.role, Need::publish)) continue;
            const auto sight =
                organizations::sight_of(transaction, organization, part.organization);
            if (!sight) return nullptr;
            if (sight->may_see) return &part;
        }
        return nullptr;
    });
    if (!through) return own;
    return caller_in(actor, *through, Need::publish);
}

Result<Caller> acting_as_staff(const Actor& actor) {
    if (!actor.staff) return fail(ErrorKind::forbidden, "only the registry's staff may do this");
    return Caller{.id = {},
                  .organization = 0,
                  .name = "the staff",
                  .trusted_partner = false,
                  .rights = {},
                  .token = {},
                  .acts_as = actor.name()};
}

}  // namespace cartulary
