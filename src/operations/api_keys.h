#pragma once

#include <string>
#include <vector>

#include "domain/credential.h"
#include "operations/actor.h"
#include "operations/registry.h"

namespace cartulary {

// The API keys of an organization, for its administrators. Every refusal is not_found where the
// actor has no part in it, and forbidden where they do not administer it; the registry's staff may
// look.
class ApiKeys {
public:
    explicit ApiKeys(const Registry& registry) : registry_(registry) {}

    // Oldest first, the revoked ones too.
    Result<std::vector<ApiKey>> list(const Actor& actor, const OrganizationId& organization);

    struct Made {
        ApiKey key;
        std::string text;  // shown once
    };
    // conflict: the organization is not approved, or has api_keys_max of them; invalid: the label,
    // also where another key in use has it.
    Result<Made> make(const Actor& actor, const OrganizationId& organization,
                      const std::string& label);

    // At once. not_found also: no key in use has this id.
    Result<ApiKey> revoke(const Actor& actor, const OrganizationId& organization,
                          const std::string& id);

private:
    const Registry& registry_;
};

// By which pages name a key: the beginning of its digest, which tells nothing of the key.
std::string key_id(const ApiKey& key);

}  // namespace cartulary
