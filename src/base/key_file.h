#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

namespace cartulary {

using SecretKey = std::array<std::uint8_t, 32>;

// Makes a key of random bytes in a file of mode 0600, on disk when this returns. Where the file is
// there already, that one stays. Throws std::system_error.
void make_key_file(const std::filesystem::path& file);

// Throws when it cannot be read, is not 32 bytes, or others may read it.
SecretKey read_key_file(const std::filesystem::path& file);

}  // namespace cartulary
