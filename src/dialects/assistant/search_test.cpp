#include "dialects/assistant/assistant_for_test.h"

namespace cartulary::assistant {

using testing::HasSubstr;

class AssistantSearchTest : public AssistantTest {
protected:
    json::Value search(const std::string& body) {
        const auto response = post("/assistant/search/ctdl", body);
        EXPECT_EQ(response.status, 200) << response.body;
        return json_of(response);
    }
};
CARTULARY_ON_EVERY_DATABASE(AssistantSearchTest);

TEST_P(AssistantSearchTest, finds_by_example) {
    publish(certificate());
    publish(request_for(college, "Credential", credential(ctid('2'), college.id.ctid(), "Boats")));
    const auto answer = search(R"({"Query": {"@type": "ceterms:Certificate",
        "ceterms:name": "welding"}, "Skip": 0, "Take": 5})");
    EXPECT_TRUE(is_true(answer, "valid")) << json::text_of(answer);
    EXPECT_EQ(text_in(answer, "status"), "okay");
    EXPECT_EQ(*answer.find("extra")->find("TotalResults")->integer(), 1);
    ASSERT_EQ(answer.find("data")->array()->size(), 1U);
    EXPECT_EQ(text_in(answer.find("data")->array()->front(), "ceterms:ctid"), welding);
}

TEST_P(AssistantSearchTest, takes_a_page) {
    publish(certificate());
    publish(request_for(college, "Credential", credential(ctid('2'), college.id.ctid())));
    const auto page = search(R"({"query": {"@type": "ceterms:Certificate"}, "skip": 1,
        "take": 1000})");
    EXPECT_EQ(page.find("data")->array()->size(), 1U);
    EXPECT_EQ(*page.find("extra")->find("TotalResults")->integer(), 2);
}

TEST_P(AssistantSearchTest, tells_in_its_own_shape_what_is_no_query) {
    for (const auto* body : {"{}", R"({"Query": {}})", R"({"Query": "x"})",
                             R"({"Query": {"ceterms:nonsense": "x"}})"}) {
        const auto answer = search(body);
        EXPECT_FALSE(is_true(answer, "valid")) << body;
        EXPECT_THAT(text_in(answer, "status"), HasSubstr("Error: ")) << body;
        EXPECT_TRUE(answer.find("data")->is_null());
    }
}

}  // namespace cartulary::assistant
