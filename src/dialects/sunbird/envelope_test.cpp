#include "dialects/sunbird/moments.h"
#include "dialects/sunbird/sunbird_for_test.h"

namespace cartulary::sunbird {

namespace {

TEST_F(SunbirdTest, an_organisations_envelope_is_exactly_the_documents) {
    const auto response =
        post_as(harbor, "/api/org/v1/create", R"({"orgName":"School","channel":"harborChannel"})",
                {{"x-msgid", "m-1"}});
    const auto id = text_in(result(response), "organisationId");
    EXPECT_EQ(response.body,
              R"({"id":"api.org.create","ver":"v1","ts":"2026-09-21 14:13:20:000+0000",)"
              R"("params":{"resmsgid":null,"msgid":"m-1","err":null,"status":"success",)"
              R"("errmsg":null},"responseCode":"OK","result":{"organisationId":")" +
                  id + R"(","response":"SUCCESS"}})");
    EXPECT_EQ(post("/v1/org/read", R"({"organisationId":")" + id + "\"}").body.substr(0, 19),
              R"({"id":"api.org.read)");
}

TEST_F(SunbirdTest, a_modern_envelope_says_so) {
    const auto response =
        post_as(harbor, "/v1/org/read", R"({"organisationId":")" + harbor.organisation_id + "\"}",
                {{"x-sunbird-profile", "Modern"}, {"x-request-id", "r-1"}});
    EXPECT_EQ(param(response, "status"), "SUCCESS");
    EXPECT_EQ(param(response, "msgid"), "r-1");
    EXPECT_EQ(param(response, "resmsgid"), "r-1");
    const auto unauthorized = post_as({}, "/v1/org/read", "{}", {{"x-sunbird-profile", "modern"}});
    EXPECT_EQ(unauthorized.status, 401);
    EXPECT_EQ(error(unauthorized), "UNAUTHORIZED_USER");
    EXPECT_THAT(unauthorized.body, testing::HasSubstr(R"("responseCode":"UNAUTHORIZED")"));
}

TEST_F(SunbirdTest, a_classic_401_is_told_as_sunbird_tells_it) {
    const auto response = post_as({}, "/api/org/v1/read", "{}");
    EXPECT_EQ(response.status, 401);
    EXPECT_EQ(param(response, "status"), "SERVER_ERROR");
    EXPECT_EQ(error(response), "UNAUTHORIZED_USER");
    EXPECT_EQ(message(response), "You are not authorized.");
    EXPECT_THAT(response.body, testing::HasSubstr(R"("responseCode":"CLIENT_ERROR")"));
}

TEST_F(SunbirdTest, a_channels_envelope_has_its_own_form) {
    const auto response = get("/api/channel/v1/list");
    EXPECT_THAT(response.body,
                testing::StartsWith(R"({"id":"api.channel.list","ver":"1.0",)"
                                    R"("ts":"2026-09-21T14:13:20.000Z","params":{"resmsgid":")"));
    EXPECT_EQ(param(response, "status"), "successful");
    EXPECT_NE(param(response, "resmsgid"), param(response, "msgid"));
    const auto refused = get("/api/channel/v1/read/nothing");
    EXPECT_EQ(param(refused, "status"), "failed");
    EXPECT_THAT(refused.body, testing::HasSubstr(R"("id":"api.channel.read")"));
}

TEST_F(SunbirdTest, a_message_id_that_is_no_good_is_not_echoed) {
    for (const auto& id : {std::string(101, 'x'), std::string("a\x01"), std::string("\xff")}) {
        const auto response =
            post_as({}, "/api/org/v1/search", R"({"filters":{}})", {{"x-msgid", id}});
        EXPECT_TRUE(Uuid::parse(param(response, "msgid"))) << param(response, "msgid");
    }
}

TEST(SunbirdMoments, have_two_forms_and_are_read_in_either) {
    const auto time = timestamp(1'540'887'869'856);
    EXPECT_EQ(organisation_moment(time), "2018-10-30 08:24:29:856+0000");
    EXPECT_EQ(channel_moment(time), "2018-10-30T08:24:29.856+0000");
    for (const auto* text : {"2018-10-30 08:24:29:856+0000", "2018-10-30T08:24:29.856+0000",
                             "2018-10-30T08:24:29.856Z"}) {
        EXPECT_EQ(parse_moment(text), time) << text;
    }
    EXPECT_EQ(parse_moment("2018-10-30"), timestamp(1'540'857'600'000));
    EXPECT_EQ(parse_moment("2018-10-30 08:24:29"), timestamp(1'540'887'869'000));
    for (const auto* wrong : {"", "2018", "2018-13-01", "2018-02-30", "2018-10-30 24:00:00",
                              "2018-10-30 08:24:29:85+0000", "2018-10-30 08:24:29+0530",
                              "2018-10-30x08:24:29", "-018-10-30"}) {
        EXPECT_EQ(parse_moment(wrong), std::nullopt) << wrong;
    }
}

}  // namespace

}  // namespace cartulary::sunbird
