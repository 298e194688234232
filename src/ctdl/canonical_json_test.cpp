#include "ctdl/canonical_json.h"

#include <gtest/gtest.h>

#include <limits>

namespace cartulary::ctdl {
namespace {

std::string canonical(std::string_view text) {
    const auto parsed = json::parse(text);
    return parsed ? canonical_json(*parsed) : parsed.error().message;
}

TEST(CanonicalJson, writes_numbers_as_ecmascript_does) {
    struct Case {
        double number;
        const char* text;
    };
    // RFC 8785, appendix B, and the borders of ECMAScript's forms.
    const Case cases[] = {
        {0.0, "0"},
        {-0.0, "0"},
        {std::numeric_limits<double>::denorm_min(), "5e-324"},
        {-std::numeric_limits<double>::denorm_min(), "-5e-324"},
        {std::numeric_limits<double>::max(), "1.7976931348623157e+308"},
        {9007199254740992.0, "9007199254740992"},
        {-9007199254740992.0, "-9007199254740992"},
        {295147905179352830000.0, "295147905179352830000"},
        {9.999999999999997e22, "9.999999999999997e+22"},
        {1e23, "1e+23"},
        {999999999999999700000.0, "999999999999999700000"},
        {1e21, "1e+21"},
        {1e20, "100000000000000000000"},
        {9.999999999999997e-7, "9.999999999999997e-7"},
        {0.000001, "0.000001"},
        {333333333.33333329, "333333333.3333333"},
        {48.0, "48"},
        {-1.5, "-1.5"},
        {123.456, "123.456"},
    };
    for (const auto& [number, text] : cases) EXPECT_EQ(ecmascript_number(number), text);
}

TEST(CanonicalJson, writes_equal_numbers_equally) {
    EXPECT_EQ(canonical("[48, 48.0, 4.8e1]"), "[48,48,48]");
    EXPECT_EQ(canonical("[9007199254740993]"), "[9007199254740992]");
}

TEST(CanonicalJson, sorts_members_by_utf_16) {
    // RFC 8785, 3.2.3.
    EXPECT_EQ(canonical("{\"\xE2\x82\xAC\":1,\"\\r\":2,\"\xEF\xAC\xB3\":3,\"1\":4,"
                        "\"\xF0\x9F\x98\x80\":5,\"\xC2\x80\":6,\"\xC3\xB6\":7}"),
              "{\"\\r\":2,\"1\":4,\"\xC2\x80\":6,\"\xC3\xB6\":7,\"\xE2\x82\xAC\":1,"
              "\"\xF0\x9F\x98\x80\":5,\"\xEF\xAC\xB3\":3}");
}

TEST(CanonicalJson, escapes_as_little_as_it_can) {
    EXPECT_EQ(canonical(R"(["\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\/\b\f"])"),
              "[\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\f\"]");
}

TEST(CanonicalJson, counts_the_last_of_members_with_one_name) {
    EXPECT_EQ(canonical(R"({"b":1,"a":2,"b":3})"), R"({"a":2,"b":3})");
}

TEST(CanonicalJson, compares_beginnings_as_smaller) {
    EXPECT_TRUE(comes_before("a", "ab"));
    EXPECT_FALSE(comes_before("ab", "a"));
    EXPECT_FALSE(comes_before("a", "a"));
}

}  // namespace
}  // namespace cartulary::ctdl
