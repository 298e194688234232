#include <gmock/gmock.h>

#include "dialects/acclaim/acclaim_for_test.h"

namespace cartulary::acclaim {

namespace {

using testing::HasSubstr;

const http::Header form{"content-type", "application/x-www-form-urlencoded"};
const http::Header json_body{"content-type", "application/json; charset=utf-8"};

class OAuth : public AcclaimTest {
protected:
    http::Response ask(const std::string& body, std::vector<http::Header> headers = {form}) {
        auto response = dispatch({.method = http::Method::post,
                                  .path = "/oauth/token",
                                  .headers = std::move(headers),
                                  .body = body});
        EXPECT_EQ(header(response, "Cache-Control"), "no-store");
        return response;
    }
    std::string credentials() const {
        return "&client_id=" + std::string(college_id) + "&client_secret=" + token;
    }
    static json::Value object(const http::Response& response) {
        return json::parse(response.body).value();
    }
    static std::string error(const http::Response& response) {
        EXPECT_NE(text_in(object(response), "error_description"), "");
        return std::to_string(response.status) + " " + text_in(object(response), "error");
    }
};

TEST_F(OAuth, exchanges_client_credentials_for_a_bearer_token) {
    const auto response = ask("grant_type=client_credentials" + credentials());
    EXPECT_EQ(response.status, 200);
    const auto access = text_in(object(response), "access_token");
    EXPECT_EQ(response.body, R"({"access_token":")" + access +
                                 R"(","token_type":"Bearer","expires_in":7200,)"
                                 R"("scope":"read write delete"})");
    EXPECT_EQ(get(path(), {bearer(access)}).status, 200);
    under_test.pass(std::chrono::hours(2));
    EXPECT_EQ(get(path(), {bearer(access)}).status, 401);
}

TEST_F(OAuth, takes_the_credentials_as_form_as_json_and_as_basic) {
    const auto id = std::string(college_id);
    EXPECT_EQ(ask("client_id=x&grant_type=client_credentials" + credentials()).status, 200)
        << "of a parameter given twice the last counts";
    EXPECT_EQ(ask("grant_type=client_credentials" + credentials(), {}).status, 200);
    EXPECT_EQ(ask(R"({"grant_type":"client_credentials","client_id":")" + id +
                      R"(","client_secret":")" + token + "\"}",
                  {json_body})
                  .status,
              200);
    EXPECT_EQ(ask("grant_type=client_credentials", {form, basic(id + ":" + token)}).status, 200);
    EXPECT_EQ(ask(R"({"grant_type":"client_credentials"})",
                  {json_body, basic("%35" + id.substr(1) + ":" + token)})
                  .status,
              200);
    const auto token_id = text_in(data(get(path("/authorization_tokens"))).array()->at(0), "id");
    EXPECT_EQ(ask("grant_type=client_credentials&client_id=" + token_id + "&client_secret=" + token)
                  .status,
              200);
}

TEST_F(OAuth, gives_no_more_than_the_token_may_do) {
    const auto reader = add_token(college, {true, false, false});
    const auto response = ask("grant_type=client_credentials&client_id=" + std::string(college_id) +
                              "&client_secret=" + reader);
    EXPECT_EQ(text_in(object(response), "scope"), "read");
    const auto access = bearer(text_in(object(response), "access_token"));
    EXPECT_EQ(get(path(), {access}).status, 200);
    EXPECT_EQ(put(path(), "{}", {access}).status, 403);
}

TEST_F(OAuth, refuses_as_the_rfc_says) {
    EXPECT_EQ(error(ask("")), "400 invalid_request");
    EXPECT_EQ(error(ask("{", {json_body})), "400 invalid_request");
    EXPECT_EQ(error(ask("[]", {json_body})), "400 invalid_request");
    EXPECT_EQ(error(ask(R"({"grant_type":7})", {json_body})), "400 invalid_request");
    EXPECT_EQ(error(ask("grant_type=password" + credentials())), "400 unsupported_grant_type");
    const auto stranger = ask("grant_type=client_credentials&client_id=x&client_secret=y");
    EXPECT_EQ(error(stranger), "401 invalid_client");
    EXPECT_THAT(header(stranger, "WWW-Authenticate"), HasSubstr("Basic realm="));
    EXPECT_EQ(error(ask("grant_type=client_credentials")), "401 invalid_client");
    EXPECT_EQ(error(ask("grant_type=client_credentials&client_id=" + std::string(unknown_id) +
                        "&client_secret=" + token)),
              "401 invalid_client");
    EXPECT_EQ(error(ask("grant_type=client_credentials", {form, basic("no colon")})),
              "401 invalid_client");
    EXPECT_EQ(
        error(ask("grant_type=client_credentials" + credentials() + std::string(10'000, 'x'))),
        "401 invalid_client");
}

TEST_F(OAuth, an_access_token_is_not_made_good_for_longer_by_itself) {
    const auto access =
        text_in(object(ask("grant_type=client_credentials" + credentials())), "access_token");
    EXPECT_EQ(error(ask("grant_type=client_credentials&client_id=" + std::string(college_id) +
                        "&client_secret=" + access)),
              "401 invalid_client");
}

TEST_F(OAuth, refuses_what_the_server_refuses_in_its_own_shape) {
    const auto unknown = dispatch({.method = http::Method::get, .path = "/oauth/authorize"});
    EXPECT_EQ(error(unknown), "404 invalid_request");
    const auto wrong_method = dispatch({.method = http::Method::get, .path = "/oauth/token"});
    EXPECT_EQ(error(wrong_method), "405 invalid_request");
    const auto& area = router.area_of("/oauth/token");
    EXPECT_EQ(error(area.refuse({413, "too large"}, {})), "413 invalid_request");
    EXPECT_EQ(error(area.refuse({429, "too many"}, {})), "429 temporarily_unavailable");
    EXPECT_EQ(error(area.refuse({500, "failed"}, {})), "500 server_error");
    EXPECT_EQ(error(area.refuse({503, "busy"}, {})), "503 temporarily_unavailable");
}

}  // namespace

}  // namespace cartulary::acclaim
