#include <gmock/gmock.h>

#include "dialects/litmos/litmos_for_test.h"

namespace cartulary::litmos {

namespace {

using http::Method;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class PartsTest : public LitmosTest {
protected:
    std::string groups_of(std::int64_t id) { return path_of(id) + "/attendee_groups"; }
    std::string domains_of(std::int64_t id) { return path_of(id) + "/emaildomains"; }
    http::Response post_to(const std::string& path, const std::string& body) {
        return call(Method::post, path, body);
    }

    std::int64_t harbor_id = made(organization("harbor"));
    std::int64_t quay_id = made(organization("quay"));
};

TEST_F(PartsTest, assigns_attendee_groups_and_shows_them) {
    const auto path = groups_of(harbor_id);
    const auto response = post_to(path, R"([
        {"GroupName":"Deans","StartDate":"2026-01-31","EndDate":"2026-12-31T23:59:59Z",
         "UniqueID":"D1","ApplyExpirationDate":true,"ApplyExpirationDateReplay":"true"},
        {"groupname":"Clerks","Active":0}])");
    EXPECT_EQ(response.status, 201);
    const auto groups = data(response);
    ASSERT_EQ(groups.size(), 2U);
    const auto id = std::to_string(*groups[0].find("OrgAttendeeGroupID")->integer());
    EXPECT_EQ(json::text_of(groups[0]),
              R"({"OrgAttendeeGroupID":)" + id +
                  R"(,"GroupName":"Deans","Active":true,"StartDate":"2026-01-31T00:00:00Z",)"
                  R"("EndDate":"2026-12-31T23:59:59Z","UniqueID":"D1","ApplyExpirationDate":true,)"
                  R"("ApplyExpirationDateReplay":true,"Modified":{"CreatedBy":"robot",)"
                  R"("CreatedDate":"2026-09-21T14:13:20Z","UpdatedBy":"robot",)"
                  R"("UpdatedDate":"2026-09-21T14:13:20Z"}})");
    EXPECT_EQ(*groups[1].find("Active"), json::Value(false));
    EXPECT_EQ(data(get(path)), groups);
    EXPECT_EQ(data(get(path_of(harbor_id) + "/attendee-groups?GroupName=CLERKS")).at(0), groups[1]);
    EXPECT_THAT(data(get(groups_of(quay_id))), IsEmpty());
}

TEST_F(PartsTest, replaces_and_deletes_an_attendee_group) {
    const auto made =
        only(post_to(groups_of(harbor_id), R"({"GroupName":"Deans","UniqueID":"1"})"));
    const auto path = path_of(harbor_id) + "/attendee-groups/" +
                      std::to_string(*made.find("OrgAttendeeGroupID")->integer());
    under_test.pass(std::chrono::hours(1));
    const auto replaced = only(call(Method::put, path, R"({"GroupName":"Heads"})"));
    EXPECT_EQ(*replaced.find("GroupName")->string(), "Heads");
    EXPECT_TRUE(replaced.find("UniqueID")->is_null());
    EXPECT_EQ(*replaced.find("Active"), json::Value(false)) << "it was not said";
    EXPECT_EQ(*replaced.find("Modified")->find("UpdatedDate")->string(), "2026-09-21T15:13:20Z");
    EXPECT_EQ(only(call(Method::del, path)), replaced);
    EXPECT_EQ(call(Method::del, path).status, 404);
    EXPECT_EQ(call(Method::put, path, R"({"GroupName":"Heads"})").status, 404);
}

TEST_F(PartsTest, a_group_has_its_name_alone_in_its_organization) {
    const auto path = groups_of(harbor_id);
    post_to(path, R"({"GroupName":"Deans"})");
    const auto refused = post_to(path, R"([{"GroupName":"Clerks"},{"GroupName":"DEANS"}])");
    EXPECT_EQ(refused.status, 400);
    EXPECT_THAT(details(refused),
                ElementsAre("[1].GroupName is already that of a group of the organization"));
    EXPECT_EQ(data(get(path)).size(), 1U) << "all of them or none";
    EXPECT_EQ(post_to(groups_of(quay_id), R"({"GroupName":"Deans"})").status, 201);

    const auto clerks = only(post_to(path, R"({"GroupName":"Clerks"})"));
    const auto one = path + "/" + std::to_string(*clerks.find("OrgAttendeeGroupID")->integer());
    EXPECT_EQ(call(Method::put, one, R"({"GroupName":"deans"})").status, 400);
    EXPECT_EQ(call(Method::put, one, R"({"GroupName":"clerks"})").status, 200);
}

TEST_F(PartsTest, tells_everything_that_is_wrong_with_groups) {
    const auto response = post_to(groups_of(harbor_id), R"([
        {"GroupName":")" + std::string(201, 'g') + R"(","UniqueID":")" +
                                                            std::string(51, 'u') + R"("},
        {"GroupName":7,"Active":"perhaps","StartDate":"soon","EndDate":7,
         "ApplyExpirationDate":2,"ApplyExpirationDateReplay":[]},
        {"GroupName":"G","StartDate":"2026-02-01","EndDate":"2026-01-01"},
        {}])");
    EXPECT_EQ(response.status, 400);
    EXPECT_THAT(details(response),
                testing::UnorderedElementsAre(
                    "[0].GroupName must be at most 200 characters",
                    "[0].UniqueID must be at most 50 characters", "[1].GroupName must be text",
                    "[1].Active must be true or false",
                    "[1].StartDate must be a date like 2014-04-01T14:41:00Z",
                    "[1].EndDate must be a date like 2014-04-01T14:41:00Z",
                    "[1].ApplyExpirationDate must be true or false",
                    "[1].ApplyExpirationDateReplay must be true or false",
                    "[2].EndDate must not be before the start", "[3].GroupName is required"));
    EXPECT_THAT(details(post_to(groups_of(harbor_id), "{}")), ElementsAre("GroupName is required"));
}

