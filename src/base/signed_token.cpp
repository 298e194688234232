#include "base/signed_token.h"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

#include "base/base64.h"
#include "base/json.h"

namespace cartulary {

namespace {

constexpr std::string_view file_prefix = "token-";
constexpr std::string_view file_suffix = ".key";
constexpr auto algorithm = "HS256";

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

// RFC 7515 knows the URL-safe alphabet alone, without padding; and one text for each bytes, so that
// no second spelling of a token is good.
std::optional<std::string> decoded(std::string_view text) {
    auto bytes = base64_decode(text);
    if (!bytes || base64_url_encode(*bytes) != text) return std::nullopt;
    return bytes;
}

std::string header_of(const SigningKey& key) {
    json::Writer writer;
    writer.begin_object()
        .member("alg", algorithm)
        .member("typ", "JWT")
        .member("kid", key.id)
        .end_object();
    return writer.take();
}

std::string signature_of(const SigningKey& key, std::string_view signed_part) {
    std::string signature(crypto_auth_hmacsha256_BYTES, '\0');
    static_assert(crypto_auth_hmacsha256_KEYBYTES == std::tuple_size_v<SecretKey>);
    crypto_auth_hmacsha256(reinterpret_cast<unsigned char*>(signature.data()),
                           bytes_of(signed_part), signed_part.size(), key.secret.data());
    return signature;
}

bool says(const json::Value& header, std::string_view name, std::string_view value) {
    const auto* found = header.find(name);
    return found && found->string() && *found->string() == value;
}

// The key that a header names. A header that names another algorithm, or asks for what we do not
// know ("crit"), names none.
const SigningKey* key_of(const std::vector<SigningKey>& keys, std::string_view header_text) {
    const auto header = json::parse(header_text);
    if (!header || !header->object() || !says(*header, "alg", algorithm) || header->find("crit")) {
        return nullptr;
    }
    const auto found = std::ranges::find_if(
        keys, [&](const SigningKey& key) { return says(*header, "kid", key.id); });
    return found == keys.end() ? nullptr : &*found;
}

}  // namespace

std::string sign_claims(const SigningKey& key, std::string_view claims) {
    const auto signed_part = base64_url_encode(header_of(key)) + "." + base64_url_encode(claims);
    return signed_part + "." + base64_url_encode(signature_of(key, signed_part));
}

std::optional<std::string> verified_claims(const std::vector<SigningKey>& keys,
                                           std::string_view token) {
    const auto first = token.find('.');
    const auto last = token.rfind('.');
    if (token.size() > signed_token_bytes_max || first == std::string_view::npos ||
        token.find('.', first + 1) != last || first == last) {
        return std::nullopt;
    }
    const auto header = decoded(token.substr(0, first));
    auto claims = decoded(token.substr(first + 1, last - first - 1));
    const auto signature = decoded(token.substr(last + 1));
    if (!header || !claims || !signature) return std::nullopt;
    const auto* key = key_of(keys, *header);
    if (!key || signature->size() != crypto_auth_hmacsha256_BYTES) return std::nullopt;
    const auto signed_part = token.substr(0, last);
    if (crypto_auth_hmacsha256_verify(bytes_of(*signature), bytes_of(signed_part),
                                      signed_part.size(), key->secret.data()) != 0) {
        return std::nullopt;
    }
    return claims;
}

std::vector<SigningKey> open_signing_keys(const std::filesystem::path& folder) {
    std::vector<SigningKey> keys;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with(file_prefix) || !name.ends_with(file_suffix)) continue;
        const auto id =
            name.substr(file_prefix.size(), name.size() - file_prefix.size() - file_suffix.size());
        keys.push_back({id, read_key_file(entry.path())});
    }
    std::ranges::sort(keys, {}, &SigningKey::id);
    return keys;
}

std::string add_signing_key(const std::filesystem::path& folder, Timestamp now) {
    // Thirteen digits until the year 2286, so that names sort as times do.
    auto id = std::to_string(milliseconds(now));
    make_key_file(folder / (std::string(file_prefix) + id + std::string(file_suffix)));
    return id;
}

}  // namespace cartulary
