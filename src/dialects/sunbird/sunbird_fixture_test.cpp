#include <stdexcept>

#include "dialects/sunbird/sunbird_for_test.h"

namespace cartulary::sunbird {

SunbirdTest::SunbirdTest() {
    harbor.token = token_of("gita@harbor.example", password);
    rival.token = token_of("rival", password);
}

SunbirdTest::Account SunbirdTest::add(const std::string& name, const std::string& channel,
                                      const std::string& username) {
    const auto made =
        add_tenant(under_test.registry(), command_line(), {name, channel, username, password});
    if (!made) throw std::runtime_error(made.error().message);
    return {.organisation_id = shown_serial(made->serial),
            .channel = channel,
            .api_key = made->api_key,
            .token = {},
            .number = tenants.by_api_key(made->api_key)->organization,
            .id = made->id};
}

std::string SunbirdTest::token_of(const std::string& username, const std::string& its_password) {
    const auto response =
        dispatch({.method = http::Method::post,
                  .path = "/auth/realms/sunbird/protocol/openid-connect/token",
                  .headers = {{"content-type", "application/x-www-form-urlencoded"}},
                  .body = "grant_type=password&client_id=admin-cli&username=" + username +
                          "&password=" + its_password});
    const auto body = json::parse(response.body);
    return response.status == 200 ? text_in(*body, "access_token") : std::string();
}

std::vector<http::Header> SunbirdTest::headers_of(const Account& account) {
    std::vector<http::Header> headers{{"content-type", "application/json"}};
    if (!account.api_key.empty()) {
        headers.push_back({"authorization", "Bearer " + account.api_key});
    }
    if (!account.token.empty()) {
        headers.push_back({"x-authenticated-user-token", account.token});
    }
    return headers;
}

http::Response SunbirdTest::post(const std::string& path, const std::string& said) {
    return post_as(harbor, path, said);
}

http::Response SunbirdTest::post_as(const Account& account, const std::string& path,
                                    const std::string& said, std::vector<http::Header> more) {
    auto headers = headers_of(account);
    headers.insert(headers.end(), more.begin(), more.end());
    return dispatch({.method = http::Method::post,
                     .path = path,
                     .headers = std::move(headers),
                     .body = "{\"request\":" + said + "}"});
}

http::Response SunbirdTest::patch(const std::string& path, const std::string& said) {
    return patch_as(harbor, path, said);
}

http::Response SunbirdTest::patch_as(const Account& account, const std::string& path,
                                     const std::string& said, std::vector<http::Header> more) {
    auto headers = headers_of(account);
    headers.insert(headers.end(), more.begin(), more.end());
    return dispatch({.method = http::Method::patch,
                     .path = path,
                     .headers = std::move(headers),
                     .body = "{\"request\":" + said + "}"});
}

http::Response SunbirdTest::get(const std::string& path) {
    return get_as(harbor, path);
}

http::Response SunbirdTest::get_as(const Account& account, const std::string& path) {
    return dispatch({.method = http::Method::get, .path = path, .headers = headers_of(account)});
}

http::Response SunbirdTest::dispatch(http::Request request) {
    const auto* route = router.match(request).route;
    auto response = router.dispatch(std::move(request));
    if (response.stream) {
        while (const auto piece = response.stream()) response.body += *piece;
    }
    EXPECT_EQ(response.content_type, "application/json");
    if (route) {
        EXPECT_EQ(description.complaint_about(response, route->operation), "") << response.body;
    }
    return response;
}

json::Value SunbirdTest::result(const http::Response& response) {
    EXPECT_EQ(response.status, 200) << response.body;
    const auto body = json::parse(response.body);
    return body ? at(*body, "result") : json::Value();
}

std::string SunbirdTest::param(const http::Response& response, const std::string& name) {
    const auto body = json::parse(response.body);
    if (!body) return "no JSON: " + response.body;
    return text_in(at(*body, "params"), name);
}

std::string SunbirdTest::error(const http::Response& response) {
    return param(response, "err");
}

std::string SunbirdTest::message(const http::Response& response) {
    return param(response, "errmsg");
}

std::string SunbirdTest::text_in(const json::Value& object, const std::string& name) {
    const auto& value = at(object, name);
    return value.string() ? *value.string() : std::string();
}

const json::Value& SunbirdTest::at(const json::Value& object, const std::string& name) {
    static const json::Value nothing;
    const auto* value = object.find(name);
    EXPECT_TRUE(value) << "no " << name;
    return value ? *value : nothing;
}

std::string SunbirdTest::made(const std::string& said) {
    return text_in(result(post("/api/org/v1/create", said)), "organisationId");
}

json::Value SunbirdTest::read(const std::string& organisation_id) {
    return at(result(post("/api/org/v1/read", "{\"organisationId\":\"" + organisation_id + "\"}")),
              "response");
}

std::vector<std::string> SunbirdTest::found(const std::string& said) {
    const auto answer = result(post_as({}, "/api/org/v2/search", said));
    std::vector<std::string> names;
    for (const auto& one : *at(at(answer, "response"), "content").array()) {
        names.push_back(text_in(one, "orgName"));
    }
    return names;
}

}  // namespace cartulary::sunbird
