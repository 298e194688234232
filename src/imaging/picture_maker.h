#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace cartulary::imaging {

inline constexpr int picture_side = 600;                   // pixels
inline constexpr std::size_t picture_bytes_max = 5 << 20;  // of what is sent
inline constexpr int picture_source_side_max = 10'000;     // pixels
inline constexpr std::size_t picture_source_pixels_max = 40'000'000;
inline constexpr std::chrono::seconds picture_time_max{10};  // from its start to its answer

// The first argument of this program that makes it decode one picture and end.
inline constexpr std::string_view worker_argument = "decode-picture";

// Makes a square PNG of a picture that somebody sent. What is sent is decoded by the usual
// libraries in a process of its own, without files, network, further processes or more than a set
// amount of memory and time: a hostile picture harms nothing but that process.
class PictureMaker {
public:
    // `program` runs run_worker() when `worker_argument` is its first argument: in the server it is
    // the server itself.
    explicit PictureMaker(std::filesystem::path program,
                          std::chrono::milliseconds time_max = picture_time_max)
        : program_(std::move(program)), time_max_(time_max) {}

    // A PNG of picture_side × picture_side, 8-bit RGBA: the picture scaled to fit, in its middle,
    // what remains transparent; without any metadata of the source, upright as the EXIF
    // orientation of a JPEG says. invalid, with the field "picture": no JPEG, PNG or WebP; damaged;
    // too large in bytes, side or pixels; an animated WebP; not decoded within the limits. At most
    // two at a time in this process; the others wait. Throws when the program cannot be started, or
    // cannot shut itself in.
    Result<std::string> png_of(std::string_view source) const;

private:
    std::filesystem::path program_;
    std::chrono::milliseconds time_max_;
};

// What the process of its own does: reads a picture from standard input, writes the PNG or what is
// wrong to standard output, and gives the exit status.
int run_worker();

}  // namespace cartulary::imaging
