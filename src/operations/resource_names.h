#pragma once

#include <map>
#include <span>

#include "domain/resource.h"
#include "operations/registry.h"

namespace cartulary {

// How many are looked up at once; those after them are left out.
inline constexpr std::size_t names_known_max = 300;

// What the things with these CTIDs go by, as pages show what a document refers to. Those that are
// deleted, or never were here, are left out; one without a name has an empty one.
std::map<Ctid, ResourceName> names_of(const Registry& registry, std::span<const Ctid> ctids);

}  // namespace cartulary