TEST_F(PartsTest, takes_one_or_a_list_and_nothing_else) {
    for (const auto* body : {"", "[]", "7", "null", "[7]", "[null]", "[{}", "[[]]"}) {
        EXPECT_EQ(post_to(groups_of(harbor_id), body).status, 400) << body;
        EXPECT_EQ(post_to(domains_of(harbor_id), body).status, 400) << body;
    }
    std::string many = R"([{"GroupName":"0"})";
    for (int i = 1; i < 1'000; ++i) many += R"(,{"GroupName":")" + std::to_string(i) + R"("})";
    EXPECT_EQ(post_to(groups_of(harbor_id), many + R"(,{"GroupName":"x"}])").status, 400);
    EXPECT_EQ(post_to(groups_of(harbor_id), many + "]").status, 201);
    EXPECT_THAT(post_to(groups_of(harbor_id), R"({"GroupName":"x"})").body,
                HasSubstr("an organization has at most 1000 of them"));
    EXPECT_EQ(call(Method::put, groups_of(harbor_id) + "/1", "[]").status, 400);
}

TEST_F(PartsTest, gives_e_mail_domains_to_one_organization_of_the_company) {
    const auto response =
        post_to(domains_of(harbor_id), R"({"EmailDomain":"Harbor.example","Active":true})");
    EXPECT_EQ(response.status, 201);
    EXPECT_EQ(json::text_of(only(response)),
              R"({"Active":true,"EmailDomain":"Harbor.example","Modified":{"CreatedBy":"robot",)"
              R"("CreatedDate":"2026-09-21T14:13:20Z","UpdatedBy":"robot",)"
              R"("UpdatedDate":"2026-09-21T14:13:20Z"}})");
    EXPECT_EQ(data(get(path_of(harbor_id) + "/email-domains?emaildomain=HARBOR.example")).size(),
              1U);
    EXPECT_THAT(data(get(domains_of(harbor_id) + "?EmailDomain=quay.example")), IsEmpty());

    const auto refused = post_to(domains_of(quay_id), R"([{"EmailDomain":"harbor.EXAMPLE"}])");
    EXPECT_EQ(refused.status, 400);
    EXPECT_THAT(details(refused),
                ElementsAre("[0].EmailDomain is already that of an organization"));
    const auto rivals =
        only(call_as(rival, Method::post, "/api/organizations", R"({"Key":"r","Name":"Rival"})"));
    EXPECT_EQ(call_as(rival, Method::post, domains_of(*rivals.find("Id")->integer()),
                      R"({"EmailDomain":"harbor.example"})")
                  .status,
              201);
}

TEST_F(PartsTest, replaces_and_deletes_an_e_mail_domain) {
    post_to(domains_of(harbor_id), R"([{"EmailDomain":"a.example"},{"EmailDomain":"b.example"}])");
    const auto a = domains_of(harbor_id) + "/A.example";
    EXPECT_EQ(*only(call(Method::put, a, R"({"EmailDomain":"a.example"})")).find("Active"),
              json::Value(false));
    EXPECT_EQ(call(Method::put, a, R"({"EmailDomain":"B.example"})").status, 400);
    EXPECT_EQ(call(Method::put, a, R"({"EmailDomain":"c.example","Active":1})").status, 200);
    EXPECT_EQ(call(Method::del, a).status, 404) << "it has another name now";
    const auto c = path_of(harbor_id) + "/email-domains/c.example";
    EXPECT_EQ(*only(call(Method::del, c)).find("EmailDomain")->string(), "c.example");
    EXPECT_EQ(call(Method::del, c).status, 404);
    EXPECT_EQ(post_to(domains_of(quay_id), R"({"EmailDomain":"c.example"})").status, 201);
}

TEST_F(PartsTest, refuses_what_is_no_domain) {
    for (const auto* domain : {"", " ", "harbor", "@harbor.example", "a@b.example", "a b.example",
                               "https://harbor.example", "harbor..example"}) {
        EXPECT_EQ(
            post_to(domains_of(harbor_id), R"({"EmailDomain":")" + std::string(domain) + R"("})")
                .status,
            400)
            << domain;
    }
    const std::string longest = std::string(42, 'd') + ".example";
    EXPECT_EQ(post_to(domains_of(harbor_id), R"({"EmailDomain":")" + longest + R"("})").status,
              201);
    EXPECT_THAT(details(post_to(domains_of(harbor_id), R"({"EmailDomain":"d)" + longest + R"("})")),
                ElementsAre("EmailDomain must be at most 50 characters"));
    EXPECT_THAT(details(post_to(domains_of(harbor_id), R"({"EmailDomain":[]})")),
                ElementsAre("EmailDomain must be text"));
}

TEST_F(PartsTest, what_an_organization_had_goes_with_it) {
    post_to(domains_of(harbor_id), R"({"EmailDomain":"harbor.example"})");
    post_to(groups_of(harbor_id), R"({"GroupName":"Deans"})");
    call(Method::del, path_of(harbor_id));
    EXPECT_EQ(get(domains_of(harbor_id)).status, 404);
    EXPECT_EQ(get(groups_of(harbor_id)).status, 404);
    EXPECT_EQ(post_to(domains_of(quay_id), R"({"EmailDomain":"harbor.example"})").status, 201);
}

TEST_F(PartsTest, repeats_its_answer_while_the_organization_is_there) {
    const std::vector<http::Header> key{{"idempotency-key", "1"}};
    const auto body = R"({"GroupName":"Deans"})";
    const auto first = call(Method::post, groups_of(harbor_id), body, key);
    EXPECT_EQ(call(Method::post, groups_of(harbor_id), body, key).body, first.body);
    EXPECT_EQ(call(Method::post, groups_of(quay_id), body, key).status, 422);
    call(Method::del, path_of(harbor_id));
    EXPECT_EQ(call(Method::post, groups_of(harbor_id), body, key).status, 404);
}

}  // namespace

}  // namespace cartulary::litmos
