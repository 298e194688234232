#include "dialects/assistant/assistant_for_test.h"

namespace cartulary::assistant {

using testing::ElementsAre;
using testing::IsEmpty;

class AssistantDeleteTest : public AssistantTest {
protected:
    json::Value remove(const std::string& members, http::Method method = http::Method::del) {
        const auto response = send(method, "/assistant/credential/delete",
                                   "{\"PublishForOrganizationIdentifier\": \"" + college.id.ctid() +
                                       "\", " + members + "}",
                                   {key_of(college)});
        EXPECT_EQ(response.status, 200) << response.body;
        return json_of(response);
    }
};
CARTULARY_ON_EVERY_DATABASE(AssistantDeleteTest);

TEST_P(AssistantDeleteTest, leaves_a_tombstone) {
    publish(certificate());
    const auto answer = remove("\"CTID\": \"" + welding + '"');
    EXPECT_TRUE(is_true(answer, "Successful")) << json::text_of(answer);
    EXPECT_THAT(messages_of(answer), IsEmpty());
    const auto gone = resources.graph(Ctid::parse(welding).value());
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().kind, ErrorKind::gone);
    EXPECT_FALSE(is_true(remove("\"CTID\": \"" + welding + '"'), "Successful"));
}

TEST_P(AssistantDeleteTest, takes_a_list_and_post) {
    publish(certificate());
    publish(request_for(college, "Credential", credential(ctid('2'), college.id.ctid())));
    const auto answer =
        remove("\"CTIDList\": [\"" + welding + "\", \"" + ctid('2') + "\"]", http::Method::post);
    EXPECT_TRUE(is_true(answer, "Successful")) << json::text_of(answer);
    EXPECT_EQ(served(ctid('2')), "");
}

TEST_P(AssistantDeleteTest, tells_of_each_that_it_did_not_delete) {
    publish(certificate());
    const auto answer =
        remove("\"CTIDList\": [\"" + welding + "\", \"" + ctid('9') + "\", \"x\", 5]");
    EXPECT_FALSE(is_true(answer, "Successful"));
    const auto messages = messages_of(answer);
    ASSERT_EQ(messages.size(), 3U);
    EXPECT_TRUE(messages[0].ends_with('(' + ctid('9') + ')')) << messages[0];
    EXPECT_EQ(messages[1],
              "Error - CTID x must be \"ce-\" and a UUID, for example "
              "ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    EXPECT_EQ(served(welding), "");
}

TEST_P(AssistantDeleteTest, refuses_what_is_of_another) {
    grant(school, college);
    publish(request_for(school, "Credential", credential(welding, school.id.ctid())));
    EXPECT_THAT(messages_of(remove("\"CTID\": \"" + welding + '"')),
                ElementsAre("Error - " + welding + " is not of PublishForOrganizationIdentifier " +
                            college.id.ctid()));
    EXPECT_NE(served(welding), "");
}

TEST_P(AssistantDeleteTest, needs_a_ctid_and_takes_fifty_and_no_more) {
    EXPECT_THAT(messages_of(remove("\"X\": 1")), ElementsAre("Error - CTID is required"));
    std::string many = '"' + ctid('9') + '"';
    for (int i = 1; i < 51; ++i) many += ", \"" + ctid('9') + '"';
    EXPECT_THAT(messages_of(remove("\"CTIDList\": [" + many + "]")),
                ElementsAre("Error - CTIDList must be a list of at most 50 CTIDs"));
    EXPECT_THAT(messages_of(remove("\"CTIDList\": 5")),
                ElementsAre("Error - CTIDList must be a list of at most 50 CTIDs"));
}

}  // namespace cartulary::assistant
