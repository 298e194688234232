#include "dialects/sunbird/credentials.h"
#include "dialects/sunbird/sunbird_for_test.h"

namespace cartulary::sunbird {

namespace {

constexpr auto token_path = "/auth/realms/sunbird/protocol/openid-connect/token";

class SunbirdTokens : public SunbirdTest {
protected:
    http::Response sign_in(const std::string& body,
                           const std::string& type = "application/x-www-form-urlencoded") {
        return dispatch({.method = http::Method::post,
                         .path = token_path,
                         .headers = {{"content-type", type}},
                         .body = body});
    }

    // Whether an organisation may be read with this token.
    bool is_good(const std::string& token) {
        auto account = harbor;
        account.token = token;
        const auto response = post_as(account, "/api/org/v1/read",
                                      R"({"organisationId":")" + harbor.organisation_id + "\"}");
        EXPECT_TRUE(response.status == 200 || response.status == 401) << response.body;
        return response.status == 200;
    }

    // Of a token of ours, changed where `name` is.
    std::string with_claim(const std::string& name, const std::string& value) {
        const auto text = verified_claims(token_keys, harbor.token).value();
        auto claims = *json::parse(text)->object();
        std::erase_if(claims, [&](const json::Member& member) { return member.name == name; });
        if (!value.empty()) claims.push_back({name, json::parse(value).value()});
        return sign_claims(token_keys.back(), json::text_of(json::Value(claims)));
    }

