#include "ctdl/document.h"
#include "dialects/assistant/assistant_for_test.h"

namespace cartulary::assistant {

using testing::ElementsAre;

class AssistantRefusalsTest : public AssistantTest {};
CARTULARY_ON_EVERY_DATABASE(AssistantRefusalsTest);

TEST_P(AssistantRefusalsTest, describes_every_route) {
    EXPECT_EQ(description.operations(), testkit::ApiDescription::operations(area(operations)));
}

TEST_P(AssistantRefusalsTest, asks_for_a_key_everywhere_but_to_format) {
    for (const auto& [method, path] : {std::pair{http::Method::post, "credential/publish"},
                                       {http::Method::post, "credential/publishList"},
                                       {http::Method::post, "credential/publishGraph"},
                                       {http::Method::post, "credential/delete"},
                                       {http::Method::del, "credential/delete"},
                                       {http::Method::post, "search/ctdl"}}) {
        for (const auto* authorization : {"", "ApiToken x", "ApiToken ", "Basic x", "x"}) {
            const auto response = send(method, std::string("/assistant/") + path, certificate(),
                                       {{"authorization", authorization}});
            EXPECT_EQ(response.status, 401) << path << ' ' << authorization;
            EXPECT_FALSE(is_true(json_of(response), "Successful"));
            EXPECT_EQ(messages_of(json_of(response)).size(), 1U);
        }
    }
    EXPECT_EQ(send(http::Method::post, "/assistant/credential/format", certificate(), {}).status,
              200);
}

TEST_P(AssistantRefusalsTest, refuses_what_is_no_json_object) {
    const auto response = post("/assistant/credential/publish", "{\"Credential\": {,}}");
    EXPECT_EQ(response.status, 400);
    EXPECT_THAT(messages_of(json_of(response)).front(),
                testing::StartsWith("Error - the body is not JSON: line 1, column "));
    for (const auto* path : {"credential/publish", "credential/format", "credential/delete",
                             "search/ctdl", "credential/publishGraph", "credential/publishList"}) {
        const auto list = post(std::string("/assistant/") + path, "[]");
        EXPECT_EQ(list.status, 400) << path;
        EXPECT_THAT(messages_of(json_of(list)),
                    ElementsAre("Error - the body must be a JSON object"));
    }
}

TEST_P(AssistantRefusalsTest, refuses_bodies_that_are_too_large) {
    const auto body = certificate(std::string(ctdl::document_bytes_max, 'x'));
    const auto response = post("/assistant/credential/publish", body);
    EXPECT_EQ(response.status, 413);
    EXPECT_THAT(messages_of(json_of(response)),
                ElementsAre("Error - a request has at most 16777216 bytes"));
}

TEST_P(AssistantRefusalsTest, refuses_what_is_published_under_no_such_name) {
    for (const auto* entity : {"boat", "ConditionProfile", "x'; drop table resource"}) {
        const auto response = post("/assistant/" + std::string(entity) + "/publish", certificate());
        EXPECT_EQ(response.status, 404) << entity;
        EXPECT_EQ(messages_of(json_of(response)).size(), 1U);
    }
    EXPECT_EQ(post("/assistant/credential/nonsense", certificate()).status, 404);
    EXPECT_EQ(send(http::Method::get, "/assistant/credential/publish", "", {}).status, 405);
}

TEST_P(AssistantRefusalsTest, keeps_a_key_that_may_not_write_from_writing) {
    publish(certificate());
    const auto other = send(http::Method::del, "/assistant/credential/delete",
                            "{\"PublishForOrganizationIdentifier\": \"" + college.id.ctid() +
                                "\", \"CTID\": \"" + welding + "\"}",
                            {key_of(school)});
    EXPECT_FALSE(is_true(json_of(other), "Successful"));
    EXPECT_NE(served(welding), "");
}

}  // namespace cartulary::assistant
