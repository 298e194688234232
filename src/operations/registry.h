#pragma once

#include <functional>
#include <string>

#include "base/random.h"
#include "base/secrets.h"
#include "base/time.h"
#include "domain/credential.h"
#include "store/store.h"

namespace cartulary {

// What every operation stands on: where things are kept, and what would otherwise come from
// nowhere.
struct Registry {
    Store& store;
    const Vault& vault;
    Clock now;
    Randomness randomness;
    std::string name;        // of this registry, as mails call it
    std::string public_url;  // "https://registry.example", without a slash at its end
    std::function<void()> mail_waits = [] {};     // called after a commit that queued mail
    std::function<void()> webhooks_wait = [] {};  // called after a commit that appended events
    std::chrono::days token_life = authorization_token_life;
};

}  // namespace cartulary
