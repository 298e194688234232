#include "dialects/sunbird/sunbird_for_test.h"
#include "operations/events.h"
#include "operations/organizations.h"
#include "operations/verification.h"
#include "store/organizations.h"

namespace cartulary::sunbird {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

TEST_F(SunbirdTest, every_route_is_described_and_every_description_served) {
    std::set<testkit::ApiDescription::Operation> offered;
    for (const auto& area : router.areas()) {
        offered.merge(testkit::ApiDescription::operations(area));
    }
    EXPECT_EQ(description.operations(), offered);
}

TEST_F(SunbirdTest, its_paths_are_its_own_by_whole_segments) {
    EXPECT_EQ(router.area_of("/v1/org/create").prefix, "/v1/org");
    EXPECT_EQ(router.area_of("/api/channel").prefix, "/api/channel");
    EXPECT_EQ(router.area_of("/v1/organizations").prefix, "");
    EXPECT_EQ(router.area_of("/api/organizations").prefix, "");
    EXPECT_EQ(router.area_of("/v1/users").prefix, "");
}

TEST_F(SunbirdTest, a_newer_server_makes_tenants_and_organisations_too) {
    const auto make = [&](const std::string& said) {
        return text_in(
            result(post_as(harbor, "/v1/org/create", said, {{"x-sunbird-profile", "modern"}})),
            "organisationId");
    };
    const auto tenant = make(R"({"orgName":"Quay","isTenant":true,"channel":"quay",
                                 "organisationType":"board"})");
    const auto school = make(R"({"orgName":"School","isTenant":false,"channel":"QUAY",
                                 "organisationType":"school"})");
    const auto seen =
        at(result(post_as(harbor, "/v1/org/read", R"({"organisationId":")" + school + "\"}",
                          {{"x-sunbird-profile", "modern"}})),
           "response");
    EXPECT_EQ(text_in(seen, "rootOrgId"), school);
    EXPECT_EQ(text_in(read(school), "rootOrgId"), tenant);
    EXPECT_EQ(*at(seen, "organisationType").integer(), 2);
}

// Step by step what the reference document tells its reader to do.
TEST_F(SunbirdTest, the_reference_document_works_as_it_is_written) {
    const std::vector<http::Header> headers{{"content-type", "application/json"},
                                            {"authorization", "Bearer " + harbor.api_key}};
    const auto listed = [&] {
        return result(dispatch(
            {.method = http::Method::post, .path = "/api/channel/v1/list", .headers = headers}));
    };
    EXPECT_EQ(*at(listed(), "count").integer(), 2);

    const auto archeology = made(R"({"orgName":"Archeology",
        "description":"Study of really old stuff.","isTenant":true,
        "channel":"xyzCorpArcheologyChannel",
        "preferredLanguage":"English, Dutch, Hindi, Cakchiquel",
        "homeUrl":"https://www.example.com/training/arch"})");
    EXPECT_THAT(archeology, StartsWith("0"));
    EXPECT_GE(archeology.size(), 16U);
    made(R"({"orgName":"Life Science","isTenant":true,"channel":"xyzCorpLifeScience"})");
    made(R"({"orgName":"eCommerce","isTenant":true,"channel":"xyzCorpECommerce"})");

    const auto indian = made(R"({"orgName":"Indian Archeology",
        "description":"Study of ancient tea leaves in Rabdentse, Sikkim","isTenant":false,
        "channel":"xyzCorpArcheologyChannel"})");
    // The prose sends the tenant's organisationId as the provider, and its own identifiers.
    made(R"({"orgName":"Greek Archeology","externalID":"greek","provider":")" + archeology + "\"}");
    made(
        R"({"orgName":"Mayan Archeology","externalId":"mayan","provider":"XYZCORParcheologyCHANNEL"})");

    const auto after = listed();
    EXPECT_EQ(*at(after, "count").integer(), 5);
    std::vector<std::string> codes;
    for (const auto& channel : *at(after, "channels").array()) {
        codes.push_back(text_in(channel, "code"));
    }
    EXPECT_THAT(codes, ElementsAre("harborChannel", "rivalChannel", "xyzCorpArcheologyChannel",
                                   "xyzCorpLifeScience", "xyzCorpECommerce"));
    EXPECT_THAT(found(R"({"filters":{"rootOrgId":")" + archeology + R"(","isTenant":false}})"),
                ElementsAre("Indian Archeology", "Greek Archeology", "Mayan Archeology"));

    const auto person = text_in(
        result(post("/api/user/v1/create",
                    R"({"firstName":"Priya","userName":"priya","password":"correct horse battery",
                        "channel":"xyzCorpArcheologyChannel"})")),
        "userId");
    result(post("/api/user/v1/role/assign", R"({"userId":")" + person + R"(","organisationId":")" +
                                                indian +
                                                R"(","roles":["ORG_ADMIN","CONTENT_CREATOR"]})"));
    EXPECT_NE(token_of("priya", password), "");
    EXPECT_EQ(verify(under_test.registry()).problems, std::vector<std::string>{});
}

