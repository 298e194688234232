#include "dialects/assistant/assistant_for_test.h"

namespace cartulary::assistant {

using testing::ElementsAre;
using testing::HasSubstr;

class AssistantGraphTest : public AssistantTest {
protected:
    std::string graph(const std::string& ctid, const std::string& more = "") {
        return R"([{"@id": "https://registry.example/resources/)" + ctid +
               R"(", "@type": "ceterms:Certificate", "ceterms:ctid": ")" + ctid +
               R"(", "ceterms:name": {"en-US": "Welding I"},
            "ceterms:description": {"en-US": "Joins metals by heat."},
            "ceterms:subjectWebpage": "https://harbor.example/welding",
            "ceterms:credentialStatusType": {"@type": "ceterms:CredentialAlignmentObject",
                "ceterms:targetNode": "credentialStat:Active"},
            "ceterms:inLanguage": ["en-US"],
            "ceterms:ownedBy": ["https://registry.example/resources/)" +
               college.id.ctid() + "\"]" + more + "}]";
    }
    std::string input(const std::string& ctid, const std::string& more = "") {
        return R"({"@context": "https://credreg.net/ctdl/schema/context/json",
            "@id": "https://registry.example/graph/)" +
               ctid + R"(", "@graph": )" + graph(ctid, more) + "}";
    }
    json::Value publish_graph(const std::string& member, const std::string& input,
                              const std::string& entity = "credential") {
        return json_of(
            post("/assistant/" + entity + "/publishGraph", request_for(college, member, input)));
    }
};
CARTULARY_ON_EVERY_DATABASE(AssistantGraphTest);

TEST_P(AssistantGraphTest, publishes_linked_data_as_it_is) {
    const auto answer = publish_graph("GraphInput", input(welding));
    EXPECT_TRUE(is_true(answer, "Successful")) << json::text_of(answer);
    EXPECT_EQ(text_in(answer, "Payload"), served(welding));
}

TEST_P(AssistantGraphTest, takes_other_names_and_graphs_in_a_text) {
    const auto text = json::text_of(json::Value(graph(welding)));
    for (const auto& each :
         {R"({"Context": "https://credreg.net/ctdl/schema/context/json", "Graph": )" +
              graph(welding) + "}",
          R"({"Graph": )" + text + "}",
          R"({"Graph": )" + json::text_of(json::Value(input(welding))) + "}"}) {
        const auto answer = publish_graph("CredentialGraph", each);
        EXPECT_TRUE(is_true(answer, "Successful")) << json::text_of(answer) << each;
    }
}

TEST_P(AssistantGraphTest, answers_a_list_with_a_list) {
    const auto answers =
        publish_graph("GraphInput", '[' + input(welding) + ", {}, " + input(ctid('2')) + ']');
    ASSERT_TRUE(answers.array()) << json::text_of(answers);
    ASSERT_EQ(answers.array()->size(), 3U);
    EXPECT_TRUE(is_true((*answers.array())[0], "Successful"));
    EXPECT_FALSE(is_true((*answers.array())[1], "Successful"));
    EXPECT_TRUE(is_true((*answers.array())[2], "Successful"));
}

TEST_P(AssistantGraphTest, takes_fifty_and_no_more) {
    std::string many = "{}";
    for (int i = 1; i < 51; ++i) many += ", {}";
    EXPECT_THAT(messages_of(publish_graph("GraphInput", '[' + many + ']')),
                ElementsAre("Error - GraphInput must be a graph, or a list of at most 50"));
    EXPECT_THAT(messages_of(publish_graph("Credential", "{}")),
                ElementsAre("Error - GraphInput must be a graph, or a list of at most 50"));
}

TEST_P(AssistantGraphTest, tells_what_is_wrong_with_it) {
    EXPECT_THAT(messages_of(publish_graph("GraphInput", input(welding), "organization")),
                ElementsAre("Error - GraphInput.@type must be a kind of ceterms:Organization, not "
                            "ceterms:Certificate"));
    EXPECT_THAT(messages_of(publish_graph("GraphInput",
                                          input(welding, R"(, "ceterms:fein": "23-7455576")"))),
                ElementsAre("Error - GraphInput.@graph[0].ceterms:fein is no property of "
                            "ceterms:Certificate"));
    for (const auto* wrong : {"5", "\"x\"", "{}", R"({"@graph": {}})", R"({"Graph": "{"})"}) {
        const auto answer = publish_graph("GraphInput", wrong);
        EXPECT_FALSE(is_true(answer, "Successful")) << wrong;
        EXPECT_THAT(messages_of(answer).front(), HasSubstr("Error - GraphInput")) << wrong;
    }
}

}  // namespace cartulary::assistant
