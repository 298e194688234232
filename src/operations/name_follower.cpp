#include "operations/name_follower.h"

#include <algorithm>
#include <iterator>

#include "store/resources.h"

namespace cartulary {

namespace {

constexpr int entries_page = 5'000;
constexpr int changes_page = 1'000;

}  // namespace

void NameFollower::catch_up() {
    if (const auto commits = store_.commits(); commits && commits_read_ == *commits + 1) return;
    std::unique_lock lock(mutex_);
    const auto own = ++asked_;
    while (answered_ < own) {
        if (is_running_) {
            done_.wait(lock);
            continue;
        }
        is_running_ = true;
        const auto covered = asked_;
        lock.unlock();
        const auto finish = [&](bool succeeded) {
            lock.lock();
            is_running_ = false;
            if (succeeded) answered_ = covered;
            done_.notify_all();
        };
        try {
            run();
        } catch (...) {
            finish(false);  // the next one in line tries for itself
            throw;
        }
        finish(true);
    }
}

void NameFollower::run() {
    // Before anything is read: what is read is of this commit or a later one.
    const auto commits = store_.commits();
    if (!is_built_) build();
    follow();
    if (commits) commits_read_ = *commits + 1;
}

// Goes on where one before failed.
void NameFollower::build() {
    // Where to follow from is read first; what changes meanwhile is read again then.
    if (!settled_) {
        settled_ = store_.read([](Transaction& transaction) { return changes::last(transaction); });
    }
    for (;;) {
        const auto entries = store_.read([&](Transaction& transaction) {
            return resources::entries_after(transaction, built_until_, entries_page);
        });
        if (entries.empty()) break;
        names_.put_all(entries);
        ++changes_;
        for (const auto& entry : entries) {
            if (entry.number != entry.resource) parts_[entry.resource].push_back(entry.number);
        }
        built_until_ = entries.back().number;
    }
    is_built_ = true;
}

void NameFollower::follow() {
    auto position = *settled_;
    while (follow_page(position)) {
    }
    beyond_.erase(beyond_.begin(), beyond_.upper_bound(*settled_));
}

// Whether there may be more.
bool NameFollower::follow_page(std::int64_t& position) {
    return store_.read([&](Transaction& transaction) {
        const auto [changes, settled] = changes::after(transaction, position, changes_page);
        std::vector<std::int64_t> changed;
        for (const auto& change : changes) {
            if (!beyond_.contains(change.number)) changed.push_back(change.resource);
        }
        std::ranges::sort(changed);
        changed.erase(std::ranges::unique(changed).begin(), changed.end());
        apply(transaction, changed);
        for (const auto& change : changes) beyond_.insert(change.number);
        // Settled ones come first, so that behind one that is not there is none.
        if (*settled_ == position) settled_ = settled;
        if (!changes.empty()) position = changes.back().number;
        return changes.size() == static_cast<std::size_t>(changes_page);
    });
}

void NameFollower::apply(Transaction& transaction, std::span<const std::int64_t> changed) {
    std::vector<Changed> read;
    std::size_t entries = 0;
    for (const auto resource : changed) {
        read.push_back({resource, resources::entries_of(transaction, resource)});
        entries += read.back().entries.size();
        if (entries < static_cast<std::size_t>(entries_page)) continue;
        put(read);
        read.clear();
        entries = 0;
    }
    put(read);
}

// In memory alone, so that a database that fails leaves nothing half done.
void NameFollower::put(std::span<Changed> changed) {
    std::vector<ResourceEntry> entries;
    std::vector<std::int64_t> gone;
    for (auto& [resource, now] : changed) {
        std::vector<std::int64_t> parts;
        for (const auto& entry : now) {
            if (entry.number != resource) parts.push_back(entry.number);
        }
        std::ranges::sort(parts);
        const auto before = parts_.find(resource);
        if (before != parts_.end()) {
            std::ranges::set_difference(before->second, parts, std::back_inserter(gone));
            parts_.erase(before);
        }
        if (now.empty()) gone.push_back(resource);
        if (!parts.empty()) parts_.emplace(resource, std::move(parts));
        std::ranges::move(now, std::back_inserter(entries));
    }
    names_.put_all(entries);
    for (const auto number : gone) names_.remove(number);
    if (!changed.empty()) ++changes_;
}

}  // namespace cartulary
