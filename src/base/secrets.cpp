#include "base/secrets.h"

#include <sodium.h>

#include <semaphore>
#include <span>
#include <stdexcept>
#include <vector>

#include "base/base64.h"
#include "base/key_file.h"

namespace cartulary {

namespace {

// libsodium asks to be started once, before anything else of it is used.
const bool sodium_started = [] {
    if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
    return true;
}();

std::counting_semaphore<> password_slots(password_hashes_at_once);

class PasswordSlot {
public:
    PasswordSlot() { password_slots.acquire(); }
    ~PasswordSlot() { password_slots.release(); }
    PasswordSlot(const PasswordSlot&) = delete;
    PasswordSlot& operator=(const PasswordSlot&) = delete;
};

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string hexadecimal(std::span<const unsigned char> bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

}  // namespace

std::string digest(std::string_view secret) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes_of(secret), secret.size(), nullptr, 0);
    return hexadecimal(hash);
}

std::string sha256_hex(std::string_view text) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), bytes_of(text), text.size());
    return hexadecimal(hash);
}

std::string random_token(std::size_t bytes, const Randomness& randomness) {
    std::vector<std::uint8_t> raw(bytes);
    randomness(raw);
    return base64_url_encode({reinterpret_cast<const char*>(raw.data()), raw.size()});
}

bool equal_in_constant_time(std::string_view left, std::string_view right) {
    return left.size() == right.size() &&
           sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::string hash_password(std::string_view password) {
    const PasswordSlot slot;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    constexpr unsigned long long passes = 2;
    constexpr std::size_t memory_bytes = 19 << 20;
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();
    }
    return hash.data();
}

bool verifies(std::string_view hash, std::string_view password) {
    const PasswordSlot slot;
    return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) ==
           0;
}

Vault Vault::open(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) make_key_file(file);
    return Vault(read_key_file(file));
}

std::string Vault::seal(std::string_view plain) const {
    constexpr auto nonce_bytes = crypto_secretbox_NONCEBYTES;
    std::string sealed(nonce_bytes + crypto_secretbox_MACBYTES + plain.size(), '\0');
    randombytes_buf(sealed.data(), nonce_bytes);
    crypto_secretbox_easy(bytes_of(sealed) + nonce_bytes, bytes_of(plain), plain.size(),
                          bytes_of(sealed), key_.data());
    return sealed;
}

std::optional<std::string> Vault::unseal(std::string_view sealed) const {
    constexpr auto nonce_bytes = crypto_secretbox_NONCEBYTES;
    constexpr auto overhead = nonce_bytes + crypto_secretbox_MACBYTES;
    if (sealed.size() < overhead) return std::nullopt;
    std::string plain(sealed.size() - overhead, '\0');
    if (crypto_secretbox_open_easy(bytes_of(plain), bytes_of(sealed) + nonce_bytes,
                                   sealed.size() - nonce_bytes, bytes_of(sealed),
                                   key_.data()) != 0) {
        return std::nullopt;
    }
    return plain;
}

}  // namespace cartulary
