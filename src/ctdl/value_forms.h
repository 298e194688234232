#pragma once

#include <cstddef>
#include <string_view>

// The written forms of plain values: whether a text is one. None of them looks anything up.
namespace cartulary::ctdl {

inline constexpr std::size_t address_bytes_max = 8'192;
inline constexpr std::size_t language_tag_bytes_max = 100;

// A well-formed tag of BCP 47 (RFC 5646, 2.1, without the grandfathered ones): "en", "en-US",
// "zh-Hans-CN". Whether the parts are registered is not asked.
bool is_language_tag(std::string_view text);

// xsd:date: "2024-02-29", perhaps with a time zone.
bool is_date(std::string_view text);

// xsd:dateTime, whose seconds may be missing: "2024-02-29T23:59:00Z".
bool is_date_time(std::string_view text);

// ISO 8601: "P1Y6M", "PT2H30M", "P3W".
bool is_duration(std::string_view text);

// An absolute http or https address, a "urn:" or a "did:", of at most `address_bytes_max` bytes
// and without the characters that RFC 3987 leaves out.
bool is_absolute_address(std::string_view text);

}  // namespace cartulary::ctdl
