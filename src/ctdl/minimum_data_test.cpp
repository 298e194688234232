#include <gtest/gtest.h>

#include "ctdl/documents_for_test.h"

namespace cartulary::ctdl {
namespace {

using for_test::document;

std::string missing(const std::string& payload) {
    return for_test::lines_of(missing_in(document(payload)));
}

std::string one(const std::string& type, const std::string& members = "") {
    return R"({"@type":")" + type +
           R"(","ceterms:ctid":"ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01")" +
           (members.empty() ? "" : ",") + members + "}";
}

constexpr auto described =
    R"("ceterms:name":{"en":"A name"},"ceterms:description":{"en":"Fifteen letters"},)"
    R"("ceterms:subjectWebpage":"https://college.example")";

TEST(MinimumData, is_there_in_whole_documents) {
    EXPECT_EQ(missing(for_test::credential), "");
    EXPECT_EQ(missing(for_test::framework), "");
}

TEST(MinimumData, of_a_credential) {
    EXPECT_EQ(missing(one("ceterms:BachelorDegree")),
              "error ceterms:name is required\n"
              "error ceterms:description is required\n"
              "error ceterms:subjectWebpage is required\n"
              "error ceterms:credentialStatusType is required\n"
              "error ceterms:inLanguage is required\n"
              "error ceterms:ownedBy is required: ceterms:ownedBy or ceterms:offeredBy\n");
}

TEST(MinimumData, of_an_organization) {
    EXPECT_EQ(missing(one("ceterms:CredentialOrganization",
                          R"("ceterms:description":{"en":"Too short here"})")),
              "error ceterms:name is required\n"
              "error ceterms:description must have at least 15 characters\n"
              "error ceterms:subjectWebpage is required\n"
              "error ceterms:agentType is required\n"
              "error ceterms:agentSectorType is required\n"
              "error ceterms:email is required: ceterms:email or ceterms:address\n");
    EXPECT_EQ(
        missing(one("ceterms:Organization", std::string(described) +
                                                R"(,"ceterms:agentType":["orgType:FourYear"],)"
                                                R"("ceterms:agentSectorType":"agentSector:Public",)"
                                                R"("ceterms:email":["info@college.example"])")),
        "");
}

TEST(MinimumData, of_what_is_offered) {
    const std::string owned =
        std::string(described) + R"(,"ceterms:offeredBy":[")" + for_test::owner_ctid + "\"]";
    constexpr auto availability =
        "error ceterms:availabilityListing is required: ceterms:availabilityListing or "
        "ceterms:availableAt or ceterms:availableOnlineAt\n";
    EXPECT_EQ(missing(one("ceterms:AssessmentProfile", owned)),
              std::string(availability) + "error ceterms:inLanguage is required\n");
    EXPECT_EQ(missing(one("ceterms:Course", owned)), availability);
    EXPECT_EQ(missing(one("ceterms:LearningProgram",
                          owned + R"(,"ceterms:availableOnlineAt":["https://college.example/1"])")),
              "");
}

TEST(MinimumData, of_a_framework_and_its_competencies) {
    EXPECT_EQ(missing(one("ceasn:CompetencyFramework")),
              "error ceasn:name is required\n"
              "error ceasn:description is required\n"
              "error ceasn:inLanguage is required\n"
              "error ceasn:publisher is required\n"
              "error ceasn:dateCreated is required\n"
              "error ceasn:hasTopChild is required\n"
              "error @graph must have at least one ceasn:Competency\n");
    std::string text = for_test::framework;
    const auto at = text.rfind(R"("ceasn:competencyText")");
    text.erase(at, text.find('\n', at) - at);
    EXPECT_EQ(missing(text), "error @graph[2].ceasn:competencyText is required\n");
}

TEST(MinimumData, of_anything_else_is_a_name) {
    EXPECT_EQ(missing(one("ceterms:Pathway")), "error ceterms:name is required\n");
    EXPECT_EQ(missing(one("skos:ConceptScheme")), "error ceasn:name is required\n");
    EXPECT_EQ(missing(one("ceterms:Pathway", R"("ceterms:name":{"en":"A"})")), "");
}

TEST(MinimumData, refuses_classes_of_which_nothing_is) {
    EXPECT_EQ(missing(one("ceterms:Credential")).substr(0, 61),
              "error @type must be a narrower class than ceterms:Credential\n");
    EXPECT_NE(missing(one("ceterms:Degree")).find("narrower class"), std::string::npos);
    EXPECT_NE(missing(one("ceterms:ConditionProfile")).find("published for itself"),
              std::string::npos);
}

}  // namespace
}  // namespace cartulary::ctdl
