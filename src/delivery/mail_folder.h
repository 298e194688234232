#pragma once

#include <filesystem>
#include <string_view>

#include "base/time.h"
#include "base/uuid.h"

namespace cartulary::delivery {

// Keeps a mail as `<created>-<mail>.eml` in `folder`, which is made when it is missing, for its
// owner alone (mode 0600). The file is whole and on disk, or not there; the same mail again
// replaces it. Throws std::system_error.
std::filesystem::path keep_mail(const std::filesystem::path& folder, const Uuid& mail,
                                Timestamp created, std::string_view message);

}  // namespace cartulary::delivery
