// jpeglib.h needs what cstdio declares.
// clang-format off
#include <cstdio>
#include <jpeglib.h>
#include <jerror.h>
// clang-format on

#include <csetjmp>

#include "imaging/decoding.h"
#include "imaging/exif.h"

namespace cartulary::imaging {

namespace {

constexpr int exif_marker = JPEG_APP0 + 1;
constexpr unsigned exif_bytes_max = 0xFFFF;

// libjpeg tells of an error by a function that must not return. Nothing that has a destructor may
// live in a frame that is left this way.
struct Reader {
    jpeg_error_mgr errors;  // the first member: libjpeg hands it back by its address
    std::jmp_buf failed;
    jpeg_decompress_struct jpeg;
};

[[noreturn]] void give_up(j_common_ptr jpeg) {
    std::longjmp(reinterpret_cast<Reader*>(jpeg->err)->failed, 1);
}

// What is missing would be gray. Other warnings, such as of bytes too many, harm no picture.
void judge_warning(j_common_ptr jpeg, int level) {
    const int code = jpeg->err->msg_code;
    if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER)) give_up(jpeg);
}

bool read_header(Reader& reader, Bytes source) {
    if (setjmp(reader.failed) != 0) return false;
    jpeg_create_decompress(&reader.jpeg);
    jpeg_mem_src(&reader.jpeg, source.data(), source.size());
    jpeg_save_markers(&reader.jpeg, exif_marker, exif_bytes_max);
    return jpeg_read_header(&reader.jpeg, TRUE) == JPEG_HEADER_OK;
}

bool read_pixels(Reader& reader, Bitmap& bitmap) {
    if (setjmp(reader.failed) != 0) return false;
    auto& jpeg = reader.jpeg;
    const bool has_ink = jpeg.num_components == 4;
    jpeg.out_color_space = has_ink ? JCS_CMYK : JCS_EXT_BGRA;
    jpeg_start_decompress(&jpeg);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = bitmap.pixel(0, static_cast<int>(jpeg.output_scanline));
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    return true;
}

// Without a color profile: what a screen shows of ink. Adobe's programs store how much of it is
// missing.
void make_bgra_of_cmyk(Bitmap& bitmap, bool stores_missing_ink) {
    for (std::size_t i = 0; i < bitmap.bytes.size(); i += 4) {
        auto* pixel = &bitmap.bytes[i];
        const auto light = [&](int ink) {
            return stores_missing_ink ? pixel[ink] : 255 - pixel[ink];
        };
        const auto mixed = [&](int ink) {
            return static_cast<std::uint8_t>((light(ink) * light(3) + 127) / 255);
        };
        const auto red = mixed(0), green = mixed(1), blue = mixed(2);
        pixel[0] = blue;
        pixel[1] = green;
        pixel[2] = red;
        pixel[3] = 255;
    }
}

int orientation_of(const jpeg_decompress_struct& jpeg) {
    for (const auto* marker = jpeg.marker_list; marker != nullptr; marker = marker->next) {
        const int orientation = orientation_in({marker->data, marker->data_length});
        if (orientation != 1) return orientation;
    }
    return 1;
}

tl::unexpected<Outcome> failure_of(const Reader& reader) {
    return tl::unexpected(reader.errors.msg_code == JERR_OUT_OF_MEMORY ? Outcome::too_costly
                                                                       : Outcome::damaged);
}

tl::expected<Decoded, Outcome> decoded_by(Reader& reader, Bytes source) {
    if (!read_header(reader, source)) return failure_of(reader);
    const auto& jpeg = reader.jpeg;
    if (const auto problem = problem_of_size(jpeg.image_width, jpeg.image_height)) {
        return tl::unexpected(*problem);
    }
    Decoded picture{Bitmap(static_cast<int>(jpeg.image_width), static_cast<int>(jpeg.image_height)),
                    orientation_of(jpeg)};
    if (!read_pixels(reader, picture.bitmap)) return failure_of(reader);
    if (jpeg.out_color_space == JCS_CMYK) {
        make_bgra_of_cmyk(picture.bitmap, jpeg.saw_Adobe_marker != FALSE);
    }
    return picture;
}

}  // namespace

tl::expected<Decoded, Outcome> decoded_jpeg(Bytes source) {
    Reader reader{};
    reader.jpeg.err = jpeg_std_error(&reader.errors);
    reader.errors.error_exit = give_up;
    reader.errors.emit_message = judge_warning;
    auto picture = decoded_by(reader, source);
    jpeg_destroy_decompress(&reader.jpeg);
    return picture;
}

}  // namespace cartulary::imaging
