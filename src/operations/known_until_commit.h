#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "store/store.h"

namespace cartulary {

// What was found in the store, remembered for exactly as long as nothing is committed, so that
// nothing outdated is ever told. Where other processes commit too, nothing is remembered.
template <class Key, class Value, class Hash = std::hash<Key>>
class KnownUntilCommit {
public:
    explicit KnownUntilCommit(Store& store) : store_(store) {}

    // What `find` gives, or gave since the last commit. Only what was found is remembered.
    template <class Find>
    std::optional<Value> get(const Key& key, Find find) {
        // Read before `find` looks: what it finds is of this commit or a later one.
        const auto commits = store_.commits();
        if (!commits) return find();
        if (auto known = recall(key, *commits)) return known;
        auto found = find();
        if (found) remember(key, *found, *commits);
        return found;
    }

private:
    static constexpr std::size_t known_max = 200'000;

    std::optional<Value> recall(const Key& key, std::uint64_t commits) {
        const std::lock_guard lock(mutex_);
        if (known_at_ != commits || known_.size() >= known_max) known_.clear();
        known_at_ = commits;
        const auto found = known_.find(key);
        if (found == known_.end()) return std::nullopt;
        return found->second;
    }

    void remember(const Key& key, const Value& value, std::uint64_t commits) {
        const std::lock_guard lock(mutex_);
        if (known_at_ == commits) known_.emplace(key, value);
    }

    Store& store_;
    std::mutex mutex_;
    std::uint64_t known_at_ = 0;
    std::unordered_map<Key, Value, Hash> known_;
};

}  // namespace cartulary
