#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/random.h"

namespace cartulary {

// A UUID (RFC 9562). Its text is always lower case.
class Uuid {
public:
    Uuid() = default;  // the nil UUID

    // Accepts either case and needs the four hyphens; nothing for any other text.
    static std::optional<Uuid> parse(std::string_view text);

    // Version 4, from random bits.
    static Uuid random(const Randomness& randomness);

    // Version 5: the same namespace and name always give the same UUID.
    static Uuid named(const Uuid& name_space, std::string_view name);

    // Version 7: sorts by the time it was made, so that indexes grow at one end.
    static Uuid ordered(std::int64_t milliseconds_since_1970, const Randomness& randomness);

    std::string text() const;
    int version() const { return bytes_[6] >> 4; }
    const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }
    auto operator<=>(const Uuid&) const = default;

private:
    void stamp(int version);
    std::array<std::uint8_t, 16> bytes_{};
};

// The RFC's namespace for names that are URLs.
extern const Uuid url_namespace;

}  // namespace cartulary
