#pragma once

#include <string>
#include <string_view>

#include "operations/caller.h"
#include "operations/known_until_commit.h"
#include "store/credentials.h"

namespace cartulary {

// Finds who a credential belongs to.
class Callers {
public:
    explicit Callers(Store& store) : store_(store), owners_(store) {}

    // unauthenticated: no organization has this key, or it was revoked.
    Result<Caller> by_api_key(std::string_view key);

private:
    Store& store_;
    KnownUntilCommit<std::string, credentials::KeyOwner> owners_;  // by the digest of the key
};

}  // namespace cartulary
