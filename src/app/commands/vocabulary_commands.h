#pragma once

#include <filesystem>
#include <vector>

#include "app/outcome.h"

namespace cartulary::commands {

inline constexpr std::uintmax_t schema_bytes_max = std::uintmax_t{64} << 20;

// What the JSON-LD schemas of CTDL and CTDL-ASN in these files add to the vocabulary of this
// program, take away or change: a line for each term, or JSON. Fails only when a file cannot be
// read or is no such schema.
Outcome check_vocabulary(const std::vector<std::filesystem::path>& files, bool json);

}  // namespace cartulary::commands
