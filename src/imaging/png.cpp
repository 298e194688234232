#include <png.h>

#include <memory>
#include <new>

#include "imaging/decoding.h"
#include "imaging/encoding.h"

namespace cartulary::imaging {

namespace {

// libpng's simplified interface: it makes 8-bit BGRA of every kind of PNG, and bounds by itself
// what the chunks beside the pixels may take.
class Image {
public:
    Image() { image_.version = PNG_IMAGE_VERSION; }
    ~Image() { png_image_free(&image_); }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
    png_image* operator->() { return &image_; }
    png_image* get() { return &image_; }

private:
    png_image image_{};
};

}  // namespace

tl::expected<Decoded, Outcome> decoded_png(Bytes source) {
    Image image;
    if (png_image_begin_read_from_memory(image.get(), source.data(), source.size()) == 0) {
        return tl::unexpected(Outcome::damaged);
    }
    if (const auto problem = problem_of_size(image->width, image->height)) {
        return tl::unexpected(*problem);
    }
    image->format = PNG_FORMAT_BGRA;
    image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;  // libpng would take 16-bit samples for linear light
    Decoded picture{Bitmap(static_cast<int>(image->width), static_cast<int>(image->height))};
    if (png_image_finish_read(image.get(), nullptr, picture.bitmap.bytes.data(), 0, nullptr) == 0) {
        return tl::unexpected(Outcome::damaged);
    }
    return picture;
}

std::string encoded_png(const Bitmap& bitmap) {
    Image image;
    image->width = static_cast<png_uint_32>(bitmap.width);
    image->height = static_cast<png_uint_32>(bitmap.height);
    image->format = PNG_FORMAT_BGRA;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(*image.get());
    std::string png(size, '\0');
    if (png_image_write_to_memory(image.get(), png.data(), &size, 0, bitmap.bytes.data(), 0,
                                  nullptr) == 0) {
        throw std::bad_alloc();
    }
    png.resize(size);
    return png;
}

}  // namespace cartulary::imaging
