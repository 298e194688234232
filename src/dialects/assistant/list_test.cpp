#include "dialects/assistant/assistant_for_test.h"

namespace cartulary::assistant {

using testing::ElementsAre;
using testing::IsEmpty;

class AssistantListTest : public AssistantTest {
protected:
    // As many credentials, the first CTIDs of which differ in their last character.
    std::string credentials(std::size_t count, const std::string& name = "Welding I") {
        std::string list;
        for (std::size_t i = 0; i < count; ++i) {
            const auto digits = std::to_string(i + 1);
            const auto last = std::string(12 - digits.size(), '0') + digits;
            list +=
                (i == 0 ? "" : ", ") + credential(std::string("ce-7a3b1f60-2d4c-4e5f-8a9b-") + last,
                                                  college.id.ctid(), name);
        }
        return '[' + list + ']';
    }

    std::vector<json::Value> publish_list(const std::string& member, const std::string& list) {
        const auto answers =
            json_of(post("/assistant/credential/publishList", request_for(college, member, list)));
        EXPECT_TRUE(answers.array()) << json::text_of(answers);
        return answers.array() ? *answers.array() : json::Array();
    }
};
CARTULARY_ON_EVERY_DATABASE(AssistantListTest);

TEST_P(AssistantListTest, answers_each_in_the_order_of_the_list) {
    auto list = credentials(2);
    list.insert(list.size() - 1, R"(, {"CredentialType": "Boat"}, 5)");
    const auto answers = publish_list("Credentials", list);
    ASSERT_EQ(answers.size(), 4U);
    EXPECT_EQ(text_in(answers[0], "CTID"), ctid('1'));
    EXPECT_EQ(text_in(answers[1], "CTID"), ctid('2'));
    EXPECT_TRUE(is_true(answers[1], "Successful"));
    EXPECT_FALSE(is_true(answers[2], "Successful"));
    EXPECT_EQ(messages_of(answers[2]).front(),
              "Error - Credentials[2].CredentialType \"Boat\" is no class of CTDL");
    EXPECT_THAT(messages_of(answers[3]), ElementsAre("Error - Credentials[3] must be an object"));
    EXPECT_NE(served(ctid('2')), "");
}

TEST_P(AssistantListTest, finds_the_list_by_its_usual_names) {
    for (const auto* name : {"Credentials", "credentiallist", "Credential"}) {
        EXPECT_EQ(publish_list(name, credentials(1)).size(), 1U) << name;
    }
    EXPECT_THAT(publish_list("Credentials", "[]"), IsEmpty());
}

TEST_P(AssistantListTest, takes_fifty_and_no_more) {
    EXPECT_EQ(publish_list("Credentials", credentials(50)).size(), 50U);
    const auto refused = json_of(post("/assistant/credential/publishList",
                                      request_for(college, "Credentials", credentials(51))));
    EXPECT_THAT(messages_of(refused),
                ElementsAre("Error - Credentials must be a list of at most 50"));
    const auto none = json_of(post("/assistant/credential/publishList", certificate()));
    EXPECT_THAT(messages_of(none), ElementsAre("Error - Credentials must be a list of at most 50"));
}

}  // namespace cartulary::assistant
