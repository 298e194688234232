#include "imaging/decoding.h"

#include <algorithm>
#include <string_view>

#include "imaging/picture_maker.h"

namespace cartulary::imaging {

namespace {

using namespace std::string_view_literals;

bool has_at(Bytes source, std::size_t offset, std::string_view mark) {
    if (source.size() < offset + mark.size()) return false;
    return std::equal(mark.begin(), mark.end(), source.begin() + static_cast<long>(offset),
                      [](char c, std::uint8_t byte) { return std::uint8_t(c) == byte; });
}

}  // namespace

tl::expected<Decoded, Outcome> decoded(Bytes source) {
    if (has_at(source, 0, "\xFF\xD8\xFF"sv)) return decoded_jpeg(source);
    if (has_at(source, 0, "\x89PNG\r\n\x1A\n"sv)) return decoded_png(source);
    if (has_at(source, 0, "RIFF"sv) && has_at(source, 8, "WEBP"sv)) return decoded_webp(source);
    return tl::unexpected(Outcome::unknown_format);
}

std::optional<Outcome> problem_of_size(std::uint32_t width, std::uint32_t height) {
    if (width == 0 || height == 0) return Outcome::damaged;
    if (std::max(width, height) > picture_source_side_max) return Outcome::side_too_large;
    if (std::size_t(width) * height > picture_source_pixels_max) return Outcome::too_many_pixels;
    return std::nullopt;
}

}  // namespace cartulary::imaging
