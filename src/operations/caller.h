#pragma once

#include <cstdint>
#include <string>

#include "domain/ctid.h"

namespace cartulary {

// Who asks. Dialects turn their own credentials into a Caller; operations decide what it may do.
struct Caller {
    OrganizationId id;              // of the organization that the credential belongs to
    std::int32_t organization = 0;  // its number; 0: somebody at the registry's own command line
    std::string name;
    bool trusted_partner = false;

    // As events name who did something.
    std::string actor() const {
        return organization == 0 ? "command" : "organization:" + id.ctid();
    }
};

// Whoever may use the data directory, and so may do everything.
inline Caller command_line() {
    return {.id = {}, .organization = 0, .name = "the command line", .trusted_partner = false};
}

}  // namespace cartulary
