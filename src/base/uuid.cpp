#include "base/uuid.h"

#include <openssl/evp.h>

#include <algorithm>
#include <stdexcept>

namespace cartulary {

const Uuid url_namespace = *Uuid::parse("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_hyphen_place(std::size_t index) {
    return index == 8 || index == 13 || index == 18 || index == 23;
}

}  // namespace

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    Uuid uuid;
    std::size_t digit = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_hyphen_place(i)) {
            if (text[i] != '-') return std::nullopt;
            continue;
        }
        const int value = hex_value(text[i]);
        if (value < 0) return std::nullopt;
        auto& byte = uuid.bytes_[digit / 2];
        byte = static_cast<std::uint8_t>(byte << 4 | value);
        ++digit;
    }
    return uuid;
}

void Uuid::stamp(int version) {
    bytes_[6] = static_cast<std::uint8_t>((bytes_[6] & 0x0F) | version << 4);
    bytes_[8] = static_cast<std::uint8_t>((bytes_[8] & 0x3F) | 0x80);
}

Uuid Uuid::random(const Randomness& randomness) {
    Uuid uuid;
    randomness(uuid.bytes_);
    uuid.stamp(4);
    return uuid;
}

Uuid Uuid::named(const Uuid& name_space, std::string_view name) {
    std::string whole(name_space.bytes_.begin(), name_space.bytes_.end());
    whole += name;
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (EVP_Digest(whole.data(), whole.size(), digest.data(), &length, EVP_sha1(), nullptr) != 1) {
        throw std::runtime_error("SHA-1 is not available");
    }
    Uuid uuid;
    std::copy_n(digest.begin(), uuid.bytes_.size(), uuid.bytes_.begin());
    uuid.stamp(5);
    return uuid;
}

Uuid Uuid::ordered(std::int64_t milliseconds_since_1970, const Randomness& randomness) {
    Uuid uuid;
    randomness(uuid.bytes_);
    for (std::size_t i = 0; i < 6; ++i) {
        uuid.bytes_[i] = static_cast<std::uint8_t>(milliseconds_since_1970 >> (40 - 8 * i));
    }
    uuid.stamp(7);
    return uuid;
}

std::string Uuid::text() const {
    constexpr char digits[] = "0123456789abcdef";
    std::string text(36, '-');
    std::size_t at = 0;
    for (const auto byte : bytes_) {
        if (is_hyphen_place(at)) ++at;
        text[at++] = digits[byte >> 4];
        text[at++] = digits[byte & 15];
    }
    return text;
}

}  // namespace cartulary
