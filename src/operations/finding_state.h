#pragma once

#include "operations/finding.h"
#include "operations/name_follower.h"

namespace cartulary {

struct Finding::State {
    explicit State(Store& store) : follower(store, names) {}

    // The names as they are now.
    const search::Names& current() {
        follower.catch_up();
        return names;
    }

    search::Names names;
    NameFollower follower;
};

}  // namespace cartulary
