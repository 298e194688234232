#include <gtest/gtest.h>

#include "ctdl/assistant/assistant_for_test.h"

namespace cartulary::ctdl::assistant {

namespace {

std::string problems_with(std::string_view more) {
    return problems_in("credential", credential_with(more));
}

}  // namespace

TEST(AssistantProblems, are_none_where_nothing_is_wrong) {
    EXPECT_EQ(problems_with(""), "");
    EXPECT_EQ(problems_in("organization", organization_with("")), "");
}

TEST(AssistantProblems, name_what_is_unknown_and_was_left_out) {
    EXPECT_EQ(problems_with(R"("Colour": "blue", "Requires": [{"Name": "x", "Smell": 1}])"),
              "warning Credential.Colour is not known of ceterms:Certificate, and was left out\n"
              "warning Credential.Requires[0].Smell is not known of ceterms:ConditionProfile, and "
              "was left out\n");
}

TEST(AssistantProblems, ignore_what_is_not_given) {
    EXPECT_EQ(problems_with(R"("Keyword": [], "DateEffective": " ", "Requires": [{}, null],
        "Nonsense": null, "AvailabilityListing": [null], "CopyrightHolder": {},
        "AccreditedBy": [{"Type": "Organization"}])"),
              "");
}

TEST(AssistantProblems, tell_all_that_is_missing_of_a_class) {
    EXPECT_EQ(problems_in("credential", R"({"Credential": {"CredentialType": "License"}})"),
              "error Credential.CTID is required\n"
              "error Credential.Name is required\n"
              "error Credential.Description is required\n"
              "error Credential.SubjectWebpage is required\n"
              "error Credential.CredentialStatusType is required\n"
              "error Credential.InLanguage is required\n"
              "error Credential.OwnedBy is required: OwnedBy or OfferedBy\n");
    EXPECT_EQ(problems_in("organization", R"({"Organization": {"Type": "Organization",
        "CTID": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1", "Name": "N", "Description": "Short"}})"),
              "error Organization.Description must have at least 15 characters\n"
              "error Organization.SubjectWebpage is required\n"
              "error Organization.AgentType is required\n"
              "error Organization.AgentSectorType is required\n"
              "error Organization.Email is required: Email or Address\n");
}

TEST(AssistantProblems, tell_what_is_wrong_and_what_is_missing_at_once_errors_first) {
    EXPECT_EQ(problems_in("credential", R"({"Credential": {"CredentialType": "License",
        "Ctid": "ce-0D1C2B3A-4958-4677-8695-A4B3C2D1E0F1", "Colour": "blue",
        "CredentialStatusType": "Sleeping", "DateEffective": "soon",
        "Name": "Pilot", "Description": "Guides ships.", "InLanguage": ["en"],
        "OwnedBy": [{"CTID": "nobody"}],
        "Requires": [{"TargetCredential": ["ce-1", {"Type": "Boat", "Name": "A boat"}]}]}})"),
              "error Credential.CredentialStatusType \"Sleeping\" is not in Credential Status, "
              "which has Active, Ceasing, Deprecated, Probationary, Suspended, TeachOut\n"
              "error Credential.OwnedBy[0].CTID must be \"ce-\" and a UUID, for example "
              "ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301\n"
              "error Credential.Requires[0].TargetCredential[1].Type \"Boat\" is no class of CTDL\n"
              "error Credential.DateEffective must be a date, for example 2024-02-29\n"
              "error Credential.Requires[0].TargetCredential[0] must be a CTID, an absolute "
              "address, or the name of a blank node\n"
              "error Credential.SubjectWebpage is required\n"
              "warning Credential.Colour is not known of ceterms:License, and was left out\n");
}

TEST(AssistantProblems, tell_the_nearest_names_of_a_long_scheme) {
    EXPECT_EQ(problems_in("organization", organization_with(R"("AgentType": ["FourYeer"])")),
              "error Organization.AgentType[0] \"FourYeer\" is not in Organization Type; the "
              "nearest are FourYear, TwoYear, Business, Government, Magnet\n");
}

