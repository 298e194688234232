#pragma once

#include <string>
#include <string_view>

#include "domain/resource.h"

// What an entry's row keeps beside its columns: all but text and references, as JSON.
namespace cartulary::resources {

std::string summary_of(const ResourceEntry& entry);
void read_summary(std::string_view summary, ResourceEntry& entry);

// A short mark of all by which an entry is found, but for its owner: the same for the same, and
// never 0.
std::int64_t hash_of(const ResourceEntry& entry, std::string_view summary);

}  // namespace cartulary::resources
