#include "dialects/assistant/assistant_for_test.h"

// What nobody should send, and somebody does: as plain input and as a graph.
namespace cartulary::assistant {

namespace {

using testing::Contains;
using testing::HasSubstr;

class AssistantBadInput : public AssistantTest {
protected:
    // Answered with a word of what is wrong, and nothing is kept.
    void expect_refused(const std::string& request, const std::string& body,
                        const std::string& word) {
        const auto response = post("/assistant/credential/" + request, body);
        EXPECT_EQ(response.status, 200) << response.body.substr(0, 500);
        const auto answer = json_of(response);
        EXPECT_FALSE(is_true(answer, "Successful"));
        EXPECT_THAT(messages_of(answer), Contains(HasSubstr(word)));
        EXPECT_LT(response.body.size(), 200'000U);
        EXPECT_EQ(served(welding), "");
    }
    // A credential with these further members, of a request with those.
    void expect_refused_plain(const std::string& more, const std::string& word,
                              const std::string& beside = "") {
        expect_refused(
            "publish",
            request_for(college, "Credential",
                        credential(welding, college.id.ctid(), "Welding I", more), beside),
            word);
    }
    // A certificate with these further members, and these nodes after it.
    void expect_refused_graph(const std::string& more, const std::string& nodes,
                              const std::string& word) {
        const auto address = shared.public_url + "/resources/";
        expect_refused(
            "publishGraph",
            request_for(college, "GraphInput",
                        R"({"@context":"https://credreg.net/ctdl/schema/context/json","@id":")" +
                            shared.public_url + "/graph/" + welding + R"(","@graph":[{"@id":")" +
                            address + welding +
                            R"(","@type":"ceterms:Certificate","ceterms:ctid":")" + welding +
                            R"(","ceterms:name":{"en-US":"Welding I"},"ceterms:ownedBy":[")" +
                            address + college.id.ctid() + "\"]" + more + "}" + nodes + "]}"),
            word);
    }
    static std::string repeated(const std::string& text, std::size_t count) {
        std::string all;
        for (std::size_t i = 0; i < count; ++i) all += text;
        return all;
    }
    static std::string described(const std::string& id, const std::string& part_of) {
        return R"({"Id":"_:)" + id +
               R"(","Type":"Badge","Name":"Safety","SubjectWebpage":"https://a.example",)"
               R"("IsPartOf":["_:)" +
               part_of + "\"]}";
    }
    static std::string condition(const std::string& id, const std::string& next) {
        return R"(,{"@id":"_:)" + id +
               R"(","@type":"ceterms:ConditionProfile","ceterms:alternativeCondition":["_:)" +
               next + "\"]}";
    }
    const std::string to_a = R"("Requires":[{"Description":"x","TargetCredential":["_:a"]}])";
};

CARTULARY_ON_EVERY_DATABASE(AssistantBadInput);

TEST_P(AssistantBadInput, that_goes_in_circles) {
    expect_refused_plain(
        to_a, "ReferenceObjects[0] refers to itself through blank nodes",
        R"("ReferenceObjects":[)" + described("a", "b") + "," + described("b", "a") + "]");
    expect_refused_graph(R"(,"ceterms:requires":["_:a"])",
                         condition("a", "b") + condition("b", "a"),
                         "GraphInput.@graph[1] refers to itself through blank nodes");
}

TEST_P(AssistantBadInput, that_is_too_deep) {
    const auto plain = [](std::size_t depth) {
        return R"("Requires":[)" + repeated(R"({"AlternativeCondition":[)", depth) +
               R"({"Description":"x"})" + repeated("]}", depth) + "]";
    };
    expect_refused_plain(plain(40), "Credential must not be nested deeper than 64");
    const auto syntax = post("/assistant/credential/publish", certificate("W", plain(200)));
    EXPECT_EQ(syntax.status, 400);
    EXPECT_THAT(messages_of(json_of(syntax)), Contains(HasSubstr("too deep")));
    expect_refused_graph(R"(,"ceterms:requires":[)" +
                             repeated(R"({"ceterms:alternativeCondition":[)", 40) +
                             repeated("]}", 40) + "]",
                         "", "nested deeper than 64");
}

TEST_P(AssistantBadInput, that_has_too_many_nodes) {
    std::string nodes;
    for (int i = 0; i < 100'000; ++i) nodes += R"(,{"@id":"_:b)" + std::to_string(i) + "\"}";
    expect_refused_graph("", nodes, "GraphInput.@graph must have at most 50000 nodes");
}

TEST_P(AssistantBadInput, with_names_of_things_that_are_nowhere_or_stand_twice) {
    expect_refused_plain(to_a, "refers to the blank node _:a, which is not there");
    const auto* object =
        R"({"Id":"_:a","Type":"Badge","Name":"Safety","SubjectWebpage":"https://a.example"})";
    expect_refused_plain(to_a, "ReferenceObjects[1].Id stands twice",
                         R"("ReferenceObjects":[)" + std::string(object) + "," + object + "]");
    expect_refused_graph(R"(,"ceterms:requires":["_:a"])", "", "_:a, which is not there");
    const auto* node = R"(,{"@id":"_:a","@type":"ceterms:ConditionProfile"})";
    expect_refused_graph(R"(,"ceterms:requires":["_:a"])", std::string(node) + node,
                         "same \"@id\"");
    expect_refused_graph("", node, "is a blank node that nothing refers to");
}

TEST_P(AssistantBadInput, may_name_one_thing_in_several_places) {
    const auto answer = publish(
        request_for(college, "Credential",
                    credential(welding, college.id.ctid(), "Welding I",
                               R"("Requires":[{"Description":"x","TargetCredential":["_:a"]},)"
                               R"({"Description":"y","TargetCredential":["_:a"]}])"),
                    R"("ReferenceObjects":[{"Id":"_:a","Type":"Badge","Name":"Safety",)"
                    R"("SubjectWebpage":"https://a.example"}])"));
    EXPECT_TRUE(is_true(answer, "Successful")) << json::text_of(answer);
}

TEST_P(AssistantBadInput, of_forms_that_are_none) {
    expect_refused_plain(R"("DateEffective":"2026-02-30")",
                         "Credential.DateEffective must be a date");
    expect_refused_plain(R"("AlternateName_Map":{"not a language":["x"]})",
                         "Credential.AlternateName_Map.not a language must be a language tag");
    expect_refused_graph(R"(,"ceterms:dateEffective":"soon")", "",
                         "GraphInput.@graph[0].ceterms:dateEffective must be a date");
    expect_refused_graph(R"(,"ceterms:alternateName":{"":"x"})", "", "must be a language tag");
    expect_refused_graph(R"(,"ceterms:agentType":{"ceterms:targetNode":"orgType:FourYear"})", "",
                         "GraphInput.@graph[0].ceterms:agentType is no property of");
    expect_refused(
        "publishGraph",
        request_for(college, "GraphInput", R"({"@context":"https://schema.org","@graph":[]})"),
        "GraphInput.@context is not the address of CTDL's context");
}

TEST_P(AssistantBadInput, of_somebody_else) {
    const auto body = request_for(college, "Credential", credential(welding, college.id.ctid()));
    const auto stranger =
        send(http::Method::post, "/assistant/credential/publish", body, {key_of(school)});
    EXPECT_THAT(messages_of(json_of(stranger)), Contains(HasSubstr("has not allowed yours")));
    auto unknown = body;
    unknown.replace(unknown.find(college.id.ctid()), welding.size(), ctid('9'));
    expect_refused("publish", unknown,
                   "PublishForOrganizationIdentifier " + ctid('9') + " is no organization");
}

}  // namespace

}  // namespace cartulary::assistant
