#include "dialects/sunbird/sunbird_for_test.h"

namespace cartulary::sunbird {

namespace {

struct Case {
    const char* said;
    const char* classic;
    const char* modern;
};

class SunbirdRefusals : public SunbirdTest {
protected:
    void SetUp() override {
        made(R"({"orgName":"Taken","isTenant":true,"channel":"taken","externalId":"E"})");
        made(R"({"orgName":"School","channel":"harborChannel","externalId":"S-1"})");
        const auto idle = made(R"({"orgName":"Idle","isTenant":true,"channel":"idle"})");
        result(patch("/api/org/v1/status/update",
                     R"({"organisationId":")" + idle + R"(","status":0})"));
    }
    http::Response create(const std::string& said, const char* profile) {
        return post_as(harbor, "/api/org/v1/create", said, {{"x-sunbird-profile", profile}});
    }
};

// Each with the first thing that is wrong, in the order in which Sunbird looks.
constexpr Case creations[] = {
    {R"({})", "MANDATORY_PARAMETER_MISSING", "UOS_ORGCRT0030"},
    {R"({"organisationType":"school","orgName":null,"isTenant":true})",
     "MANDATORY_PARAMETER_MISSING", "UOS_ORGCRT0030"},
    {R"({"organisationType":"school","orgName":" ","isTenant":true})",
     "MANDATORY_PARAMETER_MISSING", "UOS_ORGCRT0031"},
    {R"({"organisationType":"school","orgName":7,"isTenant":true})", "DATA_TYPE_ERROR",
     "UOS_ORGCRT0003"},
    {R"({"organisationType":"school","orgName":"N1","isTenant":"yes"})", "DATA_TYPE_ERROR",
     "UOS_ORGCRT0003"},
    {R"({"organisationType":"school","orgName":"N1","isTenant":true,"locationCode":"XX"})",
     "DEPENDENT_PARAMETER_MISSING", "UOS_ORGCRT0041"},
    {R"({"organisationType":"school","orgName":"N1","isTenant":false,"locationCode":"XX"})",
     "INVALID_PARAMETER_VALUE", "UOS_ORGCRT0017"},
    {R"({"organisationType":"school","orgName":"N1","isTenant":false,"locationCode":"IN",
         "locationIds":[]})",
     "PARAMETER_MISMATCH", "UOS_ORGCRT0005"},
    {R"({"organisationType":"school","orgName":"N1","isTenant":false,"locationCode":"XX",
         "email":7})",
     "INVALID_PARAMETER_VALUE", "UOS_ORGCRT0003"},
    {R"({"organisationType":"school","orgName":"N1","isTenant":false})",
     "MANDATORY_PARAMETER_MISSING", "UOS_ORGCRT0030"},
    {R"({"organisationType":"church","orgName":"N1","isTenant":false,"channel":"nobody"})",
     "INVALID_PARAMETER_VALUE", "UOS_ORGCRT0018"},
    {R"({"organisationType":[],"orgName":"N1","isTenant":false,"channel":"nobody"})",
     "DATA_TYPE_ERROR", "UOS_ORGCRT0003"},
    {R"({"organisationType":"school","orgName":"N1","isTenant":false,"channel":"nobody",
         "email":"x"})",
     "INVALID_CHANNEL", "UOS_ORGCRT0019"},
    {R"({"organisationType":"school","orgName":"N1","isTenant":false,"channel":"idle",
         "email":"x"})",
     "ERROR_INACTIVE_ORG", "UOS_ORGCRT0053"},
    {R"({"organisationType":"school","orgName":"N1","isTenant":true,"channel":"TAKEN",
         "email":"x"})",
     "CHANNEL_SHOULD_BE_UNIQUE", "UOS_ORGCRT0004"},
    {R"({"organisationType":"school","orgName":"N1","isTenant":false,"channel":"HARBORCHANNEL",
         "externalId":"s-1","email":"x"})",
     "ERROR_DUPLICATE_ENTRY", "UOS_ORGCRT0004"},
    {R"({"organisationType":"school","orgName":"N1","isTenant":true,"channel":"taken.",
         "email":"x","homeUrl":"x"})",
     "EMAIL_FORMAT_ERROR", "UOS_ORGCRT0009"},
    {R"({"organisationType":"school","orgName":"N1","isTenant":true,"channel":"taken.",
         "homeUrl":"x"})",
     "INVALID_PARAMETER_VALUE", "UOS_ORGCRT0017"},
    {R"({"organisationType":"school","orgName":"N1","isTenant":true,"channel":"taken."})",
     "SLUG_IS_NOT_UNIQUE", "UOS_ORGCRT0004"},
};

