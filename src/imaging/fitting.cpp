#include "imaging/fitting.h"

#include <webp/encode.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>
#include <stdexcept>

namespace cartulary::imaging {

namespace {

struct Size {
    int width;
    int height;
};

Size fitting_size(const Bitmap& source, int side) {
    const int longer = std::max(source.width, source.height);
    const auto scaled = [&](int length) {
        return std::max(1, (2 * length * side + longer) / (2 * longer));
    };
    return {scaled(source.width), scaled(source.height)};
}

// libwebp's own scaling, which weighs colors by their alpha: the decoder is here anyway, so that no
// further library has to be trusted.
Bitmap scaled(Bitmap source, const Size& size) {
    static_assert(std::endian::native == std::endian::little, "libwebp keeps a pixel in a number");
    WebPPicture picture;
    if (WebPPictureInit(&picture) == 0) throw std::runtime_error("another libwebp was built for");
    picture.use_argb = 1;
    picture.width = source.width;
    picture.height = source.height;
    picture.argb = reinterpret_cast<std::uint32_t*>(source.bytes.data());
    picture.argb_stride = source.width;
    if (WebPPictureRescale(&picture, size.width, size.height) == 0) throw std::bad_alloc();
    Bitmap result(size.width, size.height);
    for (int y = 0; y < size.height; ++y) {
        std::memcpy(result.pixel(0, y), picture.argb + std::ptrdiff_t{y} * picture.argb_stride,
                    4 * static_cast<std::size_t>(size.width));
    }
    WebPPictureFree(&picture);
    return result;
}

// Where the pixel is stored that belongs to (x, y) of the upright picture: Exif 2.32, 4.6.4, says
// which sides row 0 and column 0 are.
const std::uint8_t* upright_pixel(const Bitmap& stored, int orientation, int x, int y) {
    const int right = stored.width - 1;
    const int bottom = stored.height - 1;
    switch (orientation) {
        case 2: return stored.pixel(right - x, y);
        case 3: return stored.pixel(right - x, bottom - y);
        case 4: return stored.pixel(x, bottom - y);
        case 5: return stored.pixel(y, x);
        case 6: return stored.pixel(y, bottom - x);
        case 7: return stored.pixel(right - y, bottom - x);
        case 8: return stored.pixel(right - y, x);
        default: return stored.pixel(x, y);
    }
}

}  // namespace

Bitmap fitted_into_square(Decoded picture, int side) {
    const auto size = fitting_size(picture.bitmap, side);
    const auto stored = scaled(std::move(picture.bitmap), size);
    const bool lies_on_its_side = picture.orientation >= 5;
    const int width = lies_on_its_side ? stored.height : stored.width;
    const int height = lies_on_its_side ? stored.width : stored.height;
    const int left = (side - width) / 2;
    const int top = (side - height) / 2;
    Bitmap square(side, side);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            std::memcpy(square.pixel(left + x, top + y),
                        upright_pixel(stored, picture.orientation, x, y), 4);
        }
    }
    return square;
}

}  // namespace cartulary::imaging
