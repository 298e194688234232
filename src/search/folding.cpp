#include "search/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace cartulary::search {

namespace {

// More marks on one letter belong to no writing, and normalizing takes the square of their number.
constexpr int marks_in_a_row_max = 8;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char folded_ascii(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    return c == '`' ? '\'' : c;
}

bool is_ascii_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !(byte >= '\t' && byte <= '\r')) || byte == 0x7F;
}

std::string folded_ascii(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (const char c : text) {
        if (!is_ascii_control(c)) folded += folded_ascii(c);
    }
    return folded;
}

bool is_mark(UChar32 character) {
    return (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
}

// What stands for an apostrophe within words, in type or by mistake; also the Hebrew sign of an
// abbreviation and the letters that only mark a breath or a stop ("Hawaiʻi").
bool is_apostrophe(UChar32 character) {
    switch (character) {
        case 0x60:
        case 0xB4:
        case 0x2018:
        case 0x2019:
        case 0x201B:
        case 0x2032:
        case 0x5F3:
        case 0x5F4:
        case 0xA78B:
        case 0xA78C:
        case 0xFF07: return true;
        default: return character >= 0x2B9 && character <= 0x2CF;
    }
}

// Signs of trade marks, which compatibility forms would write as letters.
bool is_legal_sign(UChar32 character) {
    return character == 0x2122 || character == 0x2120 || character == 0x1F16A ||
           character == 0x1F16B || character == 0x1F16C;
}

// The letters that have a form without their mark, though Unicode does not take them apart, and
// those that are typed for one another.
struct Plain {
    char16_t letter;
    const char16_t* plain;
};
constexpr Plain plain_letters[] = {
    {u'ø', u"o"},           {u'ł', u"l"},           {u'đ', u"d"},           {u'ı', u"i"},
    {u'æ', u"ae"},          {u'œ', u"oe"},          {u'þ', u"th"},          {u'ð', u"d"},
    {u'ħ', u"h"},           {u'ŧ', u"t"},           {u'ŋ', u"n"},           {u'ə', u"e"},
    {u'ĸ', u"k"},           {u'ɓ', u"b"},           {u'ɗ', u"d"},           {u'ƙ', u"k"},
    {u'ƴ', u"y"},           {u'\u0649', u"\u064A"}, {u'\u06CC', u"\u064A"}, {u'\u06A9', u"\u0643"},
    {u'\u0629', u"\u0647"}, {u'\u0671', u"\u0627"},
};

// Whether a mark on a letter of this script is left out by many who write it.
bool leaves_out(UScriptCode script, UChar32 mark) {
    switch (script) {
        case USCRIPT_CYRILLIC: return mark != 0x306;  // "й" is a letter of its own
        case USCRIPT_DEVANAGARI: return mark == 0x93C;
        case USCRIPT_COMMON:
        case USCRIPT_LATIN:
        case USCRIPT_GREEK:
        case USCRIPT_ARABIC:
        case USCRIPT_HEBREW:
        case USCRIPT_SYRIAC:
        case USCRIPT_COPTIC: return true;
        default: return false;
    }
}

UScriptCode script_of(UChar32 character) {
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(character, &status);
    return U_SUCCESS(status) ? script : USCRIPT_COMMON;
}

// What ICU can take: no broken bytes, no control characters, no towers of marks.
icu::UnicodeString readable(std::string_view text) {
    icu::UnicodeString readable;
    int marks = 0;
    for (std::size_t at = 0; at < text.size();) {
        UChar32 character = U_SENTINEL;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
        U8_NEXT(text.data(), at, text.size(), character);
#pragma GCC diagnostic pop
        if (character < 0) continue;
        marks = is_mark(character) ? marks + 1 : 0;
        if (marks > marks_in_a_row_max) continue;
        if (u_isUWhiteSpace(character) != 0 || is_legal_sign(character)) {
            readable.append(u' ');
        } else if (is_apostrophe(character)) {
            readable.append(u'\'');
        } else if (u_charType(character) != U_CONTROL_CHAR) {
            readable.append(character);
        }
    }
    return readable;
}

void append_letter(icu::UnicodeString& letters, UChar32 character) {
    const auto* const found =
        std::find_if(std::begin(plain_letters), std::end(plain_letters),
                     [&](const Plain& one) { return one.letter == character; });
    if (found == std::end(plain_letters)) {
        letters.append(character);
    } else {
        letters.append(found->plain, -1);
    }
}

// Letters, digits and the marks that belong to them, of a text that is taken apart.
icu::UnicodeString letters_of(const icu::UnicodeString& apart) {
    constexpr UChar32 tatweel = 0x640;  // only makes a word wider
    icu::UnicodeString letters;
    auto script = USCRIPT_COMMON;  // of the letter that the next mark stands on
    for (std::int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
        const UChar32 character = apart.char32At(at);
        if (is_mark(character)) {
            if (!leaves_out(script, character)) letters.append(character);
            continue;
        }
        if (character == tatweel) continue;
        script = script_of(character);
        const auto kind = U_GET_GC_MASK(character);
        if (character < 0x80) {
            letters.append(character);
        } else if (const auto digit = u_charDigitValue(character);
                   digit >= 0 && (kind & U_GC_ND_MASK) != 0) {
            letters.append(static_cast<char16_t>(u'0' + digit));
        } else if ((kind & (U_GC_L_MASK | U_GC_N_MASK)) != 0) {
            append_letter(letters, character);
        } else if (character == 0xB7) {
            letters.append(u'\'');  // Catalan "col·legi"
        } else {
            letters.append(u' ');
        }
    }
    return letters;
}

}  // namespace

std::string folded(std::string_view text) {
    if (is_ascii(text)) return folded_ascii(text);
    UErrorCode status = U_ZERO_ERROR;
    const auto* const casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto* const apart = icu::Normalizer2::getNFDInstance(status);
    const auto* const together = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    auto unicode = casefold->normalize(readable(text), status);
    unicode = letters_of(apart->normalize(unicode, status));
    unicode = together->normalize(unicode, status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    // The one vowel of Thai and of Lao that compatibility forms take apart for good.
    unicode.findAndReplace(u"\u0E4D\u0E32", u"\u0E33");
    unicode.findAndReplace(u"\u0ECD\u0EB2", u"\u0EB3");
    std::string folded;
    unicode.toUTF8String(folded);
    return folded;
}

}  // namespace cartulary::search
