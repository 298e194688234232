#pragma once

#include "imaging/decoding.h"

namespace cartulary::imaging {

// A square bitmap with the picture upright in its middle, scaled so that it just fits; the rest is
// transparent. Uses up the picture's pixels.
Bitmap fitted_into_square(Decoded picture, int side);

}  // namespace cartulary::imaging
