#include "imaging/exif.h"

#include <gtest/gtest.h>

#include <string>

#include "imaging/testing/pictures_for_test.h"

namespace cartulary::imaging {

namespace {

using namespace std::string_literals;

int orientation(const std::string& segment) {
    return orientation_in({reinterpret_cast<const std::uint8_t*>(segment.data()), segment.size()});
}

TEST(Exif, tells_the_orientation_in_either_byte_order) {
    for (char value = 1; value <= 8; ++value) {
        EXPECT_EQ(orientation(exif_with_orientation(value)), value);
        EXPECT_EQ(orientation(exif_with_orientation(value, false)), value);
    }
}

TEST(Exif, takes_for_upright_what_states_no_orientation) {
    for (const auto& segment :
         {""s, "Exif"s, "Exif\0\0"s, "Exif\0\0MM"s, "http://ns.adobe.com/xap/1.0/\0<x/>"s,
          "Exif\0\0XX\0*\0\0\0\x08\0\x01"s, exif_with_orientation(0), exif_with_orientation(9)}) {
        EXPECT_EQ(orientation(segment), 1);
    }
}

TEST(Exif, finds_the_orientation_behind_other_entries) {
    const auto entry = "\x01\x0F\0\x02\0\0\0\x04"s + "Ada\0"s;
    auto segment = exif_with_orientation(6);
    segment.replace(14, 2, "\0\x02"s + entry);
    EXPECT_EQ(orientation(segment), 6);
}

TEST(Exif, reads_nothing_beyond_the_segment_wherever_it_ends) {
    const auto segment = exif_with_orientation(6);
    constexpr std::size_t orientation_end = 26;
    for (std::size_t size = 0; size < segment.size(); ++size) {
        // On the heap in its own size, so that a sanitizer sees a byte too far.
        const std::vector<std::uint8_t> part(segment.begin(),
                                             segment.begin() + static_cast<long>(size));
        EXPECT_EQ(orientation_in(part), size < orientation_end ? 1 : 6) << size;
    }
}

TEST(Exif, follows_no_offset_out_of_the_segment) {
    auto segment = exif_with_orientation(6);
    for (const auto& offset : {"\xFF\xFF\xFF\xFF"s, "\x7F\xFF\xFF\xFF"s, "\0\0\0\x1A"s}) {
        segment.replace(10, 4, offset);
        EXPECT_EQ(orientation(segment), 1);
    }
    segment = exif_with_orientation(6);
    segment.replace(14, 4, "\xFF\xFF\x01\x0F"s);  // 65,535 entries, of which one is there
    EXPECT_EQ(orientation(segment), 1);
}

}  // namespace

}  // namespace cartulary::imaging
