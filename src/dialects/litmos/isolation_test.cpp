#include <gmock/gmock.h>

#include "dialects/litmos/litmos_for_test.h"

namespace cartulary::litmos {

namespace {

using http::Method;
using testing::HasSubstr;
using testing::Not;

// A path of this route to what `harbor` has.
std::string filled(std::string path, std::int64_t organization, std::int64_t group) {
    const std::pair<std::string, std::string> values[] = {
        {"{Id}", std::to_string(organization)},
        {"{OrgAttendeeGroupID}", std::to_string(group)},
        {"{EmailDomain}", "harbor.example"}};
    for (const auto& [name, value] : values) {
        if (const auto at = path.find(name); at != std::string::npos) {
            path.replace(at, name.size(), value);
        }
    }
    return path;
}

TEST_F(LitmosTest, nothing_of_a_company_is_there_for_another) {
    const auto id = made(whole_organization());
    const auto group =
        *only(call(Method::post, path_of(id) + "/attendee_groups", R"({"GroupName":"Deans"})"))
             .find("OrgAttendeeGroupID")
             ->integer();
    call(Method::post, path_of(id) + "/emaildomains", R"({"EmailDomain":"harbor.example"})");
    const auto before = get("/api/organizations").body;

    for (const auto& route : router.areas()[0].routes) {
        const auto path = filled(route.path, id, group);
        if (path == route.path) continue;  // the list, below
        for (const auto* body :
             {R"({"Key":"k","Name":"Rival","GroupName":"Rivals","EmailDomain":"rival.example"})",
              R"({"Key":7})"}) {
            const auto response = call_as(rival, route.method, path, body);
            EXPECT_EQ(response.status, 404) << route.operation;
            EXPECT_THAT(response.body, Not(HasSubstr("Harbor"))) << route.operation;
        }
    }
    for (const auto* query : {"", "?key=harbor", "?ExternalId=H-1", "?key=harbor&ExternalId=H-1"}) {
        EXPECT_EQ(call_as(rival, Method::get, "/api/organizations" + std::string(query)).body,
                  R"({"Success":true,"Error":null,"Data":[]})");
    }
    EXPECT_EQ(call_as(rival, Method::get, "/api/organizations?Id=" + std::to_string(id)).body,
              R"({"Success":true,"Error":null,"Data":[]})");

    EXPECT_EQ(get("/api/organizations").body, before);
    EXPECT_EQ(data(get(path_of(id) + "/attendee_groups")).size(), 1U);
    EXPECT_EQ(data(get(path_of(id) + "/emaildomains")).size(), 1U);
}

TEST_F(LitmosTest, a_company_is_no_organization_of_its_own) {
    EXPECT_EQ(get(path_of(number_of(harbor.login_id))).status, 404);
    EXPECT_EQ(get(path_of(number_of(rival.login_id))).status, 404);
    EXPECT_EQ(call(Method::del, path_of(number_of(harbor.login_id))).status, 404);
}

TEST_F(LitmosTest, an_idempotency_key_is_its_companys_own) {
    const std::vector<http::Header> key{{"idempotency-key", "1"}};
    const auto body = R"({"Key":"k","Name":"Harbor"})";
    const auto first = call(Method::post, "/api/organizations", body, key);
    const auto second = call_as(rival, Method::post, "/api/organizations", body, key);
    EXPECT_EQ(second.status, 201);
    EXPECT_NE(second.body, first.body);
}

TEST_F(LitmosTest, a_group_of_one_organization_is_not_found_in_another) {
    const auto first = made(organization("a"));
    const auto second = made(organization("b"));
    const auto group =
        *only(call(Method::post, path_of(first) + "/attendee_groups", R"({"GroupName":"Deans"})"))
             .find("OrgAttendeeGroupID")
             ->integer();
    const auto path = path_of(second) + "/attendee_groups/" + std::to_string(group);
    EXPECT_EQ(call(Method::put, path, R"({"GroupName":"Deans"})").status, 404);
    EXPECT_EQ(call(Method::del, path).status, 404);
}

}  // namespace

}  // namespace cartulary::litmos
