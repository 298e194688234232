#include <gtest/gtest.h>

#include "ctdl/assistant/assistant_for_test.h"

namespace cartulary::ctdl::assistant {

namespace {

std::string repeated(std::string_view text, std::size_t count) {
    std::string whole;
    for (std::size_t i = 0; i < count; ++i) whole += text;
    return whole;
}

// A list of as many of these.
std::string list_of(std::string_view element, std::size_t count) {
    return '[' + repeated(std::string(element) + ", ", count - 1) + std::string(element) + ']';
}

// The first problem.
std::string first_in(const std::string& problems) {
    return problems.substr(0, problems.find('\n'));
}

}  // namespace

TEST(AssistantLimits, stops_at_as_many_values_as_a_document_may_have) {
    const auto keywords = list_of("\"a\"", values_max + 1);
    EXPECT_EQ(first_in(problems_in("credential", credential_with("\"Keyword\": " + keywords))),
              "error  has more than 500000 values, as many as one document may have");
    // Each code makes several values of a few bytes.
    const auto codes = list_of("\"15-1212\"", values_max / 5);
    EXPECT_EQ(first_in(problems_in("credential", credential_with("\"ONET_Codes\": " + codes))),
              "error  has more than 500000 values, as many as one document may have");
}

TEST(AssistantLimits, does_not_copy_a_large_cost_profile_for_each_of_many_items) {
    const auto cost = "\"EstimatedCost\": [{\"Description\": \"" + repeated("x", 1 << 20) +
                      "\", \"CostItems\": " + list_of("{\"Price\": 1}", 1'000) + "}]";
    EXPECT_EQ(first_in(problems_in("credential", credential_with(cost))),
              "error Credential.EstimatedCost[0].CostItems[15] makes the document larger than "
              "16777216 bytes");
}

TEST(AssistantLimits, does_not_copy_a_jurisdiction_for_a_flag_that_is_repeated) {
    const auto flags = repeated("\"AssertsApprovedIn\": true, ", 1'000);
    const auto graph =
        graph_of("credential", credential_with("\"JurisdictionAssertions\": [{" + flags +
                                               "\"Jurisdiction\": {\"Description\": \"Here.\"}}]"));
    EXPECT_EQ(graph.find("Here."), graph.rfind("Here.")) << graph.substr(0, 2'000);
}

TEST(AssistantLimits, refuses_things_within_things_without_end) {
    const auto nested = repeated(R"({"AlternativeCondition": [)", 70) + repeated("]}", 70);
    const auto problems =
        problems_in("credential", credential_with("\"Requires\": [" + nested + "]"));
    EXPECT_NE(problems.find("stands in more than 64 others, one in another"), std::string::npos)
        << problems.substr(0, 500);
    const auto parts =
        repeated(R"({"Type": "Course", "Name": "n", "HasPart": [)", 70) + repeated("]}", 70);
    EXPECT_NE(problems_in("credential", credential_with("\"HasPart\": [" + parts + "]"))
                  .find("stands in more than 64 others, one in another"),
              std::string::npos);
}

TEST(AssistantLimits, tells_a_thousand_problems_and_how_many_more_there_are) {
    const auto types = list_of(R"({"Name": true})", 1'500);
    const auto reading = mapped("credential", credential_with("\"Requires\": " + types));
    EXPECT_EQ(reading.problems.size(), problems_max);
    EXPECT_EQ(reading.problems.back().text, "501 more problems are not told");
    EXPECT_FALSE(reading.document);
}

TEST(AssistantLimits, tells_of_an_unknown_member_no_more_than_the_beginning_of_its_name) {
    const auto long_name = repeated("n", 10'000);
    const auto problems = problems_in("credential", credential_with('"' + long_name + "\": 1"));
    EXPECT_LT(problems.size(), 300U);
}

TEST(AssistantLimits, maps_many_things_that_are_only_described) {
    const auto parts = list_of(
        R"({"Type": "License", "Name": "n", "SubjectWebpage": "https://x.example"})", 20'000);
    const auto reading = mapped("credential", credential_with("\"HasPart\": " + parts));
    ASSERT_TRUE(reading.document) << problems_of(reading);
    EXPECT_EQ(reading.document->nodes().size(), 20'001U);
}

TEST(AssistantLimits, maps_ten_thousand_competencies) {
    std::string competencies;
    for (int i = 0; i < 10'000; ++i) {
        const auto digits = std::to_string(i);
        const auto ctid =
            "ce-00000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
        competencies += (i == 0 ? "" : ",") + std::string(R"({"CTID": ")") + ctid +
                        R"(", "CompetencyText": "Can do this."})";
    }
    const auto reading = mapped("competencyframework", R"({"DefaultLanguage": "en",
        "CompetencyFramework": {"CTID": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
        "Name": "All", "Description": "All of it.", "DateCreated": "2024-01-01",
        "Publisher": ["ce-11111111-1111-4111-8111-111111111111"],
        "HasTopChild": ["ce-00000000-0000-4000-8000-000000000000"]}, "Competencies": [)" +
                                                           competencies + "]}");
    ASSERT_TRUE(reading.document) << problems_of(reading);
    EXPECT_EQ(reading.document->nodes().size(), 10'001U);
}

}  // namespace cartulary::ctdl::assistant
