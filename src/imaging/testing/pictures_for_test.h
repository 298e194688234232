#pragma once

// jpeglib.h needs what cstdio declares.
// clang-format off
#include <cstdio>
#include <jpeglib.h>
// clang-format on

#include <png.h>
#include <webp/encode.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// Pictures that the usual libraries write.
namespace cartulary::imaging {

struct Color {
    std::uint8_t red, green, blue, alpha = 255;
    bool operator==(const Color&) const = default;
};
inline constexpr Color red{255, 0, 0}, green{0, 255, 0}, blue{0, 0, 255}, white{255, 255, 255};
inline constexpr Color nothing{0, 0, 0, 0};

// Says which color is where.
using Painter = std::function<Color(int x, int y)>;

struct Picture {
    int width;
    int height;
    Painter painter;

    std::vector<std::uint8_t> rgba() const {
        std::vector<std::uint8_t> bytes;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                const auto color = painter(x, y);
                bytes.insert(bytes.end(), {color.red, color.green, color.blue, color.alpha});
            }
        }
        return bytes;
    }
};

inline Picture filled(int width, int height, Color color) {
    return {width, height, [color](int, int) { return color; }};
}

// Red in the left upper quarter, green right of it, blue below it, white in the fourth.
inline Picture quartered(int width, int height) {
    return {width, height, [=](int x, int y) {
                if (y < height / 2) return x < width / 2 ? red : green;
                return x < width / 2 ? blue : white;
            }};
}

// PNG in any of its kinds, as png_set_IHDR takes them; `rows` are as they lie in the file.
struct PngKind {
    int bits = 8;
    int color_type = PNG_COLOR_TYPE_RGB_ALPHA;
    int interlace = PNG_INTERLACE_NONE;
    std::vector<png_color> palette = {};
    std::vector<std::uint8_t> palette_alpha = {};
    std::vector<std::pair<std::string, std::string>> texts = {};  // compressed
};

inline std::string png_of_rows(int width, const std::vector<std::string>& rows,
                               const PngKind& kind = {}) {
    std::string file;
    auto* png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    auto* info = png_create_info_struct(png);
    png_set_write_fn(
        png, &file,
        [](png_structp written, png_bytep bytes, std::size_t size) {
            static_cast<std::string*>(png_get_io_ptr(written))
                ->append(reinterpret_cast<const char*>(bytes), size);
        },
        nullptr);
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(rows.size()),
                 kind.bits, kind.color_type, kind.interlace, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (!kind.palette.empty()) {
        png_set_PLTE(png, info, kind.palette.data(), static_cast<int>(kind.palette.size()));
    }
    if (!kind.palette_alpha.empty()) {
        png_set_tRNS(png, info, kind.palette_alpha.data(),
                     static_cast<int>(kind.palette_alpha.size()), nullptr);
    }
    for (auto [name, text] : kind.texts) {
        png_text chunk{};
        chunk.compression = PNG_TEXT_COMPRESSION_zTXt;
        chunk.key = name.data();
        chunk.text = text.data();
        chunk.text_length = text.size();
        png_set_text(png, info, &chunk, 1);
    }
    png_write_info(png, info);
    std::vector<png_bytep> pointers;
    for (const auto& row : rows) {
        pointers.push_back(reinterpret_cast<png_bytep>(const_cast<char*>(row.data())));
    }
    png_write_image(png, pointers.data());
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return file;
}

inline std::string png_of(const Picture& picture, const PngKind& kind = {}) {
    const auto rgba = picture.rgba();
    const auto row_bytes = 4 * static_cast<std::size_t>(picture.width);
    std::vector<std::string> rows;
    for (auto at = rgba.begin(); at != rgba.end(); at += static_cast<long>(row_bytes)) {
        rows.emplace_back(at, at + static_cast<long>(row_bytes));
    }
    return png_of_rows(picture.width, rows, kind);
}

