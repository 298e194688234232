#pragma once

#include "app/commands/registry_commands.h"

namespace cartulary::commands {

struct Tenant {
    std::string name;
    std::string channel;
    std::string username;
};

// Makes a tenant of the Sunbird interface with its first person, whose password is the first line
// of the input, and an API key, which is shown this once.
Outcome add_tenant(const Target& target, const Tenant& tenant);

}  // namespace cartulary::commands
