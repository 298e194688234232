#pragma once

#include <cstdint>
#include <span>

namespace cartulary::imaging {

// The orientation that an APP1 segment of a JPEG states (Exif 2.32, tag 0x0112), 1 to 8; 1, which
// is upright, when it states none.
int orientation_in(std::span<const std::uint8_t> segment);

}  // namespace cartulary::imaging