TEST(AssistantProblems, refuse_classes_that_do_not_fit) {
    const auto problems_of_type = [](std::string_view type) {
        return problems_in("credential",
                           R"({"DefaultLanguage": "en", "Credential": {"CredentialType": ")" +
                               std::string(type) + R"(", "Name": "N", "Description": "D",
            "CTID": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
            "SubjectWebpage": "https://harbor.example", "CredentialStatusType": "Active",
            "OwnedBy": [{"CTID": "ce-11111111-1111-4111-8111-111111111111"}]}})");
    };
    EXPECT_EQ(problems_of_type("BachelorDegree"), "");
    EXPECT_EQ(problems_of_type("Boat"),
              "error Credential.CredentialType \"Boat\" is no class of "
              "CTDL\n");
    EXPECT_EQ(problems_of_type("Course"),
              "error Credential.CredentialType must be a kind of "
              "ceterms:Credential, not ceterms:Course\n");
    EXPECT_EQ(problems_of_type("Credential"),
              "error Credential.CredentialType must be a narrower class than ceterms:Credential\n");
    EXPECT_EQ(problems_of_type("ceterms:Degree"),
              "error Credential.CredentialType must be a narrower class than ceterms:Degree\n");
}

TEST(AssistantProblems, refuse_what_another_kind_of_the_thing_has) {
    EXPECT_EQ(problems_with(R"("DegreeMajor": ["Boats"])"),
              "error Credential.DegreeMajor is no property of ceterms:Certificate\n");
}

TEST(AssistantProblems, refuse_values_of_the_wrong_form) {
    EXPECT_EQ(problems_with(R"("EstimatedDuration": [{"ExactDuration": {"Years": "some"}}],
        "DescriptionLangMap": {"not a tag": "x"}, "Image": "just words here", "Renewal": [true],
        "ONET_Codes": ["15-1212.00", "152"], "Requires": [{"Weight": "heavy", "Name": true}],
        "Keyword": [["nested"]], "AvailableAt": [5], "AudienceType": [7], "CopyrightHolder": 5)"),
              "error Credential.EstimatedDuration[0].ExactDuration must have Years as a number "
              "between 0 and 1000000000\n"
              "error Credential.DescriptionLangMap.not a tag must be a language tag, for example "
              "en-US\n"
              "error Credential.Renewal[0] must be an object\n"
              "error Credential.ONET_Codes[1] must be a code of the Standard Occupational "
              "Classification, written ##-####[.##]\n"
              "error Credential.Requires[0].Name must be a text, a list of texts, or texts by "
              "language\n"
              "error Credential.Keyword[0] must not be a list within a list\n"
              "error Credential.AvailableAt[0] must be an object\n"
              "error Credential.AudienceType[0] must be a text\n"
              "error Credential.CopyrightHolder must be a CTID, an address, or an object with a "
              "CTID, or with Type, Name and SubjectWebpage\n"
              "error Credential.Image must be a CTID, an absolute address, or the name of a blank "
              "node\n"
              "error Credential.Requires[0].Weight must be a number\n");
}

TEST(AssistantProblems, of_one_of_many_begin_at_its_place) {
    const auto request = json::parse(R"({"Credentials": [{}, {"CredentialType": "Boat"}], "X": 1,
        "ReferenceObjects": [{"Id": "_:b", "Type": "License", "Name": "x"}]})");
    const auto& list = *request->find("Credentials")->array();
    const auto reading =
        map(*find_entity("credential"), *request, {"Credentials", 1, list[1]}, test_addresses);
    const auto problems = problems_of(reading);
    EXPECT_EQ(problems.substr(0, problems.find('\n', problems.find('\n') + 1)),
              "error Credentials[1].CredentialType \"Boat\" is no class of CTDL\n"
              "error Credentials[1].CTID is required");
}

TEST(AssistantProblems, tell_of_a_request_that_is_none) {
    EXPECT_EQ(problems_in("credential", "[]"), "error  must be a JSON object\n");
    EXPECT_EQ(problems_in("credential", "{}"), "error Credential is required\n");
    EXPECT_EQ(problems_in("credential", R"({"Credential": "x"})"),
              "error Credential must be an object\n");
}

}  // namespace cartulary::ctdl::assistant