    std::int64_t seconds_from_now(std::int64_t more) {
        return milliseconds(under_test.now()) / 1000 + more;
    }
};

TEST_F(SunbirdTokens, are_given_for_a_name_and_a_password) {
    const auto response = sign_in(
        "username=GITA%40harbor.example&password=correct+horse+battery&grant_type=password");
    ASSERT_EQ(response.status, 200) << response.body;
    const auto body = json::parse(response.body).value();
    EXPECT_EQ(*at(body, "expires_in").integer(), 43'200);
    EXPECT_EQ(text_in(body, "token_type"), "bearer");
    EXPECT_TRUE(is_good(text_in(body, "access_token")));
    EXPECT_THAT(response.headers,
                testing::Contains(testing::Field(&http::Header::value, "no-store")));
}

TEST_F(SunbirdTokens, are_refused_in_oauths_words) {
    const auto refused = [&](const std::string& body) {
        const auto response = sign_in(body);
        return std::to_string(response.status) + " " +
               text_in(json::parse(response.body).value(), "error");
    };
    const std::string good = "username=rival&password=correct+horse+battery";
    EXPECT_EQ(refused(good), "400 invalid_request");
    EXPECT_EQ(refused(good + "&grant_type=client_credentials"), "400 unsupported_grant_type");
    EXPECT_EQ(refused("username=rival&grant_type=password"), "400 invalid_request");
    EXPECT_EQ(refused("username=rival&password=x&grant_type=password"), "401 invalid_grant");
    EXPECT_EQ(refused("username=nobody&password=x&grant_type=password"), "401 invalid_grant");
    EXPECT_EQ(refused("username=%ff%00&password=x&grant_type=password"), "401 invalid_grant");
    EXPECT_EQ(refused("username=" + std::string(5'000, 'x') + "&password=x&grant_type=password"),
              "401 invalid_grant");
    EXPECT_EQ(sign_in("{}", "application/json").status, 400);
    const auto unknown = dispatch({.method = http::Method::get, .path = "/auth/x"});
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(text_in(json::parse(unknown.body).value(), "error"), "invalid_request");
}

TEST_F(SunbirdTokens, end) {
    EXPECT_TRUE(is_good(harbor.token));
    under_test.pass(person_token_life - std::chrono::seconds(1));
    EXPECT_TRUE(is_good(harbor.token));
    under_test.pass(std::chrono::seconds(1));
    EXPECT_FALSE(is_good(harbor.token));
}

TEST_F(SunbirdTokens, with_claims_that_are_not_ours_are_refused) {
    EXPECT_TRUE(is_good(with_claim("typ", "\"Bearer\"")));
    EXPECT_FALSE(is_good(with_claim("iss", "\"https://elsewhere.example/auth/realms/sunbird\"")));
    EXPECT_FALSE(is_good(with_claim("iss", "")));
    EXPECT_FALSE(is_good(with_claim("aud", "\"account\"")));
    EXPECT_FALSE(is_good(with_claim("aud", "[\"sunbird\"]")));
    EXPECT_FALSE(is_good(with_claim("exp", "")));
    EXPECT_FALSE(is_good(with_claim("exp", "\"9999999999\"")));
    EXPECT_FALSE(is_good(with_claim("exp", std::to_string(seconds_from_now(0)))));
    EXPECT_FALSE(is_good(with_claim("iat", "")));
    EXPECT_TRUE(is_good(with_claim("iat", std::to_string(seconds_from_now(60)))));
    EXPECT_FALSE(is_good(with_claim("iat", std::to_string(seconds_from_now(61)))));
    EXPECT_FALSE(is_good(with_claim("sub", "\"f:1:nobody\"")));
    EXPECT_FALSE(is_good(with_claim("sub", "\"f:1:00000000-0000-4000-8000-00000000dead\"")));
    EXPECT_FALSE(is_good(with_claim("sub", "7")));
}

TEST_F(SunbirdTokens, with_a_subject_that_is_the_id_alone_are_good) {
    const auto text = verified_claims(token_keys, harbor.token).value();
    const auto subject = text_in(json::parse(text).value(), "sub");
    const auto id = subject.substr(subject.rfind(':') + 1);
    EXPECT_TRUE(is_good(with_claim("sub", "\"" + id + "\"")));
}

TEST_F(SunbirdTokens, that_were_tampered_with_are_refused) {
    const auto dot = harbor.token.find('.');
    const auto last_dot = harbor.token.rfind('.');
    const auto payload = harbor.token.substr(dot, last_dot - dot);
    const auto signature = harbor.token.substr(last_dot);
    // {"alg":"none","typ":"JWT"}, {"alg":"none","typ":"JWT","kid":"k1"}
    for (const std::string header : {"eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0",
                                     "eyJhbGciOiJub25lIiwidHlwIjoiSldUIiwia2lkIjoiazEifQ"}) {
        EXPECT_FALSE(is_good(header + payload + "."));
        EXPECT_FALSE(is_good(header + payload + signature));
    }
    for (std::size_t i = 0; i < harbor.token.size(); i += 7) {
        auto changed = harbor.token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(is_good(changed)) << i;
    }
    EXPECT_FALSE(is_good(harbor.token.substr(0, last_dot + 1)));
    EXPECT_FALSE(is_good(harbor.token + "="));
    EXPECT_FALSE(is_good("x"));
    EXPECT_FALSE(is_good(std::string(20'000, 'x')));
}

TEST_F(SunbirdTokens, of_a_key_that_was_replaced_are_good_until_it_is_gone) {
    token_keys.push_back({"k2", SecretKey{2}});
    const auto newer = token_of("rival", password);
    EXPECT_NE(newer.substr(0, newer.find('.')), harbor.token.substr(0, harbor.token.find('.')));
    EXPECT_TRUE(is_good(harbor.token));
    token_keys.erase(token_keys.begin());
    EXPECT_FALSE(is_good(harbor.token));
    // The same name, another key.
    const SigningKey foreign{"k2", SecretKey{3}};
    const auto claims = verified_claims(token_keys, newer).value();
    EXPECT_FALSE(is_good(sign_claims(foreign, claims)));
}

TEST_F(SunbirdTokens, are_needed_to_create_an_organisation_by_classic_servers_alone) {
    auto nobody = harbor;
    nobody.token.clear();
    const auto said =
        R"({"orgName":"School","channel":"harborChannel","organisationType":"school",
            "isTenant":false})";
    EXPECT_EQ(error(post_as(nobody, "/api/org/v1/create", said)), "UNAUTHORIZED_USER");
    EXPECT_EQ(post_as(nobody, "/api/org/v1/create", said, {{"x-sunbird-profile", "modern"}}).status,
              200);
}

}  // namespace

}  // namespace cartulary::sunbird
