#pragma once

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "base/time.h"

namespace cartulary {

// When things, each named by a `Key`, were used last, known to the minute and kept here until
// somebody writes it down, so that no read waits for a write. For any number of threads.
template <class Key>
class RecentUses {
public:
    void note(const Key& id, Timestamp now) {
        const auto minute = minute_of(now);
        const std::lock_guard lock(mutex_);
        auto& use = uses_[id];
        if (use.at < minute) use = {minute, false};
    }

    // The minute of the latest use, where it is still known here; else `otherwise`.
    Timestamp latest(const Key& id, Timestamp otherwise) {
        const std::lock_guard lock(mutex_);
        const auto found = uses_.find(id);
        return found == uses_.end() ? otherwise : std::max(found->second.at, otherwise);
    }

    // Hands `write` what was used since the last time, in pairs of id and minute. What it throws
    // goes on: then none of them counts as written.
    template <class Write>
    void record(Timestamp now, Write write) {
        const auto unrecorded = this->unrecorded();
        if (unrecorded.empty()) return;
        write(unrecorded);
        const auto minute = minute_of(now);
        const std::lock_guard lock(mutex_);
        for (const auto& [id, at] : unrecorded) {
            if (auto& use = uses_[id]; use.at == at) use.recorded = true;
        }
        std::erase_if(uses_, [&](const auto& noted) {
            return noted.second.recorded && noted.second.at < minute;
        });
    }

private:
    struct Use {
        Timestamp at;  // a whole minute
        bool recorded = false;
    };

    static Timestamp minute_of(Timestamp time) {
        return std::chrono::floor<std::chrono::minutes>(time);
    }

    std::vector<std::pair<Key, Timestamp>> unrecorded() {
        std::vector<std::pair<Key, Timestamp>> found;
        const std::lock_guard lock(mutex_);
        for (const auto& [id, use] : uses_) {
            if (!use.recorded) found.emplace_back(id, use.at);
        }
        return found;
    }

    std::mutex mutex_;
    std::map<Key, Use> uses_;  // those of long ago left out; under mutex_
};

}  // namespace cartulary
