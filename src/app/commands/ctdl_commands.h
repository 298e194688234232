#pragma once

#include <string>
#include <vector>

#include "app/commands/registry_commands.h"

namespace cartulary::commands {

struct CtdlFiles {
    std::vector<std::string> files;  // absolute
    std::string owner;               // CTID of whoever owns what names no owner; or empty
};
// Exit status: 0 all documents are in the registry; 1 some were refused, or it could not run.
Outcome import_ctdl(const Target& target, const CtdlFiles& files);

}  // namespace cartulary::commands