TEST_F(SunbirdTest, an_organisation_is_read_with_every_key) {
    const auto id = made(R"({"orgName":"School","channel":"HARBORchannel","externalId":"S-1",
        "email":"office@school.example","homeUrl":"https://school.example","organisationType":2,
        "preferredLanguage":"Hindi","locationCode":["IN-TN","IN"],"isSSOEnabled":true,
        "imgUrl":"https://school.example/logo.png"})");
    const auto seen = read(id);
    EXPECT_EQ(text_in(seen, "id"), id);
    EXPECT_EQ(text_in(seen, "hashTagId"), id);
    EXPECT_EQ(text_in(seen, "rootOrgId"), harbor.organisation_id);
    EXPECT_EQ(text_in(seen, "channel"), "harborChannel");
    EXPECT_EQ(text_in(seen, "provider"), "harborchannel");
    EXPECT_EQ(text_in(seen, "externalId"), "S-1");
    EXPECT_EQ(text_in(seen, "email"), "office@school.example");
    EXPECT_EQ(text_in(seen, "createdDate"), "2026-09-21 14:13:20:000+0000");
    EXPECT_NE(text_in(seen, "createdBy"), "");
    EXPECT_TRUE(at(seen, "slug").is_null());
    EXPECT_TRUE(at(seen, "updatedDate").is_null());
    EXPECT_EQ(json::text_of(at(seen, "locationIds")), R"(["IN-TN","IN"])");
    EXPECT_EQ(json::text_of(at(seen, "orgLocation")),
              R"([{"id":"IN-TN","type":"state"},{"id":"IN","type":"country"}])");
    EXPECT_TRUE(*at(seen, "isSchool").boolean());
    EXPECT_EQ(*at(seen, "status").integer(), 1);
    EXPECT_EQ(seen.object()->size(), 43U);

    EXPECT_EQ(text_in(read(harbor.organisation_id), "slug"), "harborchannel");
}

TEST_F(SunbirdTest, an_update_changes_what_it_names_and_nothing_else) {
    const auto id = made(R"({"orgName":"School","channel":"harborChannel","externalId":"S-1",
        "preferredLanguage":"Hindi","description":"Old"})");
    under_test.pass(std::chrono::seconds(1));
    result(patch("/api/org/v1/update", R"({"organisationId":")" + id +
                                           R"(","orgName":"College","description":"",
                                           "theme":"blue"})"));
    const auto seen = read(id);
    EXPECT_EQ(text_in(seen, "orgName"), "College");
    EXPECT_TRUE(at(seen, "description").is_null());
    EXPECT_EQ(text_in(seen, "preferredLanguage"), "Hindi");
    EXPECT_EQ(text_in(seen, "externalId"), "S-1");
    EXPECT_EQ(text_in(seen, "theme"), "blue");
    EXPECT_EQ(text_in(seen, "updatedDate"), "2026-09-21 14:13:21:000+0000");
    EXPECT_NE(text_in(seen, "updatedBy"), "");
    EXPECT_THAT(found(R"({"filters":{"orgName":"cOLLEGE"}})"), ElementsAre("College"));
    EXPECT_THAT(found(R"({"filters":{"orgName":"School"}})"), ElementsAre());
}

