#include "dialects/assistant/assistant_for_test.h"

namespace cartulary::assistant {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class AssistantPublishTest : public AssistantTest {};
CARTULARY_ON_EVERY_DATABASE(AssistantPublishTest);

TEST_P(AssistantPublishTest, stores_a_document_and_tells_where_it_is) {
    const auto answer = publish(certificate());
    EXPECT_TRUE(is_true(answer, "Successful"));
    EXPECT_TRUE(is_true(answer, "WasChanged"));
    EXPECT_THAT(messages_of(answer), IsEmpty());
    EXPECT_EQ(text_in(answer, "CTID"), welding);
    EXPECT_EQ(text_in(answer, "GraphUrl"), "https://registry.example/graph/" + welding);
    EXPECT_EQ(text_in(answer, "CredentialFinderUrl"),
              "https://registry.example/resources/" + welding);
    const auto envelope = text_in(answer, "RegistryEnvelopeIdentifier");
    EXPECT_TRUE(Uuid::parse(envelope)) << envelope;
    EXPECT_EQ(text_in(answer, "EnvelopeUrl"),
              "https://registry.example/ce-registry/envelopes/" + envelope);
    EXPECT_EQ(text_in(answer, "ResponseDate"), iso_8601(under_test.now()));
    EXPECT_EQ(text_in(answer, "Payload"), served(welding));
    EXPECT_NE(served(welding).find("ceterms:Certificate"), std::string::npos);
}

TEST_P(AssistantPublishTest, changes_nothing_when_the_data_is_the_same) {
    publish(certificate());
    const auto again = publish(certificate());
    EXPECT_TRUE(is_true(again, "Successful"));
    EXPECT_FALSE(is_true(again, "WasChanged"));
    EXPECT_THAT(messages_of(again),
                ElementsAre("Warning - the registry has the same data already; nothing was "
                            "changed"));
    EXPECT_EQ(text_in(again, "Payload"), served(welding));

    const auto changed = publish(certificate("Welding II"));
    EXPECT_TRUE(is_true(changed, "WasChanged"));
    EXPECT_NE(served(welding).find("Welding II"), std::string::npos);
}

TEST_P(AssistantPublishTest, takes_paths_names_and_the_word_for_the_key_in_any_case) {
    for (const auto* word : {"ApiToken ", "apitoken ", "Bearer ", "Token "}) {
        const auto response = send(http::Method::post, "/ASSISTANT/Credential/Publish",
                                   certificate(), {{"authorization", word + college.api_key}});
        EXPECT_EQ(response.status, 200) << response.body;
        EXPECT_TRUE(is_true(json_of(response), "Successful")) << response.body;
    }
}

TEST_P(AssistantPublishTest, publishes_a_class_by_its_own_name) {
    auto body = certificate();
    const auto answer = publish(body, "certificate");
    EXPECT_TRUE(is_true(answer, "Successful")) << json::text_of(answer);
    const auto refused = publish(body, "license");
    EXPECT_THAT(messages_of(refused),
                ElementsAre("Error - Credential.CredentialType must be a kind of ceterms:License, "
                            "not ceterms:Certificate"));
}

TEST_P(AssistantPublishTest, tells_every_problem_at_once_errors_first) {
    const auto answer = publish(R"({"PublishForOrganizationIdentifier": "nobody",
        "Registry": "navy", "Credential": {"CTID": "ce-1", "CredentialType": "License",
        "Name": "N", "Description": "D", "Colour": "blue", "CredentialStatusType": "Asleep",
        "OwnedBy": [{"CTID": ")" +
                                college.id.ctid() + R"("}], "InLanguage": ["en"]}})");
    EXPECT_FALSE(is_true(answer, "Successful"));
    EXPECT_EQ(text_in(answer, "Payload"), "");
    EXPECT_THAT(
        messages_of(answer),
        ElementsAre("Error - PublishForOrganizationIdentifier must be \"ce-\" and a UUID, for "
                    "example ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301",
                    "Error - Registry must be ce-registry, or empty",
                    "Error - Credential.CTID must be \"ce-\" and a UUID, for example "
                    "ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301",
                    "Error - Credential.CredentialStatusType \"Asleep\" is not in Credential "
                    "Status, which has Active, Ceasing, Deprecated, Probationary, Suspended, "
                    "TeachOut",
                    "Error - Credential.SubjectWebpage is required",
                    "Warning - Credential.Colour is not known of ceterms:License, and was left "
                    "out"));
    EXPECT_EQ(served(welding), "");
}

TEST_P(AssistantPublishTest, needs_to_know_for_whom) {
    auto body = certificate();
    body.replace(body.find("PublishForOrganizationIdentifier"), 7, "Nonsens");
    const auto answer = publish(body);
    EXPECT_EQ(messages_of(answer).front(), "Error - PublishForOrganizationIdentifier is required");
}

