#pragma once

#include <memory>
#include <mutex>

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

    std::mutex holdings_mutex;
    std::shared_ptr<const Holdings> holdings;  // this and what follows under holdings_mutex
    std::uint64_t holdings_changes = 0;        // how often the names had changed by then
    Timestamp holdings_at = {};
};

}  // namespace cartulary