TEST_F(SunbirdTest, a_tenants_new_channel_is_that_of_its_organisations) {
    const auto id = made(R"({"orgName":"School","channel":"harborChannel"})");
    result(patch("/api/org/v1/update", R"({"organisationId":")" + harbor.organisation_id +
                                           R"(","channel":"Quay Channel"})"));
    EXPECT_EQ(text_in(read(id), "channel"), "Quay Channel");
    EXPECT_EQ(text_in(read(harbor.organisation_id), "slug"), "quay-channel");
    EXPECT_THAT(found(R"({"filters":{"channel":"quay channel"}})"),
                ElementsAre("Harbor", "School"));
    EXPECT_EQ(error(post("/api/org/v1/create", R"({"orgName":"X1","channel":"harborChannel"})")),
              "INVALID_CHANNEL");
    EXPECT_EQ(verify(under_test.registry()).problems, std::vector<std::string>{});
}

TEST_F(SunbirdTest, a_status_becomes_only_what_it_may) {
    const auto id = made(R"({"orgName":"School","channel":"harborChannel"})");
    const auto set = [&](int status) {
        return patch("/api/org/v1/status/update", R"({"organisationId":")" + id + R"(","status":)" +
                                                      std::to_string(status) + "}");
    };
    EXPECT_EQ(set(0).status, 200);
    EXPECT_EQ(message(set(2)), "Requested data for this operation is not valid.");
    EXPECT_EQ(set(1).status, 200);
    EXPECT_EQ(set(2).status, 200);
    EXPECT_EQ(set(0).status, 400);
    EXPECT_EQ(set(3).status, 200);
    EXPECT_EQ(set(1).status, 400);
    EXPECT_EQ(set(4).status, 400);
    EXPECT_EQ(*at(read(id), "status").integer(), 3);
    EXPECT_THAT(found(R"({"filters":{"status":3}})"), ElementsAre("School"));
}

TEST_F(SunbirdTest, an_inactive_tenant_gets_no_organisations) {
    result(patch("/api/org/v1/status/update",
                 R"({"organisationId":")" + harbor.organisation_id + R"(","status":0})"));
    EXPECT_EQ(error(post("/api/org/v1/create", R"({"orgName":"X1","channel":"harborChannel"})")),
              "ERROR_INACTIVE_ORG");
}

TEST_F(SunbirdTest, the_tenant_sees_its_organisation_in_the_whole_registry) {
    const auto id = made(R"({"orgName":"School","channel":"harborChannel"})");
    const auto caller = callers.by_api_key(harbor.api_key).value();
    const auto seen = Organizations(under_test.registry()).list(caller, {}).value();
    ASSERT_EQ(seen.total, 2);
    EXPECT_EQ(seen.items[1].stated.name, "School");
    EXPECT_EQ(shown_serial(seen.items[1].serial), id);
    const auto whole = Organizations(under_test.registry()).show(seen.items[1].id).value();
    EXPECT_EQ(whole.events, 1);
}

TEST_F(SunbirdTest, a_change_by_another_interface_is_found_and_loses_nothing) {
    const auto id = made(R"({"orgName":"School","channel":"harborChannel","externalId":"S-1",
                             "preferredLanguage":"Hindi"})");
    const auto caller = callers.by_api_key(harbor.api_key).value();
    Organizations others(under_test.registry());
    const auto school = others.list(caller, {})->items.at(1).id;
    ASSERT_TRUE(others.change(caller, school, [](OrganizationDraft& draft) -> Result<void> {
        draft.name = "Academy";
        return {};
    }));
    EXPECT_THAT(found(R"({"filters":{"orgName":"academy","preferredLanguage":"HINDI"}})"),
                ElementsAre("Academy"));
    EXPECT_EQ(text_in(read(id), "externalId"), "S-1");
    EXPECT_EQ(verify(under_test.registry()).problems, std::vector<std::string>{});
}

