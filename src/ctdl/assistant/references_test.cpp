#include <gtest/gtest.h>

#include "ctdl/assistant/assistant_for_test.h"

namespace cartulary::ctdl::assistant {

namespace {

std::string problems_with(std::string_view more) {
    return problems_in("credential", credential_with(more));
}

// A credential with these objects beside it.
std::string with_objects(std::string_view more, std::string_view objects) {
    auto request = credential_with(more);
    request.insert(request.size() - 1, ", \"ReferenceObjects\": " + std::string(objects));
    return request;
}

std::string digest_of(std::string_view request) {
    const auto reading = mapped("credential", request);
    EXPECT_TRUE(reading.document) << problems_of(reading);
    return reading.document ? reading.document->digest() : "";
}

}  // namespace

TEST(AssistantReferences, are_kept_as_addresses_or_become_ones_of_this_registry) {
    const auto graph = graph_of("credential", credential_with(R"(
        "HasPart": [{"Id": "https://elsewhere.example/1", "Name": "said elsewhere"}],
        "CommonCosts": ["CE-22222222-2222-4222-8222-222222222222"],
        "IsPartOf": [{"Id": "https://registry.example/resources/ce-33333333-3333-4333-8333-333333333333"}])"));
    EXPECT_NE(graph.find(R"("ceterms:hasPart":["https://elsewhere.example/1"])"), std::string::npos)
        << graph;
    EXPECT_NE(graph.find("https://registry.example/resources/ce-22222222-2222-4222-8222-"),
              std::string::npos);
    EXPECT_NE(graph.find("https://registry.example/resources/ce-33333333-3333-4333-8333-"),
              std::string::npos);
}

TEST(AssistantReferences, to_what_is_only_described_need_a_type_a_name_and_a_page) {
    EXPECT_EQ(problems_with(R"("HasPart": [{"Name": "x"}, {"Type": "License"},
        {"Type": "License", "Description": "y"}, {"Type": "Degree", "Name": "z"}])"),
              "error Credential.HasPart[0] needs a CTID, or a Type that is a class of CTDL such as "
              "ceterms:Certificate\n"
              "error Credential.HasPart[2].Name is required of what has no CTID\n"
              "error Credential.HasPart[2].SubjectWebpage is required of what has no CTID\n"
              "error Credential.HasPart[3] needs a CTID, or a Type that is a class of CTDL such as "
              "ceterms:Certificate\n");
}

TEST(AssistantReferences, take_the_class_from_the_property_where_it_is_the_only_one) {
    EXPECT_EQ(problems_with(R"("AccreditedBy": [{"Name": "Board",
        "SubjectWebpage": "https://board.example"}])"),
              "warning Credential.AccreditedBy[0] has no Type, and was taken as "
              "ceterms:Organization\n");
    EXPECT_EQ(problems_with(R"("Requires": [{"Name": "x", "TargetAssessment": [{"Name": "Test",
        "SubjectWebpage": "https://test.example"}]}])"),
              "");
}

TEST(AssistantReferences, may_name_objects_of_the_request) {
    constexpr auto board = R"({"Id": "_:board", "Type": "QACredentialOrganization",
        "Name": "Board", "SubjectWebpage": "https://board.example"})";
    const auto request = with_objects(R"("AccreditedBy": ["_:board"], "ApprovedBy": ["_:board"])",
                                      '[' + std::string(board) + ']');
    EXPECT_EQ(problems_in("credential", request), "");
    const auto graph = graph_of("credential", request);
    EXPECT_NE(graph.find(R"("@id":"_:board","@type":"ceterms:QACredentialOrganization")"),
              std::string::npos)
        << graph;
}

TEST(AssistantReferences, to_objects_that_are_missing_or_wrong_are_told) {
    EXPECT_EQ(problems_in("credential", with_objects(R"("AccreditedBy": ["_:nobody"])", R"([
        {"Id": "_:unused", "Type": "License", "Name": "x"}, {"Id": "no", "Type": "License"},
        {"Id": "_:boat", "Type": "Boat"}, 5,
        {"Id": "_:unused", "Type": "License", "Name": "y"}])")),
              "error ReferenceObjects[1].Id must begin with _:\n"
              "error ReferenceObjects[2].Type must be a class of CTDL\n"
              "error ReferenceObjects[3] must be an object\n"
              "error ReferenceObjects[4].Id stands twice\n"
              "error Credential refers to the blank node _:nobody, which is not there\n"
              "warning ReferenceObjects[0] is referred to by nothing, and was left out\n");
    EXPECT_EQ(problems_in("credential", with_objects("", "{}")), "");
    EXPECT_EQ(problems_in("credential", with_objects("", "\"x\"")),
              "error ReferenceObjects must be a list of objects\n");
}

TEST(AssistantReferences, give_the_same_digest_whatever_the_order_of_members) {
    const auto one = digest_of(credential_with(R"(
        "AccreditedBy": [{"Type": "Organization", "Name": "A", "SubjectWebpage": "https://a.example"}],
        "ApprovedBy": [{"Type": "Organization", "Name": "B", "SubjectWebpage": "https://b.example"}])"));
    const auto other = digest_of(credential_with(R"(
        "ApprovedBy": [{"SubjectWebpage": "https://b.example", "Name": "B", "Type": "Organization"}],
        "accreditedby": [{"Name": "A", "Type": "Organization", "SubjectWebpage": "https://a.example"}])"));
    EXPECT_EQ(one, other);
    EXPECT_NE(one, digest_of(credential_with("")));
}

}  // namespace cartulary::ctdl::assistant
