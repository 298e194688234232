#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/random.h"
#include "base/time.h"

namespace cartulary {

// Passwords that were right a moment ago, so that a program that shows its password with every
// request pays for one hash a minute. What is known of is known under the stored hash too: another
// password counts at once. For any number of threads.
class VerifiedPasswords {
public:
    using Verify = std::function<bool(std::string_view hash, std::string_view password)>;

    static constexpr std::chrono::seconds life{60};
    static constexpr std::size_t known_max = 10'000;
    // Passwords that are hashed or wait for it; so many threads are held up at most by guessing.
    static constexpr std::size_t waiting_max = 32;

    VerifiedPasswords(Clock now, const Randomness& randomness, Verify verify);

    // Whether this is the password of the stored hash. `who` is whose it is, for all that know the
    // hash. Only right ones are remembered; who asks the same at the same time waits for one
    // answer. Throws Unavailable when too many wait already.
    bool is_right(std::string_view who, std::string_view hash, std::string_view password);

private:
    bool is_known(const std::string& name) const;
    void remember(const std::string& name);

    Clock now_;
    Verify verify_;
    std::string key_;  // without it nothing of what is remembered can be guessed
    std::mutex mutex_;
    std::unordered_map<std::string, Timestamp> known_;           // since when; under mutex_
    std::map<std::string, std::shared_future<bool>> under_way_;  // under mutex_
};

}  // namespace cartulary
