#include "ctdl/templates/values.h"

#include <gtest/gtest.h>

namespace cartulary::ctdl::templates {

TEST(TemplateValues, reads_days_in_common_forms) {
    for (const auto* text : {"2026-05-31", "5/31/2026", "2026/5/31", "May 31, 2026", "31 May 2026",
                             "31st of May 2026", " may 31 2026 ", "2026-05-31T00:00:00"}) {
        EXPECT_EQ(day_of(text), "2026-05-31") << text;
    }
    EXPECT_EQ(day_of("Sept. 3, 2026"), "2026-09-03");
    for (const auto* text : {"", "soon", "31/5/2026", "May 2026", "May 32, 2026", "31 Mayday 2026",
                             "June May 31 2026", "2026", "5/31/26"}) {
        EXPECT_EQ(day_of(text), std::nullopt) << text;
    }
    EXPECT_EQ(day_of("May " + std::string(100'000, '1') + ", 2026"), std::nullopt);
}

TEST(TemplateValues, reads_spans_of_time_in_words) {
    const auto exact = [](const char* iso) { return TimeSpan{iso, iso}; };
    EXPECT_EQ(time_span_of("2 years"), exact("P2Y"));
    EXPECT_EQ(time_span_of("P1Y6M"), exact("P1Y6M"));
    EXPECT_EQ(time_span_of("p1y"), exact("P1Y"));
    EXPECT_EQ(time_span_of("1 year and 6 months"), exact("P1Y6M"));
    EXPECT_EQ(time_span_of("1 Year, 6 Months"), exact("P1Y6M"));
    EXPECT_EQ(time_span_of("1.5 years"), exact("P1Y6M"));
    EXPECT_EQ(time_span_of("90 min."), exact("PT90M"));
    EXPECT_EQ(time_span_of("3hrs"), exact("PT3H"));
    EXPECT_EQ(time_span_of("6-8 weeks"), (TimeSpan{"P6W", "P8W"}));
    EXPECT_EQ(time_span_of("6 \u2013 8 weeks"), (TimeSpan{"P6W", "P8W"}));
    EXPECT_EQ(time_span_of("6 to 8 weeks"), (TimeSpan{"P6W", "P8W"}));
    EXPECT_EQ(time_span_of("6 weeks - 2 months"), (TimeSpan{"P6W", "P2M"}));
    for (const auto* text : {"", "weeks", "2", "2 fortnights", "6-8", "6-7-8 weeks", "0 years",
                             "2 years 3 years", "years 2", "-2 years", "1.2.3 years"}) {
        EXPECT_EQ(time_span_of(text), std::nullopt) << text;
    }
    EXPECT_EQ(time_span_of(std::string(100'000, '1') + " years"), std::nullopt);
}

TEST(TemplateValues, reads_numbers_with_what_people_put_around_them) {
    EXPECT_EQ(number_of("$1,200.50"), "1200.50");
    EXPECT_EQ(number_of(" 12 "), "12");
    EXPECT_EQ(number_of("-70.25"), "-70.25");
    for (const auto* text : {"", "$", "twelve", "12 dollars", ",12", "1e5", "inf", "nan"}) {
        EXPECT_EQ(number_of(text), std::nullopt) << text;
    }
}

TEST(TemplateValues, reads_yes_and_no) {
    EXPECT_EQ(boolean_of("Yes"), true);
    EXPECT_EQ(boolean_of("FALSE"), false);
    EXPECT_EQ(boolean_of("perhaps"), std::nullopt);
}

TEST(TemplateValues, knows_languages_by_name) {
    EXPECT_EQ(language_of("English"), "en");
    EXPECT_EQ(language_of("en-US"), "en-US");
    EXPECT_EQ(language_of("Elvish"), "Elvish");
}

TEST(TemplateValues, parts_and_joins_what_stands_in_a_value) {
    using Parts = std::vector<std::string>;
    EXPECT_EQ(parts_of("Tuition ~ 1200"), (Parts{"Tuition", "1200"}));
    EXPECT_EQ(parts_of("a~~b~c"), (Parts{"a~b", "c"}));
    EXPECT_EQ(parts_of(""), Parts{""});
    for (const auto& parts : {Parts{"a", "b"}, Parts{"a~", "b"}, Parts{"a", "~b"}, Parts{"~"},
                              Parts{"a~~b", "", "c"}, Parts{"", "a"}}) {
        EXPECT_EQ(parts_of(joined_parts(parts)), parts) << joined_parts(parts);
    }
}

}  // namespace cartulary::ctdl::templates
