#include "imaging/exif.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace cartulary::imaging {

namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t orientation_tag = 0x0112;
constexpr std::uint32_t short_type = 3;
constexpr std::size_t entry_bytes = 12;

// A TIFF structure in either byte order; what lies beyond its end is nothing.
struct Tiff {
    std::span<const std::uint8_t> bytes;
    bool is_big_endian;

    std::optional<std::uint32_t> number(std::size_t offset, std::size_t size) const {
        if (offset > bytes.size() || bytes.size() - offset < size) return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            value = value << 8 | bytes[offset + (is_big_endian ? i : size - 1 - i)];
        }
        return value;
    }
};

bool starts_with(std::span<const std::uint8_t> bytes, std::string_view mark) {
    return bytes.size() >= mark.size() &&
           std::equal(mark.begin(), mark.end(), bytes.begin(),
                      [](char c, std::uint8_t byte) { return std::uint8_t(c) == byte; });
}

}  // namespace

int orientation_in(std::span<const std::uint8_t> segment) {
    constexpr int upright = 1;
    constexpr auto header = "Exif\0\0"sv;
    if (!starts_with(segment, header)) return upright;
    const auto body = segment.subspan(header.size());
    const bool is_big_endian = starts_with(body, "MM\0*"sv);
    if (!is_big_endian && !starts_with(body, "II*\0"sv)) return upright;
    const Tiff tiff{body, is_big_endian};
    const std::size_t directory = tiff.number(4, 4).value_or(0);
    const auto entries = tiff.number(directory, 2).value_or(0);
    for (std::size_t i = 0; i < entries; ++i) {
        const auto entry = directory + 2 + i * entry_bytes;
        const auto tag = tiff.number(entry, 2);
        if (!tag) return upright;
        if (*tag != orientation_tag || tiff.number(entry + 2, 2) != short_type) continue;
        const auto value = tiff.number(entry + 8, 2).value_or(upright);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : upright;
    }
    return upright;
}

}  // namespace cartulary::imaging
