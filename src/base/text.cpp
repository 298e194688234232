#include "base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace cartulary::text {

namespace {

// How many bytes at the beginning are ASCII, eight at a time.
std::size_t ascii_bytes(std::string_view bytes) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if ((word & high_bits) != 0) break;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    return at;
}

constexpr bool is_ascii_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The character at `at`, which moves behind it; negative when the bytes there are not UTF-8.
UChar32 next(std::string_view text, std::size_t& at) {
    UChar32 character = U_SENTINEL;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
    U8_NEXT(text.data(), at, text.size(), character);
#pragma GCC diagnostic pop
    return character;
}

UChar32 previous(std::string_view text, std::size_t& at) {
    UChar32 character = U_SENTINEL;
    // The macro reads signed indexes; four bytes before the end are all that it may need.
    const std::size_t window = std::min<std::size_t>(at, U8_MAX_LENGTH);
    const char* start = text.data() + (at - window);
    auto inside = static_cast<std::int32_t>(window);
    U8_PREV(start, 0, inside, character);
    at = at - window + static_cast<std::size_t>(inside);
    return character;
}

bool is_space(UChar32 character) {
    return character >= 0 && u_isUWhiteSpace(character) != 0;
}

std::string folded_ascii(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    bool space_due = false;
    for (const char c : text) {
        if (is_ascii_space(c)) {
            space_due = !folded.empty();
            continue;
        }
        if (space_due) folded += ' ';
        space_due = false;
        folded += lower(c);
    }
    return folded;
}

icu::UnicodeString with_single_spaces(const icu::UnicodeString& text) {
    icu::UnicodeString single;
    bool space_due = false;
    for (std::int32_t i = 0; i < text.length(); ++i) {
        // White space lies in the basic plane, so halves of surrogate pairs may pass one by one.
        const char16_t unit = text.charAt(i);
        if (is_space(unit)) {
            space_due = !single.isEmpty();
            continue;
        }
        if (space_due) single.append(u' ');
        space_due = false;
        single.append(unit);
    }
    return single;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = ascii_bytes(bytes); at < bytes.size();) {
        if (next(bytes, at) < 0) return false;
        at += ascii_bytes(bytes.substr(at));
    }
    return true;
}

std::size_t length(std::string_view text) {
    const auto continuations = std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) >> 6) == 2; });
    return text.size() - static_cast<std::size_t>(continuations);
}

bool has_control_character(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 || byte == 0x7F) return true;
        // C1 controls are C2 80 to C2 9F.
        if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
            return true;
        }
    }
    return false;
}

bool is_blank(std::string_view text) {
    return trimmed(text).empty();
}

std::string_view trimmed(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); begin = at) {
        if (!is_space(next(text, at))) break;
    }
    text.remove_prefix(begin);
    std::size_t end = text.size();
    for (std::size_t at = end; at > 0; end = at) {
        if (!is_space(previous(text, at))) break;
    }
    return text.substr(0, end);
}

std::string folded(std::string_view text) {
    if (ascii_bytes(text) == text.size()) return folded_ascii(text);
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    auto unicode = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    if (U_SUCCESS(status)) unicode = nfc->normalize(unicode, status);
    unicode.foldCase(U_FOLD_CASE_DEFAULT);
    if (U_SUCCESS(status)) unicode = nfc->normalize(unicode, status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    std::string folded;
    with_single_spaces(unicode).toUTF8String(folded);
    return folded;
}

std::string lower_ascii(std::string_view text) {
    std::string lowered(text);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(), lower);
    return lowered;
}

bool equal_ignoring_ascii_case(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace cartulary::text
