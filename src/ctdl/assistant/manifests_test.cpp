#include <gtest/gtest.h>

#include "ctdl/assistant/assistant_for_test.h"

namespace cartulary::ctdl::assistant {

TEST(AssistantManifests, maps_a_condition_manifest) {
    constexpr auto request =
        R"({"ConditionManifest": {"CTID": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "Name": "For all",
  "Description": "What all require.",
  "SubjectWebpage": "https://harbor.example/rules",
  "ConditionManifestOf": {"CTID": "ce-11111111-1111-4111-8111-111111111111"},
  "RecommendedConditions": [{"Name": "Age", "MinimumAge": 18}],
  "Requires": [{"Name": "Fee",
    "CommonCosts": ["ce-22222222-2222-4222-8222-222222222222"],
    "AlternativeCondition": [{"Name": "Work", "YearsOfExperience": 2.5}]}]}})";
    EXPECT_EQ(problems_in("conditionmanifest", request), "");
    EXPECT_EQ(graph_of("conditionmanifest", request), expected_graph(R"(
[{"@id": "own:ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "@type": "ceterms:ConditionManifest",
  "ceterms:ctid": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "ceterms:name": {"en-US": "For all"},
  "ceterms:description": {"en-US": "What all require."},
  "ceterms:subjectWebpage": "https://harbor.example/rules",
  "ceterms:conditionManifestOf": "own:ce-11111111-1111-4111-8111-111111111111",
  "ceterms:recommends": [{"@type": "ceterms:ConditionProfile",
    "ceterms:name": {"en-US": "Age"},
    "ceterms:minimumAge": 18}],
  "ceterms:requires": [{"@type": "ceterms:ConditionProfile",
    "ceterms:name": {"en-US": "Fee"},
    "ceterms:commonCosts": ["own:ce-22222222-2222-4222-8222-222222222222"],
    "ceterms:alternativeCondition": [{"@type": "ceterms:ConditionProfile",
      "ceterms:name": {"en-US": "Work"},
      "ceterms:yearsOfExperience": 2.5}]}]}])"));
}

TEST(AssistantManifests, maps_a_cost_manifest) {
    constexpr auto request = R"({"CostManifest": {"CTID": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "Name": "Fees",
  "Description": "What all pay.",
  "CostDetails": "https://harbor.example/fees",
  "CostManifestOf": {"CTID": "ce-11111111-1111-4111-8111-111111111111"},
  "StartDate": "11/13/2013",
  "EstimatedCost": [{"Description": "A yearly fee.", "Currency": "USD"}]}})";
    EXPECT_EQ(problems_in("costmanifest", request),
              "warning CostManifest.StartDate was read as the day 2013-11-13; please send it so\n");
    EXPECT_EQ(graph_of("costmanifest", request), expected_graph(R"(
[{"@id": "own:ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "@type": "ceterms:CostManifest",
  "ceterms:ctid": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "ceterms:name": {"en-US": "Fees"},
  "ceterms:description": {"en-US": "What all pay."},
  "ceterms:costDetails": "https://harbor.example/fees",
  "ceterms:costManifestOf": "own:ce-11111111-1111-4111-8111-111111111111",
  "ceterms:startDate": "2013-11-13",
  "ceterms:estimatedCost": [{"@type": "ceterms:CostProfile",
    "ceterms:description": {"en-US": "A yearly fee."},
    "ceterms:currency": "USD"}]}])"));
}

TEST(AssistantManifests, maps_a_transfer_value) {
    constexpr auto request = R"({"DefaultLanguage": "en",
 "TransferValueProfile": {"CTID": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "Name": "Service as study",
  "Description": "What service counts for.",
  "SubjectWebpage": "https://harbor.example/transfer",
  "OwnedBy": [{"CTID": "ce-11111111-1111-4111-8111-111111111111"}],
  "TransferValue": [{"Value": 3, "CreditUnitType": ["SemesterHour"], "Subject": ["Water"]}],
  "TransferValueFrom": [{"Type": "Course",
    "Name": "Watch",
    "SubjectWebpage": "https://navy.example/watch"}],
  "TransferValueFor": ["_:sea"],
  "StartDate": "2024-01-01"},
 "ReferenceObjects": [{"Id": "_:sea",
   "Type": "LearningOpportunity",
   "Name": "Seamanship",
   "SubjectWebpage": "https://harbor.example/sea",
   "OwnedBy": ["_:owner"]},
  {"Id": "_:owner",
   "Type": "Organization",
   "Name": "Sea School",
   "SubjectWebpage": "https://sea.example"}]})";
    EXPECT_EQ(problems_in("transfervalue", request), "");
    EXPECT_EQ(graph_of("transfervalue", request), expected_graph(R"(
[{"@id": "own:ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "@type": "ceterms:TransferValueProfile",
  "ceterms:ctid": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
  "ceterms:name": {"en": "Service as study"},
  "ceterms:description": {"en": "What service counts for."},
  "ceterms:subjectWebpage": "https://harbor.example/transfer",
  "ceterms:ownedBy": ["own:ce-11111111-1111-4111-8111-111111111111"],
  "ceterms:transferValue": [{"@type": "ceterms:ValueProfile",
    "schema:value": 3,
    "ceterms:creditUnitType": ["creditUnit:SemesterHour"],
    "ceterms:subject": [{"@type": "ceterms:CredentialAlignmentObject",
      "ceterms:targetNodeName": {"en": "Water"}}]}],
  "ceterms:transferValueFrom": ["_:described1"],
  "ceterms:transferValueFor": ["_:sea"],
  "ceterms:startDate": "2024-01-01"},
 {"@id": "_:described1",
  "@type": "ceterms:Course",
  "ceterms:name": {"en": "Watch"},
  "ceterms:subjectWebpage": "https://navy.example/watch"},
 {"@id": "_:sea",
  "@type": "ceterms:LearningOpportunityProfile",
  "ceterms:name": {"en": "Seamanship"},
  "ceterms:subjectWebpage": "https://harbor.example/sea",
  "ceterms:ownedBy": ["_:owner"]},
 {"@id": "_:owner",
  "@type": "ceterms:Organization",
  "ceterms:name": {"en": "Sea School"},
  "ceterms:subjectWebpage": "https://sea.example"}])"));
}

}  // namespace cartulary::ctdl::assistant
