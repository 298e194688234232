#pragma once

#include <string>
#include <string_view>

#include "operations/caller.h"
#include "operations/known_until_commit.h"
#include "operations/recent_uses.h"
#include "operations/registry.h"
#include "store/credentials.h"

namespace cartulary {

// Finds who a credential belongs to.
class Callers {
public:
    explicit Callers(const Registry& registry)
        : registry_(registry), owners_(registry.store), token_owners_(registry.store) {}

    // unauthenticated: no organization has this key, or it was revoked.
    Result<Caller> by_api_key(std::string_view key);

    // By an authorization token, or an access token that one was exchanged for. unauthenticated: no
    // organization has it, or it has run out (which the message tells).
    Result<Caller> by_token(std::string_view token);

    // Writes down which keys and tokens were used since it was last called, so that no read waits
    // for a write. Somebody calls it now and then, and at the end.
    void record_uses();

private:
    const Registry& registry_;
    KnownUntilCommit<std::string, credentials::KeyOwner> owners_;          // by digest
    KnownUntilCommit<std::string, credentials::TokenOwner> token_owners_;  // by digest
    RecentUses<std::string> key_uses_;                                     // by digest
    RecentUses<Uuid> token_uses_;
};

}  // namespace cartulary
