#include "domain/identifier.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace cartulary {
namespace {

TEST(IdentifierScheme, is_found_by_its_name) {
    std::set<std::string_view> names;
    for (const auto& scheme : identifier_schemes()) {
        ASSERT_NE(find_identifier_scheme(scheme.name), nullptr);
        EXPECT_EQ(find_identifier_scheme(scheme.name)->name, scheme.name);
        EXPECT_TRUE(names.insert(scheme.name).second) << scheme.name << " stands there twice";
    }
    EXPECT_EQ(find_identifier_scheme("FEIN"), nullptr);
    EXPECT_EQ(find_identifier_scheme(""), nullptr);
}

TEST(IdentifierScheme, tells_within_what_a_value_is_unique) {
    EXPECT_EQ(find_identifier_scheme("fein")->unique_within, UniqueWithin::nowhere);
    EXPECT_EQ(find_identifier_scheme("litmos.key")->unique_within, UniqueWithin::tenant);
    EXPECT_EQ(find_identifier_scheme("litmos.external_id")->unique_within, UniqueWithin::tenant);
    EXPECT_EQ(find_identifier_scheme("sunbird.external_id")->unique_within, UniqueWithin::tenant);
    EXPECT_EQ(find_identifier_scheme("sunbird.channel")->unique_within, UniqueWithin::registry);
}

TEST(Fein, is_nine_digits_with_a_hyphen) {
    EXPECT_EQ(parse_fein("123456789").value_or(""), "12-3456789");
    EXPECT_EQ(parse_fein("12-3456789").value_or(""), "12-3456789");
    EXPECT_EQ(parse_fein(" 12-3456789 ").value_or(""), "12-3456789");
    for (const std::string_view refused :
         {"", "-", "12345678", "1234567890", "12-345678", "xx-1234567", "12 3456789", "-1",
          "１２３４５６７８９", "12.3456789"}) {
        EXPECT_EQ(problem_of(parse_fein(refused)), "must be nine digits, for example 12-3456789")
            << refused;
    }
}

TEST(Fein, begins_with_what_the_irs_gives_out) {
    int unknown = 0;
    for (int prefix = 0; prefix < 100; ++prefix) {
        const auto digits = std::to_string(prefix / 10) + std::to_string(prefix % 10);
        if (!has_known_fein_prefix(digits + "-3456789")) ++unknown;
    }
    EXPECT_EQ(unknown, 17);
    EXPECT_TRUE(has_known_fein_prefix("12-3456789"));
    EXPECT_TRUE(has_known_fein_prefix("01-3456789"));
    EXPECT_FALSE(has_known_fein_prefix("00-3456789"));
    EXPECT_FALSE(has_known_fein_prefix("69-0710001"));
    EXPECT_FALSE(has_known_fein_prefix("96-0001172"));
    EXPECT_FALSE(has_known_fein_prefix("97-0355692"));
}

TEST(Duns, is_nine_digits) {
    EXPECT_EQ(parse_duns("01-234-5678").value_or(""), "012345678");
    EXPECT_EQ(parse_duns("012345678").value_or(""), "012345678");
    for (const std::string_view refused : {"", "63690705", "039570619|797414232", "1234567890"}) {
        EXPECT_EQ(problem_of(parse_duns(refused)), "must be nine digits, for example 012345678");
    }
}

TEST(Opeid, gets_back_the_zeros_that_a_spreadsheet_ate) {
    EXPECT_EQ(parse_opeid("00123400")->value, "00123400");
    EXPECT_FALSE(parse_opeid("00123400")->padded);
    EXPECT_FALSE(parse_opeid("001234-00")->padded);
    EXPECT_EQ(parse_opeid("123400")->value, "00123400");
    EXPECT_TRUE(parse_opeid("123400")->padded);
    EXPECT_EQ(parse_opeid("4212300")->value, "04212300");
    EXPECT_TRUE(parse_opeid("4212300")->padded);
    for (const std::string_view refused : {"", "12340", "123456789", "0012340x", "-2"}) {
        EXPECT_EQ(problem_of(parse_opeid(refused)), "must be eight digits, for example 00123400")
            << refused;
    }
}

TEST(LostZeros, come_back) {
    EXPECT_EQ(with_lost_zeros("60647016", 9), "060647016");
    EXPECT_EQ(with_lost_zeros("", 3), "000");
    EXPECT_EQ(with_lost_zeros("1234", 3), "1234");
}

TEST(Unitid, is_six_digits) {
    EXPECT_EQ(parse_unitid("100654").value_or(""), "100654");
    EXPECT_FALSE(parse_unitid("10065"));
    EXPECT_FALSE(parse_unitid("1006540"));
    EXPECT_FALSE(parse_unitid("10065a"));
    EXPECT_FALSE(parse_unitid("100-654"));
}

TEST(Uei, is_twelve_letters_and_digits) {
    EXPECT_EQ(parse_uei("jf4cyklhe1e4").value_or(""), "JF4CYKLHE1E4");
    for (const std::string_view refused :
         {"", "JF4CYKLHE1E", "JF4CYKLHE1E44", "JF4CYKLHE1-4", "JAGMZ8UFLZR7|MTBJSJRGJTA8"}) {
        EXPECT_FALSE(parse_uei(refused)) << refused;
    }
}

TEST(Lei, has_check_digits) {
    EXPECT_EQ(parse_lei("5493001kjtiigc8y1r12").value_or(""), "5493001KJTIIGC8Y1R12");
    EXPECT_EQ(problem_of(parse_lei("5493001KJTIIGC8Y1R13")),
              "must have the right two digits at the end");
    EXPECT_FALSE(parse_lei("5493010KJTIIGC8Y1R12"));  // two neighbours exchanged
    EXPECT_FALSE(parse_lei("5493001KJTIIGC8Y1R1"));
    EXPECT_FALSE(parse_lei("5493001KJTIIGC8Y1R1é"));
}

TEST(Identifier, is_parsed_by_the_rule_of_its_scheme) {
    EXPECT_EQ(parse_identifier(identifier_scheme::fein, "123456789").value_or(""), "12-3456789");
    EXPECT_EQ(parse_identifier(identifier_scheme::duns, "01-2345678").value_or(""), "012345678");
    EXPECT_EQ(parse_identifier(identifier_scheme::opeid, "123400").value_or(""), "00123400");
    EXPECT_EQ(parse_identifier(identifier_scheme::ipeds, "100654").value_or(""), "100654");
    EXPECT_FALSE(parse_identifier(identifier_scheme::uei, "x"));
    EXPECT_FALSE(parse_identifier(identifier_scheme::lei, "x"));
}

TEST(Identifier, without_a_rule_is_any_short_text) {
    const auto& scheme = identifier_scheme::litmos_key;
    EXPECT_EQ(parse_identifier(scheme, " Küche 7/b ").value_or(""), "Küche 7/b");
    EXPECT_EQ(problem_of(parse_identifier(scheme, " ")), "is required");
    EXPECT_EQ(problem_of(parse_identifier(scheme, "a\nb")), "must not contain control characters");
    EXPECT_TRUE(parse_identifier(scheme, std::string(255, 'x')));
    EXPECT_EQ(problem_of(parse_identifier(scheme, std::string(256, 'x'))),
              "must have at most 255 characters");
}

TEST(Identifier, sorts_by_scheme_and_value) {
    EXPECT_LT((Identifier{"duns", "2"}), (Identifier{"fein", "1"}));
    EXPECT_LT((Identifier{"fein", "1"}), (Identifier{"fein", "2"}));
    EXPECT_EQ((Identifier{"fein", "1"}), (Identifier{"fein", "1"}));
}

}  // namespace
}  // namespace cartulary
