#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "operations/caller.h"
#include "store/credentials.h"

namespace cartulary {

// Finds who a credential belongs to.
class Callers {
public:
    explicit Callers(Store& store) : store_(store) {}

    // unauthenticated: no organization has this key, or it was revoked.
    Result<Caller> by_api_key(std::string_view key);

private:
    std::optional<credentials::KeyOwner> owner_of(std::string_view key);

    Store& store_;

    // What was found, for as long as nothing was committed; a revoked key is refused at once.
    std::mutex mutex_;
    std::uint64_t known_at_commits_ = 0;
    std::unordered_map<std::string, credentials::KeyOwner> known_;
};

}  // namespace cartulary