inline std::string webp_of(const Picture& picture) {
    std::uint8_t* bytes = nullptr;
    const auto size = WebPEncodeLosslessRGBA(picture.rgba().data(), picture.width, picture.height,
                                             4 * picture.width, &bytes);
    std::string file(reinterpret_cast<char*>(bytes), size);
    WebPFree(bytes);
    return file;
}

struct JpegKind {
    J_COLOR_SPACE color_space = JCS_EXT_RGBA;  // of the pixels below
    bool is_progressive = false;
    std::string exif = {};  // the APP1 segment
};

// `rows` are as the color space says: one byte a pixel for JCS_GRAYSCALE, four for JCS_CMYK.
inline std::string jpeg_of_rows(int width, const std::vector<std::string>& rows,
                                const JpegKind& kind) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = static_cast<JDIMENSION>(width);
    jpeg.image_height = static_cast<JDIMENSION>(rows.size());
    jpeg.in_color_space = kind.color_space;
    jpeg.input_components = static_cast<int>(rows.front().size()) / width;
    jpeg_set_defaults(&jpeg);
    if (kind.is_progressive) jpeg_simple_progression(&jpeg);
    jpeg_set_quality(&jpeg, 95, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    if (!kind.exif.empty()) {
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(kind.exif.data()),
                          static_cast<unsigned>(kind.exif.size()));
    }
    for (const auto& row : rows) {
        auto* samples = reinterpret_cast<JSAMPROW>(const_cast<char*>(row.data()));
        jpeg_write_scanlines(&jpeg, &samples, 1);
    }
    jpeg_finish_compress(&jpeg);
    std::string file(reinterpret_cast<char*>(bytes), size);
    std::free(bytes);
    jpeg_destroy_compress(&jpeg);
    return file;
}

inline std::string jpeg_of(const Picture& picture, const JpegKind& kind = {}) {
    const auto rgba = picture.rgba();
    const auto row_bytes = 4 * static_cast<std::size_t>(picture.width);
    std::vector<std::string> rows;
    for (auto at = rgba.begin(); at != rgba.end(); at += static_cast<long>(row_bytes)) {
        rows.emplace_back(at, at + static_cast<long>(row_bytes));
    }
    return jpeg_of_rows(picture.width, rows, kind);
}

// An APP1 segment that states nothing but an orientation.
inline std::string exif_with_orientation(char orientation, bool is_big_endian = true) {
    using namespace std::string_literals;
    return is_big_endian ? "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s +
                               orientation + "\0\0\0\0\0\0"s
                         : "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + orientation +
                               "\0\0\0\0\0\0\0"s;
}

// A PNG read again.
class Read {
public:
    explicit Read(const std::string& png) {
        png_image image{};
        image.version = PNG_IMAGE_VERSION;
        if (png_image_begin_read_from_memory(&image, png.data(), png.size()) == 0) {
            throw std::runtime_error("this is no PNG");
        }
        image.format = PNG_FORMAT_RGBA;
        width = static_cast<int>(image.width);
        height = static_cast<int>(image.height);
        bytes_.resize(PNG_IMAGE_SIZE(image));
        if (png_image_finish_read(&image, nullptr, bytes_.data(), 0, nullptr) == 0) {
            throw std::runtime_error("this PNG is damaged");
        }
    }

    Color at(int x, int y) const {
        const auto* pixel = &bytes_[4 * static_cast<std::size_t>(y * width + x)];
        return {pixel[0], pixel[1], pixel[2], pixel[3]};
    }

    int width;
    int height;

private:
    std::vector<std::uint8_t> bytes_;
};

// The names of its chunks, in their order.
inline std::vector<std::string> chunks_of(std::string_view png) {
    std::vector<std::string> names;
    for (std::size_t at = 8; at + 12 <= png.size();) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            length = length << 8 | static_cast<std::uint8_t>(png[at + i]);
        }
        names.emplace_back(png.substr(at + 4, 4));
        at += 12 + length;
    }
    return names;
}

}  // namespace cartulary::imaging
