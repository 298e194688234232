#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <tl/expected.hpp>

#include "imaging/bitmap.h"

namespace cartulary::imaging {

using Bytes = std::span<const std::uint8_t>;

// What became of a picture: the first byte of the worker's answer. The PNG follows `made`.
enum class Outcome : char {
    made = 'm',
    unknown_format = 'f',
    damaged = 'd',
    animated = 'a',
    side_too_large = 's',
    too_many_pixels = 'p',
    too_costly = 'c',
};

struct Decoded {
    Bitmap bitmap;
    int orientation = 1;  // as EXIF counts, 1 to 8
};

// By its first bytes a JPEG, PNG or WebP; what is said about its kind elsewhere does not count.
tl::expected<Decoded, Outcome> decoded(Bytes source);

// One format each. The size is judged by the header, before any pixel is decoded.
tl::expected<Decoded, Outcome> decoded_jpeg(Bytes source);
tl::expected<Decoded, Outcome> decoded_png(Bytes source);
tl::expected<Decoded, Outcome> decoded_webp(Bytes source);
std::optional<Outcome> problem_of_size(std::uint32_t width, std::uint32_t height);

}  // namespace cartulary::imaging
