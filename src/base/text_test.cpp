#include "base/text.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace cartulary::text {
namespace {

// Every character but the surrogates, in UTF-8.
std::string utf8_of(char32_t character) {
    std::string bytes;
    const auto put = [&](char32_t byte) { bytes += static_cast<char>(byte); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0 | character >> 6);
        put(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        put(0xE0 | character >> 12);
        put(0x80 | (character >> 6 & 0x3F));
        put(0x80 | (character & 0x3F));
    } else {
        put(0xF0 | character >> 18);
        put(0x80 | (character >> 12 & 0x3F));
        put(0x80 | (character >> 6 & 0x3F));
        put(0x80 | (character & 0x3F));
    }
    return bytes;
}

std::string random_bytes(std::mt19937& random) {
    // Bytes that begin, continue and break UTF-8, and white space.
    constexpr unsigned char alphabet[] = {'a',  'Z',  ' ',  '\t', '\0', 0x80, 0x85,
                                          0xA0, 0xBF, 0xC2, 0xC3, 0xE2, 0xE3, 0xED,
                                          0xEF, 0xF0, 0xF4, 0xF5, 0xFF};
    std::string bytes(random() % 24, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(alphabet[random() % std::size(alphabet)]);
    return bytes;
}

constexpr std::string_view white_spaces[] = {
    "\t",     "\n",     "\v",     "\f",     "\r",     " ",      "\u0085", "\u00A0", "\u1680",
    "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
    "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000"};

TEST(IsUtf8, takes_every_character_at_every_offset_to_a_word) {
    for (const char32_t character : {U'\0', U'\x7F', U'\x80', U'\u07FF', U'\u0800', U'\uD7FF',
                                     U'\uE000', U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
        for (std::size_t before = 0; before < 20; ++before) {
            EXPECT_TRUE(is_utf8(std::string(before, 'a') + utf8_of(character) + "b"));
        }
    }
    EXPECT_TRUE(is_utf8(""));
}

TEST(IsUtf8, refuses_what_is_broken) {
    for (const std::string_view broken :
         {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x80\x80", "\xE2\x82",
          "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x80\x80\x80", "\xF0\x9F\x98", "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80", "\xFE", "\xFF"}) {
        for (std::size_t before = 0; before < 10; ++before) {
            EXPECT_FALSE(is_utf8(std::string(before, 'a') + std::string(broken)));
            EXPECT_FALSE(is_utf8(std::string(before, 'a') + std::string(broken) + "aaaaaaaaa"));
        }
    }
}

TEST(Length, counts_characters_and_not_bytes) {
    EXPECT_EQ(length(""), 0U);
    EXPECT_EQ(length("abc"), 3U);
    EXPECT_EQ(length("Größe"), 5U);
    EXPECT_EQ(length("日本"), 2U);
    EXPECT_EQ(length("😀"), 1U);
    EXPECT_EQ(length("e\u0301"), 2U);  // a letter and a mark are two characters
}

TEST(HasControlCharacter, finds_c0_delete_and_c1_and_nothing_else) {
    for (char32_t character = 0; character < 0x3000; ++character) {
        const bool control = character < 0x20 || (character >= 0x7F && character <= 0x9F);
        EXPECT_EQ(has_control_character("é" + utf8_of(character) + "z"), control)
            << static_cast<std::uint32_t>(character);
    }
    EXPECT_FALSE(has_control_character(""));
    EXPECT_FALSE(has_control_character("Ünïcödé 日本 😀"));
}

TEST(Trimmed, drops_every_kind_of_white_space_at_both_ends_only) {
    for (const auto space : white_spaces) {
        const auto padded =
            std::string(space) + "a" + std::string(space) + "é" + std::string(space);
        EXPECT_EQ(trimmed(padded), "a" + std::string(space) + "é");
        EXPECT_TRUE(is_blank(space));
    }
    EXPECT_EQ(trimmed(" \t\u3000\n "), "");
    EXPECT_EQ(trimmed("日本"), "日本");
    EXPECT_TRUE(is_blank(""));
    EXPECT_FALSE(is_blank("\u00A0.\u00A0"));
}

TEST(Trimmed, keeps_what_only_looks_blank) {
    for (const std::string_view kept : {"\u200B", "\u2060", "\uFEFF", "\u180E", "\x1F"}) {
        EXPECT_EQ(trimmed(kept), kept);
        EXPECT_FALSE(is_blank(kept));
        EXPECT_EQ(folded("a" + std::string(kept) + "b"), "a" + std::string(kept) + "b");
    }
}

TEST(Folded, ignores_case_in_every_script) {
    EXPECT_EQ(folded("MIT Sloan"), folded("mit SLOAN"));
    EXPECT_EQ(folded("ÉCOLE"), "école");
    EXPECT_EQ(folded("ΟΔΥΣΣΕΥΣ"), folded("οδυσσευς"));  // final sigma too
    EXPECT_EQ(folded("МОСКВА"), "москва");
    EXPECT_EQ(folded("ᏣᎳᎩ"), folded("ꮳꮃꭹ"));
    EXPECT_EQ(folded("𐐀"), "𐐨");
}

TEST(Folded, takes_sharp_s_for_two_letters) {
    EXPECT_EQ(folded("STRASSE"), "strasse");
    EXPECT_EQ(folded("Straße"), "strasse");
    EXPECT_EQ(folded("STRAẞE"), "strasse");
    EXPECT_EQ(folded("ﬁne"), "fine");
}

TEST(Folded, leaves_the_turkish_letters_apart) {
    EXPECT_EQ(folded("ı"), "ı");
    EXPECT_NE(folded("ı"), folded("i"));
    EXPECT_EQ(folded("I"), "i");
    EXPECT_EQ(folded("İ"), "i\u0307");
}

TEST(Folded, takes_a_letter_with_a_mark_for_the_composed_letter) {
    EXPECT_EQ(folded("Cafe\u0301"), folded("CAFÉ"));
    EXPECT_EQ(folded("A\u030A"), "å");
    EXPECT_EQ(folded("\u212B"), "å");                 // ångström sign
    EXPECT_EQ(folded("o\u0323\u0302"), folded("Ộ"));  // marks in either order
    EXPECT_EQ(folded("o\u0302\u0323"), folded("Ộ"));
    EXPECT_EQ(folded("\u1112\u1161\u11AB"), "한");  // Hangul jamo
    EXPECT_NE(folded("école"), folded("ecole"));
}

TEST(Folded, keeps_apart_what_only_looks_alike) {
    EXPECT_NE(folded("\u0410"), folded("A"));  // Cyrillic
    EXPECT_NE(folded("\uFF21"), folded("A"));  // full width: NFC, not NFKC
    EXPECT_NE(folded("²"), folded("2"));
}

TEST(Folded, makes_every_run_of_white_space_one_space) {
    for (const auto space : white_spaces) {
        const auto run = std::string(space) + " " + std::string(space);
        EXPECT_EQ(folded(run + "A" + run + "B" + run), "a b");
        EXPECT_EQ(folded(run + "É" + run + "B" + run), "é b");
    }
    EXPECT_EQ(folded(" \t "), "");
    EXPECT_EQ(folded("\u00A0"), "");
}

TEST(Folded, gives_ascii_the_same_with_and_without_the_short_way) {
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        std::string ascii(random() % 40, ' ');
        for (auto& c : ascii) c = static_cast<char>(random() % 128);
        EXPECT_EQ(folded(ascii + "xé"), folded(ascii + "x") + "é");
    }
}

TEST(Folded, changes_nothing_when_done_twice) {
    for (char32_t character = 0; character <= 0x1FFFF; ++character) {
        if (character >= 0xD800 && character < 0xE000) continue;
        for (const std::string_view after : {"", "\u0345\u0301", "\u0307"}) {
            const auto once = folded("a" + utf8_of(character) + std::string(after));
            ASSERT_EQ(folded(once), once) << static_cast<std::uint32_t>(character);
        }
    }
}

TEST(Text, survives_bytes_that_are_no_text) {
    std::mt19937 random(2);
    for (int round = 0; round < 20000; ++round) {
        const auto bytes = random_bytes(random);
        EXPECT_LE(length(bytes), bytes.size());
        EXPECT_LE(trimmed(bytes).size(), bytes.size());
        EXPECT_TRUE(is_utf8(folded(bytes)));
        (void)has_control_character(bytes);
        (void)is_blank(bytes);
    }
}

TEST(LowerAscii, changes_ascii_letters_only) {
    EXPECT_EQ(lower_ascii("AZaz09[`@É"), "azaz09[`@É");
    EXPECT_TRUE(equal_ignoring_ascii_case("Content-TYPE", "content-type"));
    EXPECT_FALSE(equal_ignoring_ascii_case("a", "ab"));
    EXPECT_FALSE(equal_ignoring_ascii_case("É", "é"));
    EXPECT_FALSE(equal_ignoring_ascii_case("[", "{"));
}

}  // namespace
}  // namespace cartulary::text
