#include "base/one_time_code.h"

#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "base/base32.h"
#include "base/secrets.h"

namespace cartulary {

namespace {

constexpr std::uint32_t code_modulus = 1'000'000;
constexpr std::int64_t steps_around = 1;

std::array<unsigned char, 20> hmac_sha1(std::string_view key, std::string_view text) {
    std::array<unsigned char, 20> mac{};
    unsigned int length = mac.size();
    const auto* made =
        HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()),
             reinterpret_cast<const unsigned char*>(text.data()), text.size(), mac.data(), &length);
    if (made == nullptr || length != mac.size()) throw std::runtime_error("HMAC-SHA1 fails");
    return mac;
}

// Everything but letters, digits and "-._~" as %XX.
std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') ||
                              std::string_view("-._~").find(c) != std::string_view::npos;
        if (is_plain) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += digits[byte >> 4];
            encoded += digits[byte & 15U];
        }
    }
    return encoded;
}

}  // namespace

std::int64_t one_time_step_at(Timestamp time) {
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch() / one_time_step;
}

// RFC 4226, 5.3, with the number of the step as the counter.
std::string one_time_code(std::string_view secret, std::int64_t step) {
    std::string counter(8, '\0');
    for (std::size_t i = 0; i < counter.size(); ++i) {
        counter[i] = static_cast<char>(static_cast<std::uint64_t>(step) >> (56 - 8 * i));
    }
    const auto mac = hmac_sha1(secret, counter);
    const auto offset = static_cast<std::size_t>(mac.back() & 15U);
    std::uint32_t number = mac[offset] & 127U;
    for (std::size_t i = 1; i < 4; ++i) number = (number << 8) | mac[offset + i];
    auto code = std::to_string(number % code_modulus);
    code.insert(0, one_time_code_length - code.size(), '0');
    return code;
}

std::optional<std::int64_t> step_of_one_time_code(std::string_view secret, std::string_view code,
                                                  Timestamp now) {
    const auto around = one_time_step_at(now);
    std::optional<std::int64_t> found;
    for (auto step = around - steps_around; step <= around + steps_around; ++step) {
        if (equal_in_constant_time(one_time_code(secret, step), code)) found = step;
    }
    return found;
}

std::string one_time_uri(std::string_view secret, std::string_view account,
                         std::string_view issuer) {
    const auto shown_issuer = percent_encoded(issuer);
    return "otpauth://totp/" + shown_issuer + ":" + percent_encoded(account) +
           "?secret=" + base32_encode(secret) + "&issuer=" + shown_issuer;
}

}  // namespace cartulary
