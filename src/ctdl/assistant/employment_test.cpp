#include <gtest/gtest.h>

#include "ctdl/assistant/assistant_for_test.h"

namespace cartulary::ctdl::assistant {

TEST(AssistantEmployment, maps_an_occupation) {
    constexpr auto request = R"({"DefaultLanguage": "en",
 "Occupation": {"CTID": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "Name": "Pilot",
  "Description": "Who guides ships.",
  "AssertedBy": [{"CTID": "ce-11111111-1111-4111-8111-111111111111"}],
  "Comment": ["Old trade"],
  "HasJob": ["ce-22222222-2222-4222-8222-222222222222"],
  "SkillEmbodied": ["ce-33333333-3333-4333-8333-333333333333"],
  "SubjectWebpage": "https://harbor.example/pilots",
  "Requires": [{"Description": "Good eyes."}]}})";
    EXPECT_EQ(problems_in("occupation", request), "");
    EXPECT_EQ(graph_of("occupation", request), expected_graph(R"(
[{"@id": "own:ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "@type": "ceterms:Occupation",
  "ceterms:ctid": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "ceterms:name": {"en": "Pilot"},
  "ceterms:description": {"en": "Who guides ships."},
  "ceterms:assertedBy": ["own:ce-11111111-1111-4111-8111-111111111111"],
  "ceasn:comment": {"en": ["Old trade"]},
  "ceterms:hasJob": ["own:ce-22222222-2222-4222-8222-222222222222"],
  "ceasn:skillEmbodied": ["own:ce-33333333-3333-4333-8333-333333333333"],
  "ceterms:subjectWebpage": "https://harbor.example/pilots",
  "ceterms:requires": [{"@type": "ceterms:ConditionProfile",
    "ceterms:description": {"en": "Good eyes."}}]}])"));
}

TEST(AssistantEmployment, maps_a_job) {
    constexpr auto request = R"({"DefaultLanguage": "en",
 "Job": {"CTID": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "Name": "Second pilot",
  "Description": "Stands by.",
  "OfferedBy": [{"CTID": "ce-11111111-1111-4111-8111-111111111111"}],
  "HasTask": ["ce-22222222-2222-4222-8222-222222222222"],
  "OccupationType": [{"Name": "Pilot"}],
  "Keyword": ["ships"],
  "AdditionalClassification": ["https://jobs.example/7"]}})";
    EXPECT_EQ(problems_in("job", request), "");
    EXPECT_EQ(graph_of("job", request), expected_graph(R"(
[{"@id": "own:ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "@type": "ceterms:Job",
  "ceterms:ctid": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "ceterms:name": {"en": "Second pilot"},
  "ceterms:description": {"en": "Stands by."},
  "ceterms:offeredBy": ["own:ce-11111111-1111-4111-8111-111111111111"],
  "ceterms:hasTask": ["own:ce-22222222-2222-4222-8222-222222222222"],
  "ceterms:occupationType": [{"@type": "ceterms:CredentialAlignmentObject",
    "ceterms:targetNodeName": {"en": "Pilot"}}],
  "ceterms:keyword": {"en": ["ships"]},
  "ceterms:classification": [{"@type": "ceterms:CredentialAlignmentObject",
    "ceterms:targetNode": "https://jobs.example/7"}]}])"));
}

TEST(AssistantEmployment, maps_a_task) {
    constexpr auto request = R"({"DefaultLanguage": "en",
 "Task": {"CTID": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "Name": "Throw the line",
  "Description": "The line is thrown and made fast.",
  "AssertedBy": [{"CTID": "ce-11111111-1111-4111-8111-111111111111"}],
  "ListID": "4",
  "HasChild": ["ce-22222222-2222-4222-8222-222222222222"],
  "KnowledgeEmbodied": ["ce-33333333-3333-4333-8333-333333333333"]}})";
    EXPECT_EQ(problems_in("task", request), "");
    EXPECT_EQ(graph_of("task", request), expected_graph(R"(
[{"@id": "own:ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "@type": "ceterms:Task",
  "ceterms:ctid": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "ceterms:name": {"en": "Throw the line"},
  "ceterms:description": {"en": "The line is thrown and made fast."},
  "ceterms:assertedBy": ["own:ce-11111111-1111-4111-8111-111111111111"],
  "ceasn:listID": "4",
  "ceasn:hasChild": ["own:ce-22222222-2222-4222-8222-222222222222"],
  "ceasn:knowledgeEmbodied": ["own:ce-33333333-3333-4333-8333-333333333333"]}])"));
}

TEST(AssistantEmployment, maps_a_work_role) {
    constexpr auto request = R"({"DefaultLanguage": "en",
 "WorkRole": {"CTID": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "Name": "Look-out",
  "Description": "Looks out.",
  "AssertedBy": [{"CTID": "ce-11111111-1111-4111-8111-111111111111"}],
  "HasTask": ["ce-22222222-2222-4222-8222-222222222222"],
  "CodedNotation": "LO"}})";
    EXPECT_EQ(problems_in("workrole", request), "");
    EXPECT_EQ(graph_of("workrole", request), expected_graph(R"(
[{"@id": "own:ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "@type": "ceterms:WorkRole",
  "ceterms:ctid": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "ceterms:name": {"en": "Look-out"},
  "ceterms:description": {"en": "Looks out."},
  "ceterms:assertedBy": ["own:ce-11111111-1111-4111-8111-111111111111"],
  "ceterms:hasTask": ["own:ce-22222222-2222-4222-8222-222222222222"],
  "ceterms:codedNotation": "LO"}])"));
}

}  // namespace cartulary::ctdl::assistant
