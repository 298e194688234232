#include "dialects/registry/registry_for_test.h"

namespace cartulary::registry {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class RegistryMatching : public RegistryTest {
protected:
    http::Response match(const std::string& body) {
        return send(http::Method::post, "/match", body, {{"content-type", "application/json"}});
    }
    static json::Array candidates_in(const json::Value& answer) {
        const auto* const found = answer.find("candidates");
        EXPECT_TRUE(found != nullptr && found->array() != nullptr);
        return found != nullptr && found->array() != nullptr ? *found->array() : json::Array{};
    }
};

CARTULARY_ON_EVERY_DATABASE(RegistryMatching);

TEST_P(RegistryMatching, finds_the_organization_in_what_somebody_wrote) {
    const auto found =
        candidates_in(json_of(match(R"({"affiliation":"Dept. of Law, Harbor Coll."})")));
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(text_in(found[0], "ctid"), college.id.ctid());
    EXPECT_EQ(text_in(found[0], "@id"), resource_url(college.id.ctid()));
    EXPECT_EQ(text_in(found[0], "name"), "Harbor College");
    const auto* const reasons = found[0].find("reasons");
    ASSERT_TRUE(reasons != nullptr && reasons->array() != nullptr);
    EXPECT_THAT(*reasons->array(), Contains(json::Value(std::string("the name is the same"))));
}

TEST_P(RegistryMatching, finds_a_record) {
    const auto found = candidates_in(json_of(match(R"({"name":"harbor college","limit":1})")));
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(text_in(found[0], "ctid"), college.id.ctid());
    EXPECT_EQ(*found[0].find("chosen"), json::Value(true));
}

TEST_P(RegistryMatching, answers_several_queries_in_their_order) {
    const auto answer = json_of(
        match(R"({"queries":[{"name":"Ridge School"},{"name":"zzz"},{"name":"Harbor College"}]})"));
    const auto* const results = answer.find("results");
    ASSERT_TRUE(results != nullptr && results->array() != nullptr);
    ASSERT_THAT(*results->array(), SizeIs(3));
    EXPECT_EQ(text_in(candidates_in(results->array()->at(0)).at(0), "ctid"), school.id.ctid());
    EXPECT_THAT(candidates_in(results->array()->at(1)), IsEmpty());
    EXPECT_EQ(text_in(candidates_in(results->array()->at(2)).at(0), "ctid"), college.id.ctid());
}

TEST_P(RegistryMatching, refuses_what_is_no_query) {
    EXPECT_EQ(match("{").status, 400);
    EXPECT_EQ(match("{}").status, 422);
    EXPECT_THAT(
        errors_of(match(R"({"queries":[{"name":"a"},{"colour":"red","name":1}]})")),
        ElementsAre("queries[1].colour is no part of a query", "queries[1].name must be a text"));
    EXPECT_EQ(get("/match").status, 405);
}

}  // namespace

}  // namespace cartulary::registry
