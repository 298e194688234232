#include "imaging/picture_maker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <system_error>
#include <thread>

#include "imaging/testing/pictures_for_test.h"

namespace cartulary::imaging {

namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using testing::Each;

constexpr auto too_costly = "takes too much time or memory to decode";
constexpr auto damaged = "is a damaged picture";
constexpr auto unknown = "is no JPEG, PNG or WebP picture";

// Longer than a machine under load needs; the worker bounds its own computing time.
const PictureMaker maker(CARTULARY_PICTURE_WORKER, 60s);

Read made_of(const std::string& source) {
    const auto png = maker.png_of(source);
    if (!png) throw std::runtime_error(png.error().fields.at(0).problem);
    Read read(*png);
    EXPECT_EQ(read.width, picture_side);
    EXPECT_EQ(read.height, picture_side);
    return read;
}

std::string problem_of(const Result<std::string>& made) {
    if (made) return "was made";
    EXPECT_EQ(made.error().kind, ErrorKind::invalid);
    EXPECT_EQ(made.error().fields.at(0).field, "picture");
    return made.error().fields.at(0).problem;
}
std::string problem(const std::string& source) {
    return problem_of(maker.png_of(source));
}

MATCHER_P(is_about, color, "") {
    const auto near = [](int left, int right) { return std::abs(left - right) <= 8; };
    *result_listener << int(arg.red) << " " << int(arg.green) << " " << int(arg.blue) << " "
                     << int(arg.alpha);
    return near(arg.red, color.red) && near(arg.green, color.green) && near(arg.blue, color.blue) &&
           arg.alpha == color.alpha;
}

// The four quarters of a 2:1 picture that lies in the middle, and nothing above and below it.
void expect_quarters(const Read& read) {
    EXPECT_THAT(read.at(150, 225), is_about(red));
    EXPECT_THAT(read.at(450, 225), is_about(green));
    EXPECT_THAT(read.at(150, 375), is_about(blue));
    EXPECT_THAT(read.at(450, 375), is_about(white));
    EXPECT_THAT(read.at(0, 150), is_about(red));
    EXPECT_THAT(read.at(599, 449), is_about(white));
    for (const int x : {0, 300, 599}) {
        EXPECT_EQ(read.at(x, 0), nothing);
        EXPECT_EQ(read.at(x, 149), nothing);
        EXPECT_EQ(read.at(x, 450), nothing);
        EXPECT_EQ(read.at(x, 599), nothing);
    }
}

TEST(PictureMaker, makes_a_square_png_of_a_png) {
    expect_quarters(made_of(png_of(quartered(400, 200))));
    expect_quarters(made_of(png_of(quartered(1800, 900))));
}

TEST(PictureMaker, makes_a_square_png_of_a_jpeg) {
    expect_quarters(made_of(jpeg_of(quartered(400, 200))));
    expect_quarters(made_of(jpeg_of(quartered(1800, 900), {.is_progressive = true})));
}

TEST(PictureMaker, makes_a_square_png_of_a_webp) {
    expect_quarters(made_of(webp_of(quartered(400, 200))));
}

TEST(PictureMaker, writes_rgba_and_nothing_of_what_the_source_says_beside_its_pixels) {
    const auto source = png_of(filled(10, 10, red), {.texts = {{"Comment", "made by Ada"}}});
    EXPECT_THAT(chunks_of(source), testing::Contains("zTXt"));
    const auto png = maker.png_of(source).value();
    EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1A\n");
    EXPECT_EQ(png.substr(24, 5), "\x08\x06\0\0\0"s);  // 8 bits, RGBA, not interlaced
    EXPECT_THAT(chunks_of(png),
                Each(testing::AnyOf("IHDR", "gAMA", "cHRM", "sRGB", "IDAT", "IEND")));
}

TEST(PictureMaker, scales_a_tall_picture_to_fit) {
    const auto read = made_of(png_of(filled(100, 300, blue)));
    EXPECT_EQ(read.at(199, 300), nothing);
    EXPECT_EQ(read.at(200, 0), blue);
    EXPECT_EQ(read.at(399, 599), blue);
    EXPECT_EQ(read.at(400, 300), nothing);
}

TEST(PictureMaker, fills_the_square_with_a_single_pixel) {
    for (const auto& source : {png_of(filled(1, 1, green)), webp_of(filled(1, 1, green))}) {
        const auto read = made_of(source);
        for (const int at : {0, 300, 599}) EXPECT_EQ(read.at(at, at), green);
    }
    EXPECT_THAT(made_of(jpeg_of(filled(1, 1, green))).at(300, 300), is_about(green));
}

TEST(PictureMaker, keeps_a_line_of_the_thinnest_picture) {
    const auto wide = made_of(png_of(filled(10'000, 1, red)));
    EXPECT_EQ(wide.at(300, 298), nothing);
    EXPECT_EQ(wide.at(300, 299), red);
    EXPECT_EQ(wide.at(300, 300), nothing);
    const auto tall = made_of(png_of(filled(1, 10'000, red)));
    EXPECT_EQ(tall.at(299, 300), red);
    EXPECT_EQ(tall.at(300, 300), nothing);
}

TEST(PictureMaker, keeps_what_is_transparent) {
    const Color half{0, 0, 255, 128};
    for (const auto& source : {png_of(filled(30, 30, half)), webp_of(filled(30, 30, half))}) {
        const auto color = made_of(source).at(300, 300);
        EXPECT_EQ(color.alpha, 128);
        EXPECT_GE(color.blue, 250);
    }
    // A transparent pixel's own color does not bleed into its neighbors.
    const auto read = made_of(png_of({2000, 2000, [](int x, int) {
                                          return x % 2 == 0 ? red : Color{0, 255, 0, 0};
                                      }}));
    EXPECT_EQ(read.at(300, 300).green, 0);
    EXPECT_GE(read.at(300, 300).red, 250);
}

TEST(PictureMaker, reads_gray_and_16_bit_and_interlaced_png) {
    const auto gray =
        png_of_rows(2, {"\x40\x40"s, "\x40\x40"s}, {.color_type = PNG_COLOR_TYPE_GRAY});
    EXPECT_EQ(made_of(gray).at(300, 300), (Color{64, 64, 64}));
    const auto one_bit =
        png_of_rows(8, {"\xFF"s, "\xFF"s}, {.bits = 1, .color_type = PNG_COLOR_TYPE_GRAY});
    EXPECT_EQ(made_of(one_bit).at(300, 300), white);
    const auto deep = png_of_rows(1, {"\x40\x12\x80\x34\xC0\x56"s},
                                  {.bits = 16, .color_type = PNG_COLOR_TYPE_RGB});
    EXPECT_THAT(made_of(deep).at(300, 300), is_about(Color{0x40, 0x80, 0xC0}));
    const auto gray_with_alpha =
        png_of_rows(1, {"\x40\x80"s}, {.color_type = PNG_COLOR_TYPE_GRAY_ALPHA});
    EXPECT_THAT(made_of(gray_with_alpha).at(300, 300), is_about(Color{0x40, 0x40, 0x40, 0x80}));
    expect_quarters(made_of(png_of(quartered(400, 200), {.interlace = PNG_INTERLACE_ADAM7})));
}

TEST(PictureMaker, reads_a_palette_with_transparent_colors) {
    const auto source = png_of_rows(2, {"\x00\x01"s, "\x00\x01"s},
                                    {.color_type = PNG_COLOR_TYPE_PALETTE,
                                     .palette = {{255, 0, 0}, {0, 0, 255}},
                                     .palette_alpha = {255, 0}});
    const auto read = made_of(source);
    EXPECT_EQ(read.at(0, 300), red);
    EXPECT_EQ(read.at(599, 300).alpha, 0);
}

TEST(PictureMaker, reads_gray_and_cmyk_jpeg) {
    const std::vector<std::string> gray(16, std::string(16, '\x40'));
    EXPECT_THAT(made_of(jpeg_of_rows(16, gray, {.color_space = JCS_GRAYSCALE})).at(300, 300),
                is_about(Color{64, 64, 64}));
    // With Adobe's marker, which libjpeg writes, ink is stored as what is missing of it.
    std::string row;
    for (int x = 0; x < 16; ++x) row += "\x00\xFF\xFF\xC0"s;
    EXPECT_THAT(
        made_of(jpeg_of_rows(16, std::vector(16, row), {.color_space = JCS_CMYK})).at(300, 300),
        is_about(Color{0, 0xC0, 0xC0}));
}

TEST(PictureMaker, turns_a_jpeg_upright) {
    // Each is stored so that its orientation makes the four quarters of expect_quarters() of it.
    const auto upright = [](int x, int y, int width, int height) {
        return quartered(width, height).painter(x, y);
    };
    const auto turned = [&](char orientation, int width, int height, auto to_upright) {
        const Picture stored{width, height, [=](int x, int y) {
                                 const auto [upright_x, upright_y] = to_upright(x, y);
                                 return upright(upright_x, upright_y, 400, 200);
                             }};
        return made_of(jpeg_of(stored, {.exif = exif_with_orientation(orientation)}));
    };
    using At = std::pair<int, int>;
    expect_quarters(turned(1, 400, 200, [](int x, int y) { return At{x, y}; }));
    expect_quarters(turned(2, 400, 200, [](int x, int y) { return At{399 - x, y}; }));
    expect_quarters(turned(3, 400, 200, [](int x, int y) { return At{399 - x, 199 - y}; }));
    expect_quarters(turned(4, 400, 200, [](int x, int y) { return At{x, 199 - y}; }));
    // Row 0 is the left, right, right, left side; column 0 the top, top, bottom, bottom.
    expect_quarters(turned(5, 200, 400, [](int x, int y) { return At{y, x}; }));
    expect_quarters(turned(6, 200, 400, [](int x, int y) { return At{399 - y, x}; }));
    expect_quarters(turned(7, 200, 400, [](int x, int y) { return At{399 - y, 199 - x}; }));
    expect_quarters(turned(8, 200, 400, [](int x, int y) { return At{y, 199 - x}; }));
}

TEST(PictureMaker, refuses_what_is_no_picture) {
    EXPECT_EQ(problem("x"), unknown);
    EXPECT_EQ(problem(std::string(1000, '\0')), unknown);
    EXPECT_EQ(problem("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), unknown);
    EXPECT_EQ(problem("<!DOCTYPE html><title>Not found</title>"), unknown);
    EXPECT_EQ(problem("GIF89a\x01\0\x01\0\0\0\0;"s), unknown);
    EXPECT_EQ(problem("%PDF-1.7"), unknown);
    EXPECT_EQ(problem("RIFF\x04\0\0\0WAVE"s), unknown);
}

TEST(PictureMaker, refuses_an_empty_file) {
    EXPECT_EQ(problem(""), "is empty");
}

TEST(PictureMaker, refuses_a_byte_too_many) {
    auto source = png_of(filled(10, 10, red));
    source.resize(picture_bytes_max, 'x');
    EXPECT_EQ(problem(source), "was made");
    source += 'x';
    EXPECT_EQ(problem(source), "has more than 5242880 bytes");
}

TEST(PictureMaker, refuses_a_picture_that_ends_early) {
    for (const auto& source :
         {png_of(quartered(400, 200)), jpeg_of(quartered(400, 200)),
          jpeg_of(quartered(400, 200), {.is_progressive = true}), webp_of(quartered(400, 200))}) {
        for (const auto part : {0.03, 0.3, 0.6, 0.9}) {
            const auto size = static_cast<std::size_t>(part * double(source.size()));
            EXPECT_EQ(problem(source.substr(0, std::max<std::size_t>(size, 12))), damaged)
                << part << " of " << source.size();
        }
    }
}

TEST(PictureMaker, refuses_garbage_behind_a_good_beginning) {
    for (const auto& beginning :
         {"\x89PNG\r\n\x1A\n"s, "\xFF\xD8\xFF\xE0"s, "RIFF\xFF\0\0\0WEBP"s}) {
        EXPECT_EQ(problem(beginning + std::string(1000, 'x')), damaged);
        EXPECT_EQ(problem(beginning), damaged);
    }
}

TEST(PictureMaker, refuses_a_side_or_an_area_too_large_before_any_pixel) {
    // What follows these heads is missing: a refusal of the size has not looked for it.
    const auto png_head = [](std::uint32_t width, std::uint32_t height) {
        std::string head("\0\0\0\x0DIHDR", 8);
        for (const auto number : {width, height}) {
            for (const int shift : {24, 16, 8, 0}) head += static_cast<char>(number >> shift);
        }
        head += "\x08\x06\0\0\0"s;
        std::uint32_t crc = 0xFFFFFFFF;
        for (const char c : head.substr(4)) {
            crc ^= static_cast<std::uint8_t>(c);
            for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
        }
        for (const int shift : {24, 16, 8, 0}) head += static_cast<char>(~crc >> shift);
        return "\x89PNG\r\n\x1A\n" + head + "\0\0\0\0IDAT\x35\xAF\x06\x1E"s;
    };
    EXPECT_EQ(problem(png_head(60'000, 60'000)), "has a side of more than 10000 pixels");
    EXPECT_EQ(problem(png_head(10'001, 1)), "has a side of more than 10000 pixels");
    EXPECT_EQ(problem(png_head(1, 10'001)), "has a side of more than 10000 pixels");
    EXPECT_EQ(problem(png_head(10'000, 4'001)), "has more than 40000000 pixels");
    EXPECT_EQ(problem(png_head(10'000, 4'000)), damaged);
    EXPECT_EQ(problem(png_head(0, 1)), damaged);
    EXPECT_EQ(problem(webp_of(filled(10'001, 1, red))), "has a side of more than 10000 pixels");
    EXPECT_EQ(problem(jpeg_of(filled(10'001, 1, red))), "has a side of more than 10000 pixels");
    auto jpeg = jpeg_of(filled(8, 8, red));
    jpeg.replace(jpeg.find("\xFF\xC0") + 5, 4, "\x1F\x40\x1F\x40");  // 8,000 × 8,000
    EXPECT_EQ(problem(jpeg), "has more than 40000000 pixels");
}

TEST(PictureMaker, decodes_the_largest_picture_that_it_takes) {
    // All of one color: 160 MB of pixels in some kilobytes.
    const std::vector<std::string> rows(4'000, std::string(10'000, '\x40'));
    const auto png = png_of_rows(10'000, rows, {.color_type = PNG_COLOR_TYPE_GRAY});
    EXPECT_EQ(made_of(png).at(300, 300), (Color{64, 64, 64}));
    const auto jpeg =
        jpeg_of_rows(10'000, rows, {.color_space = JCS_GRAYSCALE, .is_progressive = true});
    EXPECT_THAT(made_of(jpeg).at(300, 300), is_about(Color{64, 64, 64}));
}

TEST(PictureMaker, takes_no_harm_from_a_bomb_beside_the_pixels) {
    const auto bomb =
        png_of(filled(10, 10, red), {.texts = {{"Comment", std::string(1 << 27, 'x')}}});
    EXPECT_LT(bomb.size(), 1U << 20);
    EXPECT_EQ(made_of(bomb).at(300, 300), red);
}

TEST(PictureMaker, refuses_an_animated_webp) {
    const auto head = "RIFF\x16\0\0\0WEBPVP8X\x0A\0\0\0\x02\0\0\0\x09\0\0\x09\0\0"s;
    EXPECT_EQ(problem(head + "ANIM\x06\0\0\0\0\0\0\0\0\0"s), "is animated");
}

TEST(PictureMaker, makes_many_at_once) {
    const auto source = jpeg_of(quartered(1000, 500));
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) threads.emplace_back([&] { expect_quarters(made_of(source)); });
    for (auto& thread : threads) thread.join();
}

// Another program in the worker's place: what a picture could make of it that found a hole.
class OtherProgram : public testing::Test {
protected:
    Result<std::string> made_by(const std::string& script,
                                std::chrono::milliseconds time_max = picture_time_max) const {
        std::ofstream(file_) << "#!/bin/sh\n" << script << "\n";
        ::chmod(file_.c_str(), 0700);
        return PictureMaker(file_, time_max).png_of(std::string(1 << 20, 'x'));
    }

    ~OtherProgram() override { std::filesystem::remove(file_); }

private:
    const std::filesystem::path file_ = std::filesystem::temp_directory_path() /
                                        ("cartulary-picture-worker-" + std::to_string(::getpid()));
};

TEST_F(OtherProgram, is_ended_when_it_takes_too_long) {
    EXPECT_EQ(problem_of(made_by("exec sleep 1000", 200ms)), too_costly);
    EXPECT_EQ(problem_of(made_by("exec 0<&- 1>&-; exec sleep 1000")), too_costly);
    EXPECT_EQ(problem_of(made_by("printf m; exec sleep 1000", 200ms)), too_costly);
}

TEST_F(OtherProgram, is_ended_when_it_says_too_much) {
    EXPECT_EQ(problem_of(made_by("exec cat /dev/zero")), too_costly);
}

TEST_F(OtherProgram, is_not_believed_when_it_says_something_else) {
    EXPECT_EQ(problem_of(made_by("cat >/dev/null; echo '<script>'")), too_costly);
    EXPECT_EQ(problem_of(made_by("cat >/dev/null; printf 'm<html>'")), too_costly);
    EXPECT_EQ(problem_of(made_by("cat >/dev/null; printf d; kill -9 $$")), too_costly);
    EXPECT_EQ(problem_of(made_by("exit 0")), too_costly);
    EXPECT_EQ(problem_of(made_by("kill -SEGV $$")), too_costly);
}

TEST_F(OtherProgram, is_believed_without_having_read_everything) {
    EXPECT_EQ(problem_of(made_by("printf d")), damaged);
}

TEST_F(OtherProgram, sees_neither_our_environment_nor_our_files) {
    ::setenv("CARTULARY_SECRET", "x", 1);
    const int open_file = ::dup(0);  // without O_CLOEXEC
    EXPECT_EQ(problem_of(made_by("cat >/dev/null\n"
                                 "[ -z \"$CARTULARY_SECRET\" ] && [ ! -e /proc/self/fd/" +
                                 std::to_string(open_file) + " ] && printf d")),
              damaged);
    ::close(open_file);
    ::unsetenv("CARTULARY_SECRET");
}

TEST_F(OtherProgram, is_a_broken_world_when_it_fails_or_is_missing) {
    EXPECT_THROW((void)made_by("exit 3"), std::runtime_error);
    EXPECT_THROW((void)PictureMaker("/nonexistent").png_of("x"), std::system_error);
}

}  // namespace

}  // namespace cartulary::imaging
