#include "base/gzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace cartulary {

namespace {

std::string unpacked(std::string packed) {
    z_stream stream = {};
    EXPECT_EQ(::inflateInit2(&stream, 15 + 16), Z_OK);
    std::string text(std::size_t{4} << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    EXPECT_EQ(::inflate(&stream, Z_FINISH), Z_STREAM_END);
    EXPECT_EQ(stream.avail_in, 0U);
    text.resize(stream.total_out);
    ::inflateEnd(&stream);
    return text;
}

TEST(Gzip, what_was_packed_piece_by_piece_comes_out_whole) {
    Gzip gzip;
    std::string text;
    std::string packed;
    for (int i = 0; i < 30'000; ++i) {
        const auto piece = "line " + std::to_string(i * 7919) + "\n";
        text += piece;
        packed += gzip.pack(piece);
    }
    const std::string large(1'000'000, 'x');
    text += large;
    packed += gzip.pack(large);
    packed += gzip.end();
    EXPECT_LT(packed.size(), text.size() / 3);
    EXPECT_EQ(unpacked(packed), text);
}

TEST(Gzip, nothing_is_a_whole_file_too) {
    Gzip gzip;
    EXPECT_EQ(unpacked(gzip.end()), "");
}

}  // namespace

}  // namespace cartulary
