#include "base/charset.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"

namespace cartulary {
namespace {

TEST(Windows1252, becomes_utf8) {
    EXPECT_EQ(utf8_from_windows_1252("Universit\xE4t Z\xFCrich"), "Universität Zürich");
    EXPECT_EQ(utf8_from_windows_1252("\x80 \x91x\x92 \x93y\x94 \x96 \x97 \x99"), "€ ‘x’ “y” – — ™");
    EXPECT_EQ(utf8_from_windows_1252(""), "");
}

TEST(Windows1252, gives_every_byte_one_character) {
    std::string all;
    for (int byte = 0; byte < 256; ++byte) {
        const auto text = utf8_from_windows_1252(std::string(1, static_cast<char>(byte)));
        EXPECT_TRUE(text::is_utf8(text)) << byte;
        EXPECT_EQ(text::length(text), 1U) << byte;
        EXPECT_EQ(all.find(text), std::string::npos) << byte;
        all += text;
    }
    EXPECT_EQ(utf8_from_windows_1252("\x81\x8D\x8F\x90\x9D"), "\u0081\u008D\u008F\u0090\u009D");
}

TEST(AnyCharset, is_utf8_when_it_can_be) {
    EXPECT_EQ(utf8_from_any("Universität"), "Universität");
    EXPECT_EQ(utf8_from_any("plain"), "plain");
    EXPECT_EQ(utf8_from_any("Universit\xE4t"), "Universität");
    // A mixture is no UTF-8, so all of it is Windows-1252.
    EXPECT_EQ(utf8_from_any("é\xE9"), "Ã©é");
}

TEST(AnyCharset, loses_its_byte_order_mark) {
    EXPECT_EQ(utf8_from_any("\uFEFFname"), "name");
    EXPECT_EQ(utf8_from_any("\uFEFF"), "");
    EXPECT_EQ(utf8_from_any("a\uFEFF"), "a\uFEFF");
    EXPECT_EQ(utf8_from_any("\uFEFF\uFEFF"), "\uFEFF");
}

}  // namespace
}  // namespace cartulary
