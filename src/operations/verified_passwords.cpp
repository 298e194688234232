#include "operations/verified_passwords.h"

#include "base/error.h"
#include "base/secrets.h"

namespace cartulary {

namespace {

constexpr std::size_t key_bytes = 32;

void append_part(std::string& text, std::string_view part) {
    text += std::to_string(part.size());
    text += ':';
    text += part;
}

}  // namespace

VerifiedPasswords::VerifiedPasswords(Clock now, const Randomness& randomness, Verify verify)
    : now_(std::move(now)), verify_(std::move(verify)), key_(random_token(key_bytes, randomness)) {}

bool VerifiedPasswords::is_right(std::string_view who, std::string_view hash,
                                 std::string_view password) {
    // BLAKE2b is a keyed hash where its text begins with a secret.
    auto text = key_;
    for (const auto part : {who, hash, password}) append_part(text, part);
    const auto name = digest(text);
    std::promise<bool> promise;
    {
        std::unique_lock lock(mutex_);
        if (is_known(name)) return true;
        if (const auto found = under_way_.find(name); found != under_way_.end()) {
            auto answer = found->second;
            lock.unlock();
            return answer.get();
        }
        if (under_way_.size() >= waiting_max) throw Unavailable("too many passwords wait");
        under_way_.emplace(name, promise.get_future().share());
    }
    try {
        const bool right = verify_(hash, password);
        const std::lock_guard lock(mutex_);
        if (right) remember(name);
        under_way_.erase(name);
        promise.set_value(right);
        return right;
    } catch (...) {
        const std::lock_guard lock(mutex_);
        under_way_.erase(name);
        promise.set_exception(std::current_exception());
        throw;
    }
}

bool VerifiedPasswords::is_known(const std::string& name) const {
    const auto found = known_.find(name);
    if (found == known_.end()) return false;
    const auto age = now_() - found->second;
    return age >= age.zero() && age < life;
}

void VerifiedPasswords::remember(const std::string& name) {
    const auto now = now_();
    if (known_.size() >= known_max) {
        std::erase_if(known_, [&](const auto& known) { return now - known.second >= life; });
    }
    if (known_.size() >= known_max) known_.clear();
    known_.insert_or_assign(name, now);
}

}  // namespace cartulary
