#pragma once

#include <string>
#include <string_view>

#include "domain/resource.h"

// What the snapshot of an event keeps of a resource, whose versions are all kept elsewhere.
namespace cartulary::resources {

std::string snapshot_of(const ToldResource& told);
ToldResource in_snapshot(std::string_view text);  // throws where it is none

}  // namespace cartulary::resources
