#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/resource.h"

namespace cartulary::search {

// An organization with these names, the main one first.
inline ResourceEntry entry_named(std::int64_t number, const std::vector<std::string>& names) {
    ResourceEntry entry;
    entry.number = number;
    entry.resource = number;
    entry.type = "ceterms:CredentialOrganization";
    entry.owner = static_cast<std::int32_t>(number);
    entry.publisher = entry.owner;
    for (const auto& name : names) entry.names.push_back({name, "en"});
    return entry;
}

}  // namespace cartulary::search
