#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cartulary::imaging {

// Pixels row by row from the top left, four bytes each: blue, green, red, alpha (not multiplied).
struct Bitmap {
    Bitmap(int the_width, int the_height)
        : width(the_width),
          height(the_height),
          bytes(4 * static_cast<std::size_t>(the_width) * static_cast<std::size_t>(the_height)) {}

    std::uint8_t* pixel(int x, int y) { return bytes.data() + offset(x, y); }
    const std::uint8_t* pixel(int x, int y) const { return bytes.data() + offset(x, y); }
    std::size_t offset(int x, int y) const {
        return 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                    static_cast<std::size_t>(x));
    }

    int width;
    int height;
    std::vector<std::uint8_t> bytes;  // transparent black at first
};

}  // namespace cartulary::imaging
