#include "imaging/decoding.h"

#include <gtest/gtest.h>

#include <string>

#include "imaging/picture_maker.h"
#include "imaging/testing/pictures_for_test.h"

// What is decoded in a process of its own, decoded in this one: so that a sanitizer watches.
namespace cartulary::imaging {

namespace {

tl::expected<Decoded, Outcome> decoded_again(const std::string& source) {
    // On the heap in its own size, so that a byte too far is seen.
    const std::vector<std::uint8_t> bytes(source.begin(), source.end());
    return decoded(bytes);
}

std::vector<std::string> sources() {
    const auto picture = quartered(40, 20);
    return {png_of(picture), png_of(picture, {.interlace = PNG_INTERLACE_ADAM7}), webp_of(picture),
            jpeg_of(picture, {.exif = exif_with_orientation(6)}),
            jpeg_of(picture, {.is_progressive = true})};
}

TEST(Decoding, survives_every_byte_that_is_flipped) {
    for (const auto& source : sources()) {
        for (std::size_t at = 0; at < source.size(); ++at) {
            auto flipped = source;
            flipped[at] = static_cast<char>(~flipped[at]);
            const auto picture = decoded_again(flipped);
            if (!picture) continue;
            EXPECT_LE(picture->bitmap.width, picture_source_side_max);
        }
    }
}

TEST(Decoding, refuses_a_picture_wherever_it_ends_early) {
    for (const auto& source : sources()) {
        ASSERT_TRUE(decoded_again(source));
        // A PNG is whole without the chunk that says so; a JPEG without its last marker is not.
        for (std::size_t size = 0; size + 13 < source.size(); ++size) {
            EXPECT_FALSE(decoded_again(source.substr(0, size))) << size << " of " << source.size();
        }
    }
}

}  // namespace

}  // namespace cartulary::imaging
