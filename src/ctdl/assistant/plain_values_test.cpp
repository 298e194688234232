#include <gtest/gtest.h>

#include "ctdl/assistant/assistant_for_test.h"
#include "ctdl/assistant/dates.h"
#include "ctdl/assistant/durations.h"
#include "ctdl/assistant/exceptions.h"

namespace cartulary::ctdl::assistant {

namespace {

std::string duration_in(std::string_view text) {
    const auto read = duration_of(*json::parse(text)->object());
    return read ? *read : read.error();
}

}  // namespace

TEST(Durations, become_iso_8601) {
    EXPECT_EQ(duration_in(R"({"Years": 2})"), "P2Y");
    EXPECT_EQ(duration_in(R"({"years": 1, "Months": 6, "Hours": 5, "Minutes": 6})"), "P1Y6MT5H6M");
    EXPECT_EQ(duration_in(R"({"Weeks": 8})"), "P8W");
    EXPECT_EQ(duration_in(R"({"Weeks": 3, "Months": 2, "HasValue": true})"), "P2M21D");
    EXPECT_EQ(duration_in(R"({"Years": 1.5})"), "P1Y6M");
    EXPECT_EQ(duration_in(R"({"Weeks": 1.5})"), "P10DT12H");
    EXPECT_EQ(duration_in(R"({"Hours": "2.5"})"), "PT2H30M");
    EXPECT_EQ(duration_in(R"({"Duration_ISO8601": "P3W", "Years": null})"), "P3W");
    EXPECT_EQ(duration_in(R"({"HasValue": false, "Years": 0})"), "");
}

TEST(Durations, are_refused_where_they_are_none) {
    EXPECT_EQ(duration_in(R"({"Years": -1})"),
              "must have Years as a number between 0 and 1000000000");
    EXPECT_EQ(duration_in(R"({"Days": 1e10})"),
              "must have Days as a number between 0 and 1000000000");
    EXPECT_EQ(duration_in(R"({"Days": "some"})"),
              "must have Days as a number between 0 and 1000000000");
    EXPECT_EQ(duration_in(R"({"Months": 0.5})"), "cannot have a part of a month");
    EXPECT_EQ(duration_in(R"({"Duration_ISO8601": 5})"), "must have Duration_ISO8601 as text");
}

TEST(Dates, of_common_forms_become_iso_8601) {
    EXPECT_EQ(iso_date_of("11/12/2013"), "2013-11-12");
    EXPECT_EQ(iso_date_of("6/9/2017"), "2017-06-09");
    EXPECT_EQ(iso_date_of("6/9/2017 12:00:00 AM"), "2017-06-09");
    EXPECT_EQ(iso_date_of("2013/11/12"), "2013-11-12");
    EXPECT_EQ(iso_date_of("2013-11-12T00:00:00"), "2013-11-12");
}

TEST(Dates, are_left_alone_where_they_are_iso_8601_or_none) {
    for (const auto* text : {"2013-11-12", "2013-11", "2013", "", "13/12/2013", "2/30/2013",
                             "11/12", "1/2/3/2013", "99999/1/1", "next week"}) {
        EXPECT_EQ(iso_date_of(text), std::nullopt) << text;
    }
}

TEST(Codes, have_the_shape_of_their_framework) {
    EXPECT_TRUE(fits("15-1212", "##-####[.##]"));
    EXPECT_TRUE(fits("15-1212.00", "##-####[.##]"));
    EXPECT_FALSE(fits("15-1212.0", "##-####[.##]"));
    EXPECT_FALSE(fits("15-121", "##-####[.##]"));
    EXPECT_TRUE(fits("11", "##[.##][##]"));
    EXPECT_TRUE(fits("11.0101", "##[.##][##]"));
    EXPECT_FALSE(fits("11.01011", "##[.##][##]"));
    EXPECT_TRUE(fits("928110", "##[#][#][#][#]"));
    EXPECT_FALSE(fits("9281100", "##[#][#][#][#]"));
    EXPECT_FALSE(fits("", "##[#]"));
}

TEST(PlainValues, are_read_from_texts_where_they_should_be_numbers) {
    const auto graph = graph_of("credential", credential_with(R"("EstimatedCost": [{
        "CostDetails": "https://harbor.example/costs", "Description": "All of it.",
        "CostItems": [{"Price": "12.50"}]}], "IsNonCredit": "True")"));
    EXPECT_NE(graph.find(R"("ceterms:price":12.5)"), std::string::npos) << graph;
    EXPECT_NE(graph.find(R"("ceterms:isNonCredit":true)"), std::string::npos) << graph;
}

}  // namespace cartulary::ctdl::assistant
