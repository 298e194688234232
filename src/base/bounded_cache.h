#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace cartulary {

// Texts that are dear to make, kept while there is room: those used least lately go first, by
// halves. For any number of threads.
class BoundedCache {
public:
    // What a text is of: its subject, and which state of it.
    struct Key {
        std::int64_t subject;
        std::int64_t version;
        bool operator==(const Key&) const = default;
    };
    using Text = std::shared_ptr<const std::string>;

    // 0: nothing is kept.
    explicit BoundedCache(std::size_t bytes_max) : half_bytes_max_(bytes_max / 2) {}

    // Null when it is not kept.
    Text find(const Key& key) {
        const std::lock_guard lock(mutex_);
        if (const auto found = young_.find(key); found != young_.end()) return found->second;
        const auto found = old_.find(key);
        if (found == old_.end()) return nullptr;
        auto text = found->second;
        put_locked(key, text);
        return text;
    }

    void put(const Key& key, Text text) {
        const std::lock_guard lock(mutex_);
        put_locked(key, std::move(text));
    }

private:
    struct Hash {
        std::size_t operator()(const Key& key) const {
            const auto mixed = static_cast<std::uint64_t>(key.subject) * 0x9E3779B97F4A7C15U;
            return static_cast<std::size_t>(mixed ^ static_cast<std::uint64_t>(key.version));
        }
    };
    using Generation = std::unordered_map<Key, Text, Hash>;

    // About what the map and the pointer cost for each text.
    static constexpr std::size_t overhead_bytes = 120;

    void put_locked(const Key& key, Text text) {
        const auto bytes = text->size() + overhead_bytes;
        if (bytes > half_bytes_max_) return;
        if (young_bytes_ + bytes > half_bytes_max_) {
            old_ = std::exchange(young_, {});
            young_bytes_ = 0;
        }
        if (young_.emplace(key, std::move(text)).second) young_bytes_ += bytes;
    }

    std::size_t half_bytes_max_;
    std::mutex mutex_;
    Generation young_;
    std::size_t young_bytes_ = 0;
    Generation old_;
};

}  // namespace cartulary
