#include "base/locale_words.h"

#include <gtest/gtest.h>

namespace cartulary {

namespace {

std::string range(std::string_view from, std::string_view to, std::string_view language = "en") {
    const auto words = duration_range_words(from, to, language);
    return words ? words->from + " to " + words->to : "none";
}

TEST(LocaleWords, writes_amounts_as_people_of_the_language_do) {
    EXPECT_EQ(money_words(1250.5, "USD", "en"), "$1,250.50");
    EXPECT_EQ(money_words(1250.5, "USD", "es"), "$1,250.50");
    EXPECT_EQ(money_words(99, "EUR", "en"), "€99.00");
    EXPECT_EQ(money_words(5000, "JPY", "en"), "¥5,000");
}

TEST(LocaleWords, keeps_a_currency_that_is_no_code) {
    EXPECT_EQ(money_words(20, "US Dollar", "en"), "20 US Dollar");
    EXPECT_EQ(money_words(20, "QQQ", "en"), "20 QQQ");
    EXPECT_EQ(money_words(20, "", "en"), "20");
}

TEST(LocaleWords, says_durations_in_words) {
    EXPECT_EQ(duration_words("P2Y", "en"), "2 years");
    EXPECT_EQ(duration_words("P1Y", "en"), "1 year");
    EXPECT_EQ(duration_words("P1Y6M", "en"), "1 year, 6 months");
    EXPECT_EQ(duration_words("PT1H30M", "en"), "1 hour, 30 minutes");
    EXPECT_EQ(duration_words("P0.5Y", "en"), "0.5 years");
    EXPECT_EQ(duration_words("P1,5W", "en"), "1.5 weeks");
    EXPECT_EQ(duration_words("P1M", "en"), "1 month");
    EXPECT_EQ(duration_words("PT1M", "en"), "1 minute");
    EXPECT_EQ(duration_words("P0Y6M", "en"), "6 months");
    EXPECT_EQ(duration_words("PT0S", "en"), "0 seconds");
    EXPECT_EQ(duration_words("P2Y", "es"), "2 años");
    EXPECT_EQ(duration_words("P1M", "es"), "1 mes");
}

TEST(LocaleWords, says_nothing_of_what_is_no_duration) {
    for (const auto* text : {"", "P", "PT", "2 years", "P2", "P2Q", "P1D2Y", "P1H", "P..1Y", "PT1Y",
                             "P1YT", "p1y", "P-1Y", "P1Y1Y"}) {
        EXPECT_EQ(duration_words(text, "en"), std::nullopt) << text;
    }
}

TEST(LocaleWords, names_the_unit_of_a_range_once) {
    EXPECT_EQ(range("P6W", "P8W"), "6 to 8 weeks");
    EXPECT_EQ(range("P6W", "P2M"), "6 weeks to 2 months");
    EXPECT_EQ(range("P1Y6M", "P2Y"), "1 year, 6 months to 2 years");
    EXPECT_EQ(range("P6W", "soon"), "none");
}

TEST(LocaleWords, names_countries) {
    EXPECT_EQ(country_words("US", "es"), "Estados Unidos");
    EXPECT_EQ(country_words("US", "en"), "United States");
    EXPECT_EQ(country_words("ZZZ", "es"), "ZZZ");
    EXPECT_EQ(country_words("", "es"), "");
}

TEST(LocaleWords, names_languages) {
    EXPECT_EQ(language_words("en-US", "en"), "English (United States)");
    EXPECT_EQ(language_words("es", "en"), "Spanish");
    EXPECT_EQ(language_words("en", "es"), "inglés");
    EXPECT_EQ(language_words("no language", "en"), "no language");
    EXPECT_EQ(language_words(std::string(1000, 'a'), "en"), std::string(1000, 'a'));
}

}  // namespace

}  // namespace cartulary
