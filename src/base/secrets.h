#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/random.h"

// What is secret, and how it is kept. All of it is libsodium's.
namespace cartulary {

// BLAKE2b-256 of a key or token, in hexadecimal: what the store keeps of it and finds it by. Only
// for secrets with 122 random bits or more; passwords go through hash_password.
std::string digest(std::string_view secret);

// SHA-256 in hexadecimal, for formats that name it; what is ours to choose goes through digest().
std::string sha256_hex(std::string_view text);

// `bytes` random bytes as URL-safe base64 without padding.
std::string random_token(std::size_t bytes, const Randomness& randomness);

// In a time that does not tell where they differ.
bool equal_in_constant_time(std::string_view left, std::string_view right);

// Argon2id with 19 MiB and two passes, as the self-describing string that libsodium writes. At
// most `password_hashes_at_once` run at a time in this process; the others wait.
inline constexpr int password_hashes_at_once = 2;
std::string hash_password(std::string_view password);
bool verifies(std::string_view hash, std::string_view password);

// Encrypts what the registry must be able to show or send again. The key is a file outside the
// database, so that a stolen database or a lost backup of it tells nothing.
class Vault {
public:
    // Reads the key from `file`, or makes it (mode 0600) when there is none. Throws when the file
    // is not a key or others may read it.
    static Vault open(const std::filesystem::path& file);
    static Vault with_key(std::array<std::uint8_t, 32> key) { return Vault(key); }

    std::string seal(std::string_view plain) const;

    // Nothing when `sealed` was not made with this key or was changed.
    std::optional<std::string> unseal(std::string_view sealed) const;

private:
    explicit Vault(std::array<std::uint8_t, 32> key) : key_(key) {}
    std::array<std::uint8_t, 32> key_;
};

}  // namespace cartulary
