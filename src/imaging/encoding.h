#pragma once

#include <string>

#include "imaging/bitmap.h"

namespace cartulary::imaging {

// 8-bit RGBA.
std::string encoded_png(const Bitmap& bitmap);

}  // namespace cartulary::imaging
