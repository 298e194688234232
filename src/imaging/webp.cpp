#include <webp/decode.h>

#include "imaging/decoding.h"

namespace cartulary::imaging {

tl::expected<Decoded, Outcome> decoded_webp(Bytes source) {
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(source.data(), source.size(), &features) != VP8_STATUS_OK) {
        return tl::unexpected(Outcome::damaged);
    }
    const auto problem = problem_of_size(static_cast<std::uint32_t>(features.width),
                                         static_cast<std::uint32_t>(features.height));
    if (problem) return tl::unexpected(*problem);
    if (features.has_animation != 0) return tl::unexpected(Outcome::animated);
    Decoded picture{Bitmap(features.width, features.height)};
    auto& bytes = picture.bitmap.bytes;
    if (WebPDecodeBGRAInto(source.data(), source.size(), bytes.data(), bytes.size(),
                           4 * features.width) == nullptr) {
        return tl::unexpected(Outcome::damaged);
    }
    return picture;
}

}  // namespace cartulary::imaging
