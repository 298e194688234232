#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

#include "search/names.h"
#include "store/changes.h"
#include "store/store.h"

namespace cartulary {

// Keeps the names in memory as the store has them, whichever node wrote them.
class NameFollower {
public:
    NameFollower(Store& store, search::Names& names) : store_(store), names_(names) {}

    // After this the names have all that was committed before it was called. One thread reads; what
    // it read holds for all that came before it began. The first call reads everything.
    void catch_up();

    // Grows with every change of the names.
    std::uint64_t changes() const { return changes_; }

private:
    void run();
    void build();
    void follow();
    bool follow_page(std::int64_t& position);
    struct Changed {
        std::int64_t resource;
        std::vector<ResourceEntry> entries;
    };
    void apply(Transaction& transaction, std::span<const std::int64_t> resources);
    void put(std::span<Changed> changed);

    Store& store_;
    search::Names& names_;

    std::atomic<std::uint64_t> changes_ = 0;
    // Of the store's commits; nothing changed since it had as many. 0: not read yet.
    std::atomic<std::uint64_t> commits_read_ = 0;

    std::mutex mutex_;
    std::condition_variable done_;
    std::uint64_t asked_ = 0;     // how many calls there were
    std::uint64_t answered_ = 0;  // the first of them are answered
    bool is_running_ = false;

    // What follows is only for who runs.
    bool is_built_ = false;
    std::int64_t built_until_ = 0;         // number of the last entry that was read at the start
    std::optional<std::int64_t> settled_;  // number of the change up to which all was read
    std::set<std::int64_t> beyond_;        // numbers of later ones that were
    // Of documents with parts: the parts' entries in their order, to notice which ones left.
    std::unordered_map<std::int64_t, std::vector<std::int64_t>> parts_;
};

}  // namespace cartulary
