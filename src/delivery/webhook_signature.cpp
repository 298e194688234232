#include "delivery/webhook_signature.h"

#include <sodium.h>

#include <array>
#include <chrono>
#include <stdexcept>

#include "base/base64.h"

namespace cartulary::delivery {

namespace {

constexpr std::string_view secret_prefix = "whsec_";
constexpr std::size_t key_bytes_min = 24;  // Standard Webhooks 1.0.0, "Signature scheme"
constexpr std::size_t key_bytes_max = 64;

std::string key_of(std::string_view secret) {
    if (secret.starts_with(secret_prefix)) {
        auto key = base64_decode(secret.substr(secret_prefix.size()));
        if (key && key->size() >= key_bytes_min && key->size() <= key_bytes_max) {
            return std::string(*key);
        }
    }
    throw std::invalid_argument("a webhook's secret is not one");
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string webhook_signature(std::string_view secret, std::string_view id, Timestamp at,
                              std::string_view body) {
    const auto key = key_of(secret);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    const auto signed_text =
        std::string(id) + "." + std::to_string(seconds) + "." + std::string(body);
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> code{};
    crypto_auth_hmacsha256_state state;  // unlike the short form it takes keys of any size
    crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes_of(signed_text), signed_text.size());
    crypto_auth_hmacsha256_final(&state, code.data());
    return "v1," + base64_encode({reinterpret_cast<const char*>(code.data()), code.size()});
}

}  // namespace cartulary::delivery
