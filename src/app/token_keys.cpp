#include "app/token_keys.h"

namespace cartulary {

TokenKeys::TokenKeys(std::filesystem::path folder, Timestamp now) : folder_(std::move(folder)) {
    if (open_signing_keys(folder_).empty()) add_signing_key(folder_, now);
}

std::vector<SigningKey> TokenKeys::current() {
    const std::lock_guard lock(mutex_);
    // Asked before the folder is read: a change in between is seen the next time.
    const auto changed_at = std::filesystem::last_write_time(folder_);
    if (keys_.empty() || changed_at != read_at_) {
        keys_ = open_signing_keys(folder_);
        read_at_ = changed_at;
    }
    return keys_;
}

}  // namespace cartulary
