#pragma once

#include <string>

#include "operations/caller.h"
#include "operations/registry.h"

namespace cartulary {

struct NewPartner {
    std::string name;
    std::string email;
    std::optional<OrganizationId> id;  // none: a random one
};

struct PartnerMade {
    OrganizationId id;
    std::string name;
    std::string api_key;  // shown once
};

// Makes an organization that may register others, with its e-mail address's owner as its
// administrator, who is told by mail. invalid; conflict: the CTID is taken.
Result<PartnerMade> add_partner(const Registry& registry, const Caller& caller,
                                const NewPartner& partner);

}  // namespace cartulary
