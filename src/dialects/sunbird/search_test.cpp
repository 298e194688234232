#include "dialects/sunbird/search_wire.h"
#include "dialects/sunbird/sunbird_for_test.h"

namespace cartulary::sunbird {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SunbirdSearch : public SunbirdTest {
protected:
    void SetUp() override {
        for (const auto* said :
             {R"({"orgName":"Quay School","channel":"harborChannel","externalId":"Q-1",
                  "organisationType":"school","preferredLanguage":"Hindi"})",
              R"({"orgName":"Ridge Board","channel":"harborChannel","externalId":"R-1",
                  "organisationType":"board","homeUrl":"https://ridge.example"})"}) {
            under_test.pass(std::chrono::seconds(1));
            schools.push_back(made(said));
        }
    }
    std::vector<std::string> by(const std::string& filters) {
        return found(R"({"filters":)" + filters + "}");
    }
    http::Response refused(const std::string& said) {
        return post_as({}, "/api/org/v1/search", said);
    }

    std::vector<std::string> schools;
};

TEST_F(SunbirdSearch, finds_by_equal_values_without_regard_to_case) {
    EXPECT_THAT(by("{}"), ElementsAre("Harbor", "Rival", "Quay School", "Ridge Board"));
    EXPECT_THAT(by(R"({"orgName":"quay SCHOOL"})"), ElementsAre("Quay School"));
    EXPECT_THAT(by(R"({"id":")" + schools[1] + "\"}"), ElementsAre("Ridge Board"));
    EXPECT_THAT(by(R"({"id":"none"})"), IsEmpty());
    EXPECT_THAT(by(R"({"isTenant":true})"), ElementsAre("Harbor", "Rival"));
    EXPECT_THAT(by(R"({"isRootOrg":true,"channel":"RIVALchannel"})"), ElementsAre("Rival"));
    EXPECT_THAT(by(R"({"organisationType":2})"), ElementsAre("Quay School"));
    EXPECT_THAT(by(R"({"organisationType":"board"})"), ElementsAre("Ridge Board"));
    EXPECT_THAT(by(R"({"status":1,"preferredLanguage":"hindi"})"), ElementsAre("Quay School"));
    EXPECT_THAT(by(R"({"slug":"harborchannel"})"), ElementsAre("Harbor"));
    EXPECT_THAT(by(R"({"homeUrl":"https://RIDGE.example"})"), ElementsAre("Ridge Board"));
}

TEST_F(SunbirdSearch, finds_by_lists_comparisons_and_alternatives) {
    EXPECT_THAT(by(R"({"externalId":["q-1","r-1","x"]})"),
                ElementsAre("Quay School", "Ridge Board"));
    EXPECT_THAT(by(R"({"externalId":[]})"), IsEmpty());
    EXPECT_THAT(by(R"({"orgName":{"startsWith":"ri"}})"), ElementsAre("Rival", "Ridge Board"));
    EXPECT_THAT(by(R"({"organisationType":{">":2}})"), ElementsAre("Ridge Board"));
    EXPECT_THAT(by(R"({"organisationType":{">=":2,"<":5}})"), ElementsAre("Quay School"));
    EXPECT_THAT(by(R"({"createdDate":{">":"2026-09-21 14:13:20:000+0000"}})"),
                ElementsAre("Quay School", "Ridge Board"));
    EXPECT_THAT(by(R"({"createdDate":{"<=":"2026-09-21T14:13:21Z"},"isTenant":false})"),
                ElementsAre("Quay School"));
    EXPECT_THAT(by(R"({"$or":{"orgName":"rival","externalId":"q-1"}})"),
                ElementsAre("Rival", "Quay School"));
    EXPECT_THAT(by(R"({"isTenant":false,"$or":[{"orgName":"rival"},
                       {"externalId":"r-1","organisationType":5}]})"),
                ElementsAre("Ridge Board"));
}

TEST_F(SunbirdSearch, finds_by_words_and_by_what_is_there) {
    EXPECT_THAT(found(R"({"filters":{},"query":"SCHOOL quay"})"), ElementsAre("Quay School"));
    EXPECT_THAT(found(R"({"filters":{},"query":"harborchannel","limit":2})"),
                ElementsAre("Harbor", "Quay School"));
    EXPECT_THAT(found(R"({"filters":{},"query":"%"})"), IsEmpty());
    EXPECT_THAT(found(R"({"filters":{},"exists":"externalId","not_exists":["homeUrl"]})"),
                ElementsAre("Quay School"));
}

TEST_F(SunbirdSearch, sorts_gives_parts_and_the_fields_that_are_asked_for) {
    EXPECT_THAT(found(R"({"filters":{},"sort_by":{"orgName":"desc"},"limit":2,"offset":1})"),
                ElementsAre("Ridge Board", "Quay School"));
    EXPECT_THAT(found(R"({"filters":{},"sort_by":{"isTenant":"asc","orgName":"asc"},"limit":1})"),
                ElementsAre("Quay School"));
    const auto answer = result(post_as({}, "/v2/org/search",
                                       R"({"filters":{"status":1},"fields":["id","orgName"],
                                           "limit":1})"));
    EXPECT_EQ(json::text_of(answer), R"({"response":{"count":4,"content":[{"id":")" +
                                         harbor.organisation_id + R"(","orgName":"Harbor"}]}})");
}