TEST_F(SunbirdRefusals, tell_the_first_thing_that_is_wrong_in_both_profiles) {
    for (const auto& [said, classic, modern] : creations) {
        const auto old = create(said, "classic");
        EXPECT_EQ(old.status, 400) << said;
        EXPECT_EQ(error(old), classic) << said;
        EXPECT_EQ(param(old, "status"), classic) << said;
        const auto now = create(said, "modern");
        EXPECT_EQ(now.status, 400) << said;
        EXPECT_EQ(error(now), modern) << said;
        EXPECT_EQ(param(now, "status"), "FAILED") << said;
    }
}

TEST_F(SunbirdRefusals, have_the_words_that_clients_know) {
    const auto both = [&](const std::string& said) {
        return message(create(said, "classic")) + " | " + message(create(said, "modern"));
    };
    EXPECT_EQ(both(R"({"organisationType":"school","isTenant":true})"),
              "Mandatory parameter orgName is missing. | Mandatory parameter orgName is missing.");
    EXPECT_EQ(both(R"({"organisationType":"school","orgName":"N1","isTenant":true,
                       "channel":"taken"})"),
              "Channel value already used by another organization. Provide different value for "
              "channel | Value taken for channel is already in use.");
    EXPECT_EQ(both(R"({"organisationType":"school","orgName":"N1","isTenant":true})"),
              "Missing parameter channel which is dependent on isTenant. | Missing parameter "
              "channel which is dependent on isTenant.");
    EXPECT_EQ(both(R"({"organisationType":"school","orgName":"N1","isTenant":false,
                       "channel":"x"})"),
              "Channel value is invalid. | Please provide valid channel.");
    EXPECT_EQ(both(R"({"organisationType":"school","orgName":"N1","isTenant":false,
                       "channel":"harborChannel","email":"x"})"),
              "Email is invalid. | Invalid format for given email.");
    const auto unknown = R"({"organisationId":"0123"})";
    const auto classic = post("/api/org/v1/read", unknown);
    EXPECT_EQ(classic.status, 404);
    EXPECT_EQ(error(classic), "ORG_NOT_EXIST");
    EXPECT_EQ(message(classic), "Requested organisation does not exist.");
    const auto modern =
        post_as(harbor, "/api/org/v1/read", unknown, {{"x-sunbird-profile", "modern"}});
    EXPECT_EQ(error(modern), "UOS_ORGRED0013");
    EXPECT_EQ(message(modern), "Requested organisation resource not found");
}

// Every parameter of every type but its own.
TEST_F(SunbirdRefusals, a_wrong_json_type_anywhere_is_a_clients_error) {
    const std::string wrongs[] = {"7", "7.5", "true", "\"\\u0000\"", "[7]", "[[]]", "{\"a\":[]}"};
    const std::string parameters[] = {"orgName",
                                      "channel",
                                      "isTenant",
                                      "isRootOrg",
                                      "description",
                                      "homeUrl",
                                      "email",
                                      "theme",
                                      "preferredLanguage",
                                      "externalId",
                                      "provider",
                                      "imgUrl",
                                      "thumbnail",
                                      "organisationType",
                                      "organisationSubType",
                                      "orgCode",
                                      "status",
                                      "roles",
                                      "userId",
                                      "organisationId",
                                      "filters",
                                      "sort_by",
                                      "facets",
                                      "fields",
                                      "limit",
                                      "offset",
                                      "query",
                                      "exists",
                                      "not_exists",
                                      "signKeys",
                                      "encKeys",
                                      "id",
                                      "data",
                                      "firstName",
                                      "userName",
                                      "password",
                                      "phone",
                                      "locationIds",
                                      "locationCode",
                                      "orgLocation",
                                      "isSSOEnabled"};
    for (const auto* path :
         {"/api/org/v1/create", "/api/org/v1/read", "/api/org/v1/search", "/api/org/v1/assign/key",
          "/api/org/v1/member/add", "/api/org/v1/member/remove", "/api/user/v1/create",
          "/api/user/v1/role/assign", "/api/channel/v1/create"}) {
        for (const auto& parameter : parameters) {
            for (const auto& wrong : wrongs) {
                // Past the description, which is held against answers of each kind elsewhere.
                const auto response = router.dispatch(
                    {.method = http::Method::post,
                     .path = path,
                     .headers = headers_of(harbor),
                     .body = R"({"request":{"orgName":"N1","channel":"harborChannel","filters":{},
                                 "firstName":"F","organisationId":"01",")" +
                             parameter + "\":" + wrong + "}}"});
                EXPECT_LT(response.status, 500) << path << parameter << wrong << response.body;
            }
        }
    }
    for (const auto* request : {"7", "[]", "\"x\"", "true"}) {
        EXPECT_EQ(post("/api/org/v1/create", request).status, 400) << request;
    }
    EXPECT_EQ(error(post("/api/org/v1/create", R"({"orgName":"N1","channel":7})")),
              "DATA_TYPE_ERROR");
    EXPECT_EQ(message(post("/api/org/v1/create", R"({"orgName":"N1","channel":7})")),
              "Data type of channel should be String.");
}

