#pragma once

#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "store/daily_counts.h"

namespace cartulary {

// How often something was done on each day, kept here until somebody writes it down, so that no
// read waits for a write. For any number of threads.
class DailyCounter {
public:
    explicit DailyCounter(std::string name) : name_(std::move(name)) {}

    void note(Timestamp now) {
        const std::lock_guard lock(mutex_);
        ++counts_[daily_counts::day_of(now)];
    }

    // Adds them to what is stored. When that fails they are kept, and the failure goes on.
    void record(Store& store) {
        const auto counts = take();
        if (counts.empty()) return;
        try {
            store.write([&](Transaction& transaction) -> Result<void> {
                for (const auto& [day, count] : counts) {
                    daily_counts::add(transaction, day, name_, count);
                }
                return {};
            });
        } catch (...) {
            put_back(counts);
            throw;
        }
    }

private:
    using Counts = std::map<daily_counts::Day, std::int64_t>;

    Counts take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(counts_, {});
    }
    void put_back(const Counts& counts) {
        const std::lock_guard lock(mutex_);
        for (const auto& [day, count] : counts) counts_[day] += count;
    }

    const std::string name_;
    std::mutex mutex_;
    Counts counts_;  // under mutex_
};

// What is counted; the names are stored: never change one.
namespace daily_count {
inline constexpr auto searches = "search";
inline constexpr auto registrations = "registration";
inline constexpr auto publications = "publication";
}  // namespace daily_count

}  // namespace cartulary
