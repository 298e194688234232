#pragma once

#include <cstdint>
#include <string>

#include "app/commands/registry_commands.h"

namespace cartulary::commands {

struct Demo {
    std::uint64_t seed = 1;
    std::string password = {};  // empty: one is made up
};

// Loads the demonstration (see app/demo/demo.h) into a registry without organizations, and tells
// with what to log in to it.
Outcome load_demo(const Target& target, const Demo& demo);

}  // namespace cartulary::commands