TEST_F(SunbirdRefusals, one_more_than_each_limit_is_refused) {
    const std::pair<const char*, std::size_t> limits[] = {
        {"orgName", 210},        {"channel", 255},           {"externalId", 255},
        {"description", 10'000}, {"preferredLanguage", 200}, {"theme", 200},
        {"orgCode", 200},        {"imgUrl", 2'048},          {"thumbnail", 2'048}};
    int made_count = 0;
    for (const auto& [name, limit] : limits) {
        const auto create_with = [&](std::size_t length) {
            const auto own = std::string(name) == "channel";
            const auto base = own ? std::string(R"("isTenant":true,)")
                                  : std::string(R"("channel":"harborChannel",)");
            const auto named = std::string(name) == "orgName" ? "" : R"("orgName":"N1",)";
            return post("/api/org/v1/create", "{" + base + named + "\"" + name + "\":\"" +
                                                  std::string(length, 'x') + "\"}");
        };
        EXPECT_EQ(create_with(limit).status, 200) << name;
        EXPECT_EQ(create_with(limit + 1).status, 400) << name;
        ++made_count;
    }
    EXPECT_EQ(made_count, 9);
}

TEST_F(SunbirdRefusals, a_body_that_cannot_be_read_is_400) {
    const auto send = [&](const std::string& type, const std::string& body) {
        auto headers = headers_of(harbor);
        headers[0].value = type;
        return dispatch({.method = http::Method::post,
                         .path = "/api/org/v1/create",
                         .headers = headers,
                         .body = body});
    };
    EXPECT_EQ(message(send("", "{}")),
              "Please add Content-Type header with value application/json");
    EXPECT_EQ(error(send("text/plain", "{}")), "CONTENT_TYPE_ERROR");
    EXPECT_EQ(error(send("application/json; charset=utf-8", "{}")), "MANDATORY_PARAMETER_MISSING");
    for (const auto* body : {"{", "[]", "7", "nul", "{\"request\":{}} x", "\xff"}) {
        EXPECT_EQ(send("application/json", body).status, 400) << body;
    }
}

TEST_F(SunbirdRefusals, what_is_not_known_under_a_prefix_has_the_dialects_shape) {
    for (const auto* path : {"/api/org", "/api/org/v1/nothing", "/v1/org/x/y", "/v2/org/create",
                             "/api/channel/v1/x", "/v1/channel", "/api/user/v9/create"}) {
        const auto response = get(path);
        EXPECT_EQ(response.status, 404) << path;
        EXPECT_EQ(error(response), "RESOURCE_NOT_FOUND") << response.body;
    }
    const auto response = get("/api/org/v1/create");
    EXPECT_EQ(response.status, 405);
    EXPECT_THAT(response.body, testing::HasSubstr("\"id\":\"api.org.create\""));
}

TEST_F(SunbirdRefusals, an_update_does_not_change_what_has_a_way_of_its_own) {
    for (const auto* more : {R"("status":1)", R"("isTenant":true)", R"("isRootOrg":false)"}) {
        const auto response =
            patch_as(harbor, "/api/org/v1/update",
                     R"({"organisationId":")" + harbor.organisation_id + "\"," + more + "}",
                     {{"x-sunbird-profile", "modern"}});
        EXPECT_EQ(error(response), "UOS_ORGUPD0021") << more;
    }
    const auto moved =
        patch("/api/org/v1/update",
              R"({"organisationId":")" + harbor.organisation_id + R"(","channel":"rivalChannel"})");
    EXPECT_EQ(error(moved), "CHANNEL_SHOULD_BE_UNIQUE");
}

}  // namespace

}  // namespace cartulary::sunbird