TEST_P(AssistantPublishTest, warns_of_references_that_are_not_here) {
    const auto answer =
        publish(certificate("Welding I", R"("CommonCosts": [")" + ctid('8') +
                                             R"("], "HasPart": [{"CTID": ")" + ctid('9') + "\"}]"));
    EXPECT_TRUE(is_true(answer, "Successful"));
    EXPECT_THAT(messages_of(answer),
                UnorderedElementsAre(
                    "Warning - " + ctid('8') + " is referred to, and is not in this registry",
                    "Warning - " + ctid('9') + " is referred to, and is not in this registry"));
}

TEST_P(AssistantPublishTest, leaves_the_payload_out_when_asked) {
    const auto answer =
        publish(request_for(college, "Credential", credential(welding, college.id.ctid()),
                            "\"ExcludingPayloadInResponse\": true"));
    EXPECT_TRUE(is_true(answer, "Successful"));
    EXPECT_EQ(text_in(answer, "Payload"), "");
}

TEST_P(AssistantPublishTest, publishes_for_another_only_with_its_approval) {
    const auto body = request_for(school, "Credential", credential(welding, school.id.ctid()));
    const auto refused = publish(body);
    EXPECT_FALSE(is_true(refused, "Successful"));
    EXPECT_EQ(served(welding), "");

    grant(school, college);
    const auto answer = publish(body);
    EXPECT_TRUE(is_true(answer, "Successful")) << json::text_of(answer);
    const auto known = resources.known(Ctid::parse(welding).value());
    ASSERT_TRUE(known);
    EXPECT_EQ(known->owner, school.id);
    EXPECT_EQ(known->publisher, college.id);
}

TEST_P(AssistantPublishTest, refuses_organizations_that_may_not_publish) {
    const auto nobody = publish(R"({"PublishForOrganizationIdentifier": ")" + ctid('f') +
                                R"(", "Credential": )" + credential(welding, ctid('f')) + "}");
    EXPECT_THAT(messages_of(nobody),
                ElementsAre("Error - PublishForOrganizationIdentifier " + ctid('f') +
                            " is no organization for which you may publish; it must be registered "
                            "here, and approve a third party that publishes for it"));
    set_status(college, OrganizationStatus::submitted);
    const auto unapproved = publish(certificate());
    EXPECT_FALSE(is_true(unapproved, "Successful"));
    EXPECT_EQ(messages_of(unapproved).size(), 1U);
    EXPECT_EQ(served(welding), "");
}

TEST_P(AssistantPublishTest, refuses_anothers_ctid_and_owners_that_do_not_name_the_owner) {
    publish(certificate());
    const auto taken = send(
        http::Method::post, "/assistant/credential/publish",
        request_for(school, "Credential", credential(welding, school.id.ctid())), {key_of(school)});
    EXPECT_THAT(messages_of(json_of(taken)),
                ElementsAre("Error - Credential.CTID belongs to another organization"));
    const auto foreign =
        publish(request_for(college, "Credential", credential(ctid('2'), school.id.ctid())));
    EXPECT_THAT(messages_of(foreign),
                ElementsAre("Error - Credential.OwnedBy do not name the organization that it is "
                            "published for, " +
                            college.id.ctid()));
}

TEST_P(AssistantPublishTest, publishes_a_framework_with_its_competencies) {
    const auto answer =
        publish(request_for(college, "CompetencyFramework",
                            R"({"CTID": ")" + welding +
                                R"(", "Name": "Welding", "Description": "What welders can do.",
        "Publisher": [")" + college.id.ctid() +
                                R"("], "DateCreated": "2024-01-01", "HasTopChild": [")" +
                                ctid('2') + "\"]}",
                            R"("Competencies": [{"CTID": ")" + ctid('2') +
                                R"(", "CompetencyText": "Welds"}])"),
                "competencyframework");
    EXPECT_TRUE(is_true(answer, "Successful")) << json::text_of(answer);
    EXPECT_TRUE(resources.resource(Ctid::parse(ctid('2')).value()));
}

TEST_P(AssistantPublishTest, publishes_what_an_organization_says_of_itself) {
    const auto body = [&](const std::string& more) {
        return request_for(college, "Organization",
                           R"({"Type": "CredentialOrganization", "CTID": ")" + college.id.ctid() +
                               R"(", "Name": "Harbor College",
            "Description": "Teaches what is done on and beside the water.",
            "SubjectWebpage": "https://harbor.example", "AgentType": ["TwoYear"],
            "AgentSectorType": "Public", "Email": ["office@harbor.example"])" +
                               more + "}");
    };
    const auto with_fein = body(R"(, "Fein": "23-7455576")");
    const auto answer = publish(with_fein, "organization");
    EXPECT_TRUE(is_true(answer, "Successful")) << json::text_of(answer);
    EXPECT_EQ(text_in(answer, "Payload"), served(college.id.ctid()));
    EXPECT_FALSE(is_true(publish(with_fein, "organization"), "WasChanged"));

    // What the record holds and the request does not mention stays, and is in what format gives.
    const auto format = json_of(post("/assistant/organization/format", body("")));
    publish(body(""), "organization");
    EXPECT_NE(served(college.id.ctid()).find("23-7455576"), std::string::npos);
    EXPECT_EQ(text_in(format, "Payload"), served(college.id.ctid()));
}

}  // namespace cartulary::assistant
