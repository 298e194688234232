#include "ctdl/value_forms.h"

#include <gtest/gtest.h>

#include <string>

namespace cartulary::ctdl {
namespace {

TEST(ValueForms, knows_language_tags) {
    for (const auto* tag :
         {"en", "en-US", "zh-Hans-CN", "sl-rozaj-biske", "de-CH-1901", "es-419", "zh-cmn-Hans-CN",
          "en-a-myext-b-another", "x-whatever", "de-x-a-b1", "de-DE-u-co-phonebk", "und"}) {
        EXPECT_TRUE(is_language_tag(tag)) << tag;
    }
    for (const auto* text :
         {"", "e", "en_US", "en-", "-en", "en--US", "12", "en-US-", "en-a", "toolonglanguage",
          "en us", "de-419-DE", "x", "x-", "en-\xC3\xA9", "en-US-u"}) {
        EXPECT_FALSE(is_language_tag(text)) << text;
    }
    std::string longest = "en-x";
    while (longest.size() < language_tag_bytes_max) longest += "-abcdefg";
    EXPECT_TRUE(is_language_tag(longest.substr(0, language_tag_bytes_max)));
    EXPECT_FALSE(is_language_tag(longest + "-a"));
}

TEST(ValueForms, knows_dates_of_the_calendar) {
    for (const auto* date : {"2024-02-29", "1918-10-19", "2024-01-01Z", "2024-01-01-05:00"}) {
        EXPECT_TRUE(is_date(date)) << date;
    }
    for (const auto* text :
         {"", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "0000-01-01",
          "2024-01-01T00:00:00", "24-01-01", "2024/01/01", "2024-01-01-99:00", "Spring"}) {
        EXPECT_FALSE(is_date(text)) << text;
    }
}

TEST(ValueForms, knows_moments) {
    for (const auto* moment : {"2024-02-29T23:59:00Z", "2024-02-29T23:59", "2024-02-29T00:00:00",
                               "2024-02-29T12:00:00.123+05:30"}) {
        EXPECT_TRUE(is_date_time(moment)) << moment;
    }
    for (const auto* text : {"", "2024-02-29", "2024-02-29 12:00:00", "2024-02-29T25:00:00",
                             "2024-02-29T12:60:00", "2024-02-29T12:00:00.", "2024-02-30T12:00:00",
                             "2024-02-29T12:00:00 UTC", "2024-02-29T12", "2024-02-29T12:00:"}) {
        EXPECT_FALSE(is_date_time(text)) << text;
    }
}

TEST(ValueForms, knows_durations) {
    for (const auto* duration :
         {"P1Y", "P1Y6M", "PT2H30M", "P3W", "P1DT12H", "PT0.5S", "P0Y0M3W"}) {
        EXPECT_TRUE(is_duration(duration)) << duration;
    }
    for (const auto* text : {"", "P", "PT", "P1", "1Y", "P1H", "PT1Y", "P6M1Y", "P1YT", "P0.5Y6M",
                             "two years", "P1.Y", "-P1Y"}) {
        EXPECT_FALSE(is_duration(text)) << text;
    }
}

TEST(ValueForms, knows_absolute_addresses) {
    for (const auto* address :
         {"https://www.example.org/a?b=c#d", "HTTP://example.org", "urn:uuid:0",
          "did:web:a.example", "https://example.org/\xC3\xA9"}) {
        EXPECT_TRUE(is_absolute_address(address)) << address;
    }
    for (const auto* text :
         {"", "www.example.org", "https://", "https:///path", "/resources/1", "javascript:alert(1)",
          "https://a b.example", "urn:", "urn:x", "urn:x:", "https://example.org/<x>",
          "https://example.org/\n", "_:b1"}) {
        EXPECT_FALSE(is_absolute_address(text)) << text;
    }
}

TEST(ValueForms, refuses_an_address_of_one_byte_too_many) {
    const std::string base = "https://example.org/";
    EXPECT_TRUE(is_absolute_address(base + std::string(address_bytes_max - base.size(), 'a')));
    EXPECT_FALSE(is_absolute_address(base + std::string(address_bytes_max - base.size() + 1, 'a')));
}

}  // namespace
}  // namespace cartulary::ctdl
