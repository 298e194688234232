#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/key_file.h"
#include "base/time.h"

// Tokens that we give out and need not remember: claims as JSON, signed by ourselves. They are
// compact JWS (RFC 7515) with HMAC-SHA256, the one algorithm that is ever accepted: what the
// header of a token says of it is checked and never followed.
namespace cartulary {

struct SigningKey {
    std::string id;  // "kid" of the header: letters and digits
    SecretKey secret;
};

inline constexpr std::size_t signed_token_bytes_max = 8'192;

// `claims` is the text of a JSON object.
std::string sign_claims(const SigningKey& key, std::string_view claims);

// The text of the claims of a token that one of these keys signed; nothing for any other. The
// signatures are compared in a time that does not tell where they differ. What the claims mean,
// their expiry too, is for the caller to check.
std::optional<std::string> verified_claims(const std::vector<SigningKey>& keys,
                                           std::string_view token);

// The keys of a folder, the files token-<kid>.key, by name: the last one signs, all of them verify.
// Throws as read_key_file() does.
std::vector<SigningKey> open_signing_keys(const std::filesystem::path& folder);

// Makes the key that signs from now on, for whoever opens the folder again, and gives its id,
// which sorts behind those before it. They verify until their files are removed.
std::string add_signing_key(const std::filesystem::path& folder, Timestamp now);

}  // namespace cartulary
