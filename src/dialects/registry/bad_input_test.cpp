#include "ctdl/document.h"
#include "dialects/registry/registry_for_test.h"

// What nobody should send, and somebody does.
namespace cartulary::registry {

namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class RegistryBadInput : public RegistryTest {
protected:
    // Refused with this status, in the shape of all refusals, with a word of what is wrong.
    void expect_refused(const std::string& body, int status, const std::string& word) {
        const auto response = publish(college, body);
        EXPECT_EQ(response.status, status) << response.body.substr(0, 500);
        if (response.status != status) return;
        EXPECT_THAT(errors_of(response), Contains(HasSubstr(word)));
        EXPECT_LT(response.body.size(), 200'000U);
        EXPECT_EQ(get("/resources/" + welding).status, 404) << "nothing was kept";
    }
    // A certificate with one more member.
    std::string with(const std::string& member) const {
        return certificate(welding, college.id.ctid(), "Welding I", "," + member);
    }
    // The same with further nodes in the graph.
    std::string with_nodes(const std::string& member, const std::string& nodes) const {
        auto text = with(member);
        return text.insert(text.size() - 2, nodes);
    }
    static std::string nested(std::size_t depth, const std::string& open,
                              const std::string& close) {
        std::string text;
        for (std::size_t i = 0; i < depth; ++i) text += open;
        text += "\"x\"";
        for (std::size_t i = 0; i < depth; ++i) text += close;
        return text;
    }
};

CARTULARY_ON_EVERY_DATABASE(RegistryBadInput);

TEST_P(RegistryBadInput, that_is_no_document) {
    expect_refused("", 400, "not JSON");
    expect_refused("{", 400, "not JSON");
    expect_refused("\"\xff\"", 400, "not JSON");
    for (const auto* body :
         {"[]", "7", "null", "\"x\"", "{}", R"({"@graph":[]})", R"({"@graph":{}})",
          R"({"@graph":[7]})", R"({"@graph":[{}]})", R"({"decoded_resource":7})"}) {
        const auto response = publish(college, body);
        EXPECT_EQ(response.status, 422) << body;
        EXPECT_THAT(errors_of(response), Not(IsEmpty()));
    }
}

TEST_P(RegistryBadInput, that_is_too_large) {
    expect_refused(with(R"("ceterms:keyword":")" + std::string(20 << 20, 'x') + '"'), 413,
                   "16777216 bytes");
    std::string nodes;
    for (int i = 0; i < 100'000; ++i) {
        nodes += R"(,{"@id":"_:b)" + std::to_string(i) + R"("})";
    }
    expect_refused(with_nodes(R"("ceterms:keyword":{"en":["x"]})", nodes), 422, "nodes");
}

TEST_P(RegistryBadInput, that_is_too_deep) {
    expect_refused(with(R"("ceterms:requires":)" + nested(200, R"({"ceterms:targetNode":)", "}")),
                   422, "nested deeper than 64");
    expect_refused(nested(10'000, "[", "]"), 400, "not JSON");
}

TEST_P(RegistryBadInput, that_goes_in_circles) {
    const auto profile = [](const std::string& id, const std::string& next) {
        return R"(,{"@id":")" + id +
               R"(","@type":"ceterms:ConditionProfile","ceterms:alternativeCondition":[")" + next +
               "\"]}";
    };
    expect_refused(
        with_nodes(R"("ceterms:requires":["_:a"])", profile("_:a", "_:b") + profile("_:b", "_:a")),
        422, "refers to itself");
}

TEST_P(RegistryBadInput, that_would_be_endless_if_it_were_told_in_place) {
    std::string nodes;
    for (int i = 0; i < 30; ++i) {
        const auto next = "\"_:b" + std::to_string(i + 1) + '"';
        nodes += R"(,{"@id":"_:b)" + std::to_string(i) +
                 R"(","@type":"ceterms:ConditionProfile","ceterms:alternativeCondition":[)" + next +
                 R"(],"ceterms:commonConditions":[)" + next + "]}";
    }
    nodes += R"(,{"@id":"_:b30","@type":"ceterms:ConditionProfile"})";
    const auto response = publish(college, with_nodes(R"("ceterms:requires":["_:b0"])", nodes));
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(errors_of(response), Not(IsEmpty()));
}

TEST_P(RegistryBadInput, with_blank_nodes_that_are_nowhere) {
    expect_refused(with(R"("ceterms:requires":["_:nobody"])"), 422, "_:nobody");
}

TEST_P(RegistryBadInput, with_blank_nodes_that_nothing_needs_or_several_do) {
    const auto* node = R"(,{"@id":"_:a","@type":"ceterms:ConditionProfile"})";
    expect_refused(with_nodes(R"("ceterms:keyword":{"en":["x"]})", node), 422,
                   "nothing refers to: _:a");
    const auto twice = publish(
        college, with_nodes(R"("ceterms:requires":["_:a"],"ceterms:recommends":["_:a"])", node));
    EXPECT_EQ(twice.status, 201) << twice.body;
}

TEST_P(RegistryBadInput, with_an_id_twice) {
    const auto* node = R"(,{"@id":"_:a","@type":"ceterms:ConditionProfile"})";
    expect_refused(with_nodes(R"("ceterms:requires":["_:a"])", std::string(node) + node), 422,
                   "same \"@id\"");
}

TEST_P(RegistryBadInput, of_unknown_terms_and_forms) {
    auto context = certificate(welding, college.id.ctid());
    context.replace(context.find("https://credreg.net"), 19, "https://wrong.example");
    expect_refused(context, 422, "@context");
    expect_refused(with(R"("ceterms:agentType":{"ceterms:targetNode":"orgType:FourYear"})"), 422,
                   "ceterms:agentType");
    expect_refused(with(R"("ceterms:alternateName":{"not a language":["x"]})"), 422,
                   "ceterms:alternateName");
    expect_refused(with(R"("ceterms:dateEffective":"2026-02-30")"), 422, "ceterms:dateEffective");
    expect_refused(with(R"("ceterms:nonsense":"x")"), 422, "ceterms:nonsense");
}

TEST_P(RegistryBadInput, with_more_problems_than_anybody_reads) {
    std::string values;
    for (int i = 0; i < 5'000; ++i) values += (i ? ",\"" : "\"") + std::to_string(i) + '"';
    const auto response = publish(college, with(R"("ceterms:dateEffective":[)" + values + "]"));
    EXPECT_EQ(response.status, 422);
    const auto count = errors_of(response).size();
    EXPECT_GT(count, 0U);
    EXPECT_LE(count, 1'001U);
}

TEST_P(RegistryBadInput, in_paths_and_headers) {
    EXPECT_EQ(get("/resources/" + std::string(5'000, 'c')).status, 404);
    EXPECT_EQ(get("/resources/ce-%00").status, 404);
    EXPECT_EQ(get("/envelopes/%27%3B%20drop%20table%20resource").status, 404);
    EXPECT_EQ(get("/envelopes?envelope_ctdl_type=%27%20or%201=1%20--").body, "[]");
    const auto response = publish(college, certificate(welding, college.id.ctid()),
                                  {{"if-match", std::string(5'000, '"')}});
    EXPECT_EQ(response.status, 412);
}

}  // namespace

}  // namespace cartulary::registry
