#pragma once

#include <cstdint>
#include <vector>

namespace cartulary {

// A part of a list.
struct Slice {
    std::int64_t offset = 0;
    int count = 50;
};

template <class Item>
struct Page {
    std::vector<Item> items;
    std::int64_t total = 0;  // of the whole list
};

}  // namespace cartulary
