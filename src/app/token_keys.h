#pragma once

#include <filesystem>
#include <mutex>
#include <vector>

#include "base/signed_token.h"

namespace cartulary {

// The keys of a folder that sign and verify tokens, as they are now: one that is added by another
// process or command counts at once. For any number of threads.
class TokenKeys {
public:
    // Makes the first key where there is none.
    TokenKeys(std::filesystem::path folder, Timestamp now);

    std::vector<SigningKey> current();

private:
    const std::filesystem::path folder_;
    std::mutex mutex_;
    std::filesystem::file_time_type read_at_;  // of the folder's last change, when it was read
    std::vector<SigningKey> keys_;
};

}  // namespace cartulary
