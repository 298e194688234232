#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/uuid.h"
#include "domain/ctid.h"

namespace cartulary {

// What a credential lets its bearer do.
enum class Right { read, write, del };

struct Rights {
    bool read = true;
    bool write = true;
    bool del = true;
};

// Who asks. Dialects turn their own credentials into a Caller; operations decide what it may do.
struct Caller {
    OrganizationId id;              // of the organization that the credential belongs to
    std::int32_t organization = 0;  // its number; 0: somebody at the registry's own command line
    std::string name;
    bool trusted_partner = false;
    Rights rights = {};
    std::optional<Uuid> token = {};  // id of the authorization token that it showed
    std::string acts_as = {};        // where neither an organization nor the command line acts

    // As events name who did something.
    std::string actor() const {
        if (!acts_as.empty()) return acts_as;
        return organization == 0 ? "command" : "organization:" + id.ctid();
    }
};

// Whoever may use the data directory, and so may do everything.
inline Caller command_line() {
    return {.id = {}, .organization = 0, .name = "the command line", .trusted_partner = false};
}

// The earner of a badge, who showed the secret link that was mailed.
inline Caller earner() {
    return {.id = {}, .organization = 0, .name = "an earner", .acts_as = "earner"};
}

// forbidden: the caller's credential does not give this right.
Result<void> require(const Caller& caller, Right right);

}  // namespace cartulary
