#pragma once

#include <string>

#include "operations/caller.h"
#include "operations/registry.h"

namespace cartulary {

struct TokenFlags {
    bool read = false;
    bool write = false;
    bool del = false;
};

// Makes an authorization token of an organization and gives its text: 36 characters of URL-safe
// base64. Its owner's list can show it again, so it is also kept sealed. not_found: no such
// organization; invalid: no flag is set.
Result<std::string> make_token(const Registry& registry, const OrganizationId& organization,
                               const TokenFlags& flags, const std::string& description);

}  // namespace cartulary