TEST_F(SunbirdSearch, counts_by_facets) {
    const auto answer = result(post_as(
        {}, "/api/org/v1/search",
        R"({"filters":{},"limit":0,"facets":[{"isTenant":null},{"organisationType":null}]})"));
    EXPECT_EQ(json::text_of(at(at(answer, "response"), "facets")),
              R"([{"name":"isTenant","values":[{"name":"false","count":2},)"
              R"({"name":"true","count":2}]},{"name":"organisationType","values":)"
              R"([{"name":"2","count":1},{"name":"5","count":1}]}])");
}

TEST_F(SunbirdSearch, has_the_keys_of_old_as_null_in_its_first_version_alone) {
    const auto first_of = [&](const std::string& path) {
        const auto answer = result(post_as({}, path, R"({"filters":{},"limit":1})"));
        return at(at(answer, "response"), "content").array()->at(0);
    };
    const auto old = first_of("/api/org/v1/search");
    const auto now = first_of("/api/org/v2/search");
    EXPECT_EQ(old.object()->size(), 43U);
    EXPECT_EQ(now.object()->size(), 43U - 16U);
    EXPECT_TRUE(at(old, "orgTypeId").is_null());
}

TEST_F(SunbirdSearch, a_root_is_its_tenant_to_old_clients_and_itself_to_new_ones) {
    const auto said = R"({"filters":{"rootOrgId":")" + harbor.organisation_id + "\"}}";
    EXPECT_EQ(found(said).size(), 3U);
    const auto answer =
        result(post_as({}, "/v1/org/search", said, {{"x-sunbird-profile", "modern"}}));
    EXPECT_EQ(*at(at(answer, "response"), "count").integer(), 1);
}

TEST_F(SunbirdSearch, refuses_what_it_does_not_understand) {
    EXPECT_EQ(message(refused("{}")), "Mandatory parameter filters is missing.");
    for (const auto* said : {R"({"filters":[]})",
                             R"({"filters":{"nothing":1}})",
                             R"({"filters":{"orgName":1}})",
                             R"({"filters":{"orgName":null}})",
                             R"({"filters":{"orgName":{"~":"x"}}})",
                             R"({"filters":{"status":{"startsWith":"1"}}})",
                             R"({"filters":{"status":"1"}})",
                             R"({"filters":{"isTenant":1}})",
                             R"({"filters":{"createdDate":"yesterday"}})",
                             R"({"filters":{"$or":7}})",
                             R"({"filters":{"$or":[7]}})",
                             R"({"filters":{},"sort_by":{"orgName":"up"}})",
                             R"({"filters":{},"sort_by":["x"]})",
                             R"({"filters":{},"sort_by":{"nothing":"asc"}})",
                             R"({"filters":{},"facets":[7]})",
                             R"({"filters":{},"facets":["nothing"]})",
                             R"({"filters":{},"limit":-1})",
                             R"({"filters":{},"limit":10001})",
                             R"({"filters":{},"limit":1,"offset":10000})",
                             R"({"filters":{},"limit":"1"})",
                             R"({"filters":{},"exists":["nothing"]})",
                             R"({"filters":{"$or":{"$or":{"$or":{"$or":{"$or":{}}}}}}})"}) {
        EXPECT_EQ(refused(said).status, 400) << said;
    }
    std::string filters = R"("orgName":"x")";
    for (std::size_t i = 1; i < search_conditions_max; ++i) filters += R"(,"orgName":"x")";
    EXPECT_EQ(refused(R"({"filters":{)" + filters + "}}").status, 200);
    EXPECT_EQ(refused(R"({"filters":{)" + filters + R"(,"status":1}})").status, 400);
    std::string alternatives = "{}";
    for (std::size_t i = 0; i < search_conditions_max; ++i) alternatives += ",{}";
    EXPECT_EQ(refused(R"({"filters":{"$or":[)" + alternatives + "]}}").status, 400);
    std::string many = "\"x\"";
    for (std::size_t i = 1; i < tenant_search_values_max; ++i) many += ",\"x\"";
    EXPECT_EQ(refused(R"({"filters":{"orgName":[)" + many + "]}}").status, 200);
    EXPECT_EQ(refused(R"({"filters":{"orgName":[)" + many + ",\"x\"]}}").status, 400);
    EXPECT_EQ(refused(R"({"filters":{},"query":")" + std::string(201, 'x') + "\"}").status, 400);
    EXPECT_EQ(refused(R"({"filters":{},"query":"a b c d e f g h i j"})").status, 200);
    EXPECT_EQ(refused(R"({"filters":{},"query":"a b c d e f g h i j k"})").status, 400);
}

}  // namespace

}  // namespace cartulary::sunbird
