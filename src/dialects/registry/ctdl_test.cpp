#include <gtest/gtest.h>

#include "dialects/registry/registry_for_test.h"

namespace cartulary::registry {

namespace {

using testing::ElementsAre;

class CtdlTest : public RegistryTest {
protected:
    http::Response ask(const std::string& body, const std::string& parameters = "") {
        return send(http::Method::post, "/ctdl" + parameters, body,
                    {{"content-type", "application/json"}});
    }
    // Names of what is found, and the total.
    std::vector<std::string> found(const std::string& body, const std::string& parameters = "") {
        const auto response = ask(body, parameters);
        if (response.status != 200) return errors_of(response);
        const auto answer = json_of(response);
        std::vector<std::string> names;
        for (const auto& resource : *answer.find("data")->array()) {
            names.push_back(text_in(*resource.find("ceterms:name"), "en-US"));
        }
        names.push_back(std::to_string(*answer.find("total")->integer()));
        return names;
    }
    void publish_three() {
        publish(certificate(ctid('1'), college.id.ctid(), "Welding I"));
        publish(certificate(ctid('2'), college.id.ctid(), "Welding II"));
        publish(certificate(ctid('3'), college.id.ctid(), "Brazing"));
    }
};

CARTULARY_ON_EVERY_DATABASE(CtdlTest);

TEST_P(CtdlTest, answers_whole_resources_and_how_many_there_are) {
    publish_three();
    EXPECT_THAT(found(R"({"@type":"ceterms:Certificate","ceterms:name":"welding"})"),
                ElementsAre("Welding I", "Welding II", "2"));
    const auto response = ask(R"({"ceterms:name":"brazing"})");
    const auto answer = json_of(response);
    const auto& resource = answer.find("data")->array()->front();
    EXPECT_EQ(text_in(resource, "@id"), resource_url(ctid('3')));
    EXPECT_EQ(json::text_of(resource), get("/resources/" + ctid('3')).body);
    EXPECT_EQ(header_of(response, "Access-Control-Allow-Origin"), "*");
}

TEST_P(CtdlTest, is_open_to_everybody_with_and_without_the_community) {
    publish_three();
    const auto with = send(http::Method::post, "/ce-registry/ctdl", R"({"ceterms:name":"brazing"})",
                           {{"content-type", "application/json"}});
    EXPECT_EQ(with.status, 200);
    EXPECT_EQ(with.body, ask(R"({"ceterms:name":"brazing"})").body);
}

TEST_P(CtdlTest, takes_a_list_of_which_any_may_be_met) {
    publish_three();
    EXPECT_THAT(found(R"([{"ceterms:name":"brazing"},{"ceterms:name":"welding ii"}])"),
                ElementsAre("Welding II", "Brazing", "2"));
}

TEST_P(CtdlTest, gives_a_part_of_the_list) {
    publish_three();
    const std::string all = R"({"@type":"ceterms:Certificate"})";
    EXPECT_THAT(found(all, "?skip=1&take=1"), ElementsAre("Welding II", "3"));
    EXPECT_THAT(found(all, "?skip=3"), ElementsAre("3"));
    EXPECT_THAT(found(all, "?take=0"), ElementsAre("3"));
    EXPECT_THAT(found(all, "?take=100"), ElementsAre("Welding I", "Welding II", "Brazing", "3"));
    EXPECT_THAT(found(all, "?take=101"), ElementsAre("take must be a whole number from 0 to 100"));
    EXPECT_THAT(found(all, "?skip=-1"),
                ElementsAre("skip must be a whole number from 0 to 10000000"));
    EXPECT_THAT(found(all, "?skip=10000001"),
                ElementsAre("skip must be a whole number from 0 to 10000000"));
}

TEST_P(CtdlTest, says_what_is_wrong_with_a_query) {
    EXPECT_EQ(ask("{").status, 400);
    const auto response = ask(R"({"ceterms:unheardOf":"x"})");
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(errors_of(response),
                ElementsAre("ceterms:unheardOf is no property of CTDL that can be asked for"));
}

}  // namespace

}  // namespace cartulary::registry