TEST_F(SunbirdTest, keys_of_a_tenant_are_kept) {
    const auto said =
        R"({"id":")" + harbor.organisation_id + R"(","signKeys":["s1"],"encKeys":["e1","e2"]})";
    EXPECT_EQ(patch("/api/org/v1/assign/key", said).status, 200);
    EXPECT_EQ(post("/v1/org/assign/key", said).status, 200);
    EXPECT_EQ(json::text_of(at(read(harbor.organisation_id), "keys")),
              R"({"signKeys":["s1"],"encKeys":["e1","e2"]})");
    EXPECT_EQ(patch("/v1/org/update/encryptionkey",
                    R"({"organisationId":")" + harbor.organisation_id + R"(","data":"PEM"})")
                  .status,
              200);
    const auto id = made(R"({"orgName":"School","channel":"harborChannel"})");
    const auto refused = patch_as(harbor, "/api/org/v1/assign/key",
                                  R"({"id":")" + id + R"(","signKeys":["s"],"encKeys":["e"]})",
                                  {{"x-sunbird-profile", "modern"}});
    EXPECT_EQ(error(refused), "UOS_ASSGNK0040");
}

TEST_F(SunbirdTest, channels_are_created_read_changed_and_listed_in_parts) {
    const auto node =
        result(post("/api/channel/v1/create",
                    R"({"channel":{"code":"quay","name":"Quay","description":"Q"}})"));
    const auto id = text_in(node, "node_id");
    for (const auto& path : {"/api/channel/v1/read/" + id, std::string("/v1/channel/read/QUAY")}) {
        const auto channel = at(result(get(path)), "channel");
        EXPECT_EQ(text_in(channel, "identifier"), id);
        EXPECT_EQ(text_in(channel, "code"), "quay");
        EXPECT_EQ(text_in(channel, "name"), "quay");
        EXPECT_EQ(text_in(channel, "createdOn"), "2026-09-21T14:13:20.000+0000");
        EXPECT_EQ(text_in(channel, "status"), "Live");
    }
    result(patch("/api/channel/v1/update/quay",
                 R"({"channel":{"description":"New","status":"Draft"}})"));
    EXPECT_EQ(text_in(at(result(get("/api/channel/v1/read/quay")), "channel"), "status"), "Draft");
    EXPECT_EQ(get("/api/channel/v1/read/nothing").status, 404);
    const auto part = result(post("/api/channel/v1/list", R"({"limit":1,"offset":1})"));
    EXPECT_EQ(at(part, "channels").array()->size(), 1U);
    EXPECT_EQ(text_in(at(part, "channels").array()->at(0), "code"), "rivalChannel");
    EXPECT_EQ(*at(part, "count").integer(), 3);
    EXPECT_EQ(error(post("/api/channel/v1/create", R"({"channel":{"code":"QUAY"}})")),
              "CHANNEL_SHOULD_BE_UNIQUE");
}

TEST_F(SunbirdTest, a_list_longer_than_a_page_comes_whole) {
    for (int i = 0; i < TenantOrganizations::page_size + 5; ++i) {
        const auto number = std::to_string(i);
        made(R"({"orgName":"Tenant )" + number + R"(","isTenant":true,"channel":"many)" + number +
             "\"}");
    }
    const auto all = result(get("/api/channel/v1/list"));
    EXPECT_EQ(*at(all, "count").integer(), TenantOrganizations::page_size + 7);
    EXPECT_EQ(at(all, "channels").array()->size(),
              static_cast<std::size_t>(TenantOrganizations::page_size + 7));
}

}  // namespace

}  // namespace cartulary::sunbird
