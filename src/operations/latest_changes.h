#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/ctid.h"
#include "operations/resources.h"

namespace cartulary {

struct LatestChange {
    changes::Change change;
    ResourceKnown known;  // as it is now
    std::string name;     // its name now, or when it was deleted; empty where none is known
};

inline constexpr int latest_changes_page = 50;

// The newest settled changes of everything that is published, or of what is this organization's
// now; newest first, at most a page of them, below the number of a change where one is given. Open
// to everybody. None of an organization that is not known.
struct LatestQuery {
    std::optional<Ctid> owner = {};
    std::optional<std::int64_t> before = {};
};
std::vector<LatestChange> latest_changes(const Registry& registry, const LatestQuery& query);

}  // namespace cartulary
