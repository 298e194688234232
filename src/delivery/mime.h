#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

// Mail as it travels: RFC 5322 with MIME (RFC 2045 to 2047), international addresses by RFC 6532.
namespace cartulary::delivery {

struct Mailbox {
    std::string name;     // any UTF-8, or empty
    std::string address;  // with an ASCII domain, as EmailAddress::for_sending gives it

    bool operator==(const Mailbox&) const = default;
};

struct Message {
    std::string id;  // globally unique, without < >: "018f…@registry.example.org"
    Timestamp date;
    Mailbox from;
    std::optional<Mailbox> reply_to;
    Mailbox to;
    std::string subject;
    std::string text;
    std::string html;
};

inline constexpr std::size_t encoded_line_characters_max = 76;  // RFC 2045, 6.7; RFC 2047, 2
inline constexpr std::size_t header_line_characters_max = 78;   // RFC 5322, 2.1.1

// The message with CRLF line ends: both texts as multipart/alternative in quoted-printable. The
// same message always gives the same bytes. All of it is ASCII, but for an address with a UTF-8
// local part. No value can begin a header of its own: white space and control characters in a
// header become one space.
std::string mime_of(const Message& message);

// Any text as lines of at most encoded_line_characters_max characters (RFC 2045, 6.7). Line breaks
// (LF or CRLF) become CRLF; everything else comes back byte for byte.
std::string quoted_printable(std::string_view text);

// RFC 5322 in UTC: "Tue, 01 Apr 2014 14:41:00 +0000".
std::string mail_date(Timestamp time);

}  // namespace cartulary::delivery
