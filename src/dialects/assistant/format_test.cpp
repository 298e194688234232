#include "dialects/assistant/assistant_for_test.h"

namespace cartulary::assistant {

using testing::ElementsAre;
using testing::IsEmpty;

class AssistantFormatTest : public AssistantTest {
protected:
    json::Value format(const std::string& body, const std::string& entity = "credential") {
        const auto response =
            send(http::Method::post, "/assistant/" + entity + "/format", body, {});
        EXPECT_EQ(response.status, 200) << response.body;
        return json_of(response);
    }
};
CARTULARY_ON_EVERY_DATABASE(AssistantFormatTest);

TEST_P(AssistantFormatTest, gives_without_a_key_what_publishing_would_store) {
    const auto answer = format(certificate());
    EXPECT_TRUE(is_true(answer, "Successful"));
    EXPECT_THAT(messages_of(answer), IsEmpty());
    EXPECT_EQ(served(welding), "");
    publish(certificate());
    EXPECT_EQ(text_in(answer, "Payload"), served(welding));
}

TEST_P(AssistantFormatTest, needs_no_owner_and_tells_every_problem) {
    const auto answer = format(R"({"Credential": {"CredentialType": "License", "Smell": 1}})");
    EXPECT_FALSE(is_true(answer, "Successful"));
    EXPECT_EQ(text_in(answer, "Payload"), "");
    EXPECT_THAT(
        messages_of(answer),
        ElementsAre("Error - Credential.CTID is required", "Error - Credential.Name is required",
                    "Error - Credential.Description is required",
                    "Error - Credential.SubjectWebpage is required",
                    "Error - Credential.CredentialStatusType is required",
                    "Error - Credential.InLanguage is required",
                    "Error - Credential.OwnedBy is required: OwnedBy or OfferedBy",
                    "Warning - Credential.Smell is not known of ceterms:License, and was "
                    "left out"));
}

TEST_P(AssistantFormatTest, takes_linked_data_too) {
    const auto plain = format(certificate());
    const auto payload = text_in(plain, "Payload");
    const auto answer = format("{\"GraphInput\": " + payload + "}");
    EXPECT_TRUE(is_true(answer, "Successful")) << json::text_of(answer);
    EXPECT_EQ(text_in(answer, "Payload"), payload);
}

}  // namespace cartulary::assistant
