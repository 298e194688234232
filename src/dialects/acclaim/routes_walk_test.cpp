#include <gmock/gmock.h>

#include <algorithm>

#include "dialects/acclaim/acclaim_for_test.h"
#include "dialects/acclaim/answer.h"

// What must be true of every route, whoever adds one.
namespace cartulary::acclaim {

namespace {

// Shown to everybody, without a token.
bool is_for_everybody(const http::Route& route) {
    return route.path.starts_with("/v1/obi/");
}

// Of itself: whoever asks is answered what it may see.
bool is_of_the_caller(const http::Route& route) {
    return route.path.find('{') == std::string::npos;
}

class AcclaimRoutes : public AcclaimTest {
protected:
    // The ids of what the college has, by the names of the parameters.
    std::map<std::string, std::string> ids = {{"organization_id", college_id}};

    void SetUp() override {
        put(path(), R"({"webhook_url":"https://harbor.example/webhook"})");
        const auto made = data(post(path("/badge_templates"), badge_template));
        ids["badge_template_id"] = text_in(made, "id");
        ids["badge_id"] = text_in(data(post(path("/badges"), badge())), "id");
        ids["event_id"] = text_in(data(get(path("/events"))).array()->at(0), "id");
        ids["authorization_token_id"] =
            text_in(data(get(path("/authorization_tokens"))).array()->at(0), "id");
        ids["issuer_id"] = college_id;
        ids["badge_class_id"] = ids["badge_template_id"];
        ids["badge_assertion_id"] = ids["badge_id"];
    }

    static constexpr auto badge_template =
        R"({"name":"Navigator","description":"Finds the way","state":"active"})";
    std::string badge() {
        return R"({"recipient_email":"sailor@harbor.example","issued_to_first_name":"Kit",
                   "issued_to_last_name":"Marlow","issued_at":"2026-09-01",
                   "badge_template_id":")" +
               ids["badge_template_id"] + "\"}";
    }

    // A body with nothing wrong.
    std::string body_of(const http::Route& route) {
        if (route.method == http::Method::get || route.method == http::Method::del) return "";
        if (route.operation == "createBadgeTemplate") return badge_template;
        if (route.operation == "issueBadge") return badge();
        if (route.operation == "issueBadges") return "{\"badges\":[" + badge() + "]}";
        if (route.operation == "revokeBadge") return R"({"reason":"issued in error"})";
        return "{}";
    }

    // The path of a route with the college's ids.
    std::string target_of(const http::Route& route) {
        auto target = route.path;
        for (auto at = target.find('{'); at != std::string::npos; at = target.find('{')) {
            const auto end = target.find('}', at);
            const auto name = target.substr(at + 1, end - at - 1);
            EXPECT_TRUE(ids.contains(name)) << "the walk has no " << name << " for " << route.path;
            target.replace(at, end + 1 - at, ids[name]);
        }
        return target;
    }

    std::vector<http::Route> guarded() {
        auto routes = router.areas()[0].routes;
        std::erase_if(routes, is_for_everybody);
        return routes;
    }

    http::Response ask(const http::Route& route, const http::Header& credential) {
        return send(route.method, target_of(route), body_of(route), {credential});
    }
};

TEST_F(AcclaimRoutes, are_exactly_those_that_are_described) {
    auto offered = testkit::ApiDescription::operations(router.areas()[0]);
    offered.merge(testkit::ApiDescription::operations(router.areas()[1]));
    EXPECT_EQ(description.operations(), offered);
}

TEST_F(AcclaimRoutes, are_closed_to_who_shows_no_token) {
    for (const auto& route : guarded()) {
        EXPECT_EQ(ask(route, {"authorization", ""}).status, 401) << route.operation;
        EXPECT_EQ(ask(route, basic("wrong:")).status, 401) << route.operation;
    }
}

TEST_F(AcclaimRoutes, show_nothing_of_an_organization_to_a_stranger) {
    const auto stranger = add_organization("00000000-0000-4000-8000-000000000001", "Stranger");
    const auto foreign = bearer(add_token(stranger, {true, true, true}));
    const auto before = organizations.show(college)->events;
    for (const auto& route : guarded()) {
        const auto response = ask(route, foreign);
        if (is_of_the_caller(route)) {
            EXPECT_EQ(response.body.find(college_id), std::string::npos) << route.operation;
        } else {
            EXPECT_EQ(response.status, 404) << route.operation << response.body;
        }
        EXPECT_EQ(response.body.find("Harbor"), std::string::npos) << response.body;
    }
    EXPECT_EQ(organizations.show(college)->events, before);
    EXPECT_EQ(get(path()).status, 200) << "the college's token was not revoked";
}

// The stranger's own path with the college's ids below it.
TEST_F(AcclaimRoutes, show_nothing_of_an_organization_under_another) {
    const auto stranger = add_organization("00000000-0000-4000-8000-000000000001", "Stranger");
    const auto foreign = bearer(add_token(stranger, {true, true, true}));
    ids["organization_id"] = stranger.text();
    for (const auto& route : guarded()) {
        const bool names_more = std::ranges::count(route.path, '{') > 1;
        if (!names_more) continue;
        EXPECT_EQ(ask(route, foreign).status, 404) << route.operation;
    }
    EXPECT_EQ(get(path()).status, 200);
}

// Each route asks for one right; with that alone it goes on, without it it does not.
TEST_F(AcclaimRoutes, need_the_right_that_their_method_names) {
    const auto right_of = [](http::Method method, const std::string& target) {
        if (target.ends_with("/webhook_secret")) return Right::write;  // whoever has it can sign
        switch (method) {
            case http::Method::get: return Right::read;
            case http::Method::del: return Right::del;
            default: return Right::write;
        }
    };
    for (const auto right : {Right::read, Right::write, Right::del}) {
        const auto alone = bearer(add_token(college, {.read = right == Right::read,
                                                      .write = right == Right::write,
                                                      .del = right == Right::del}));
        for (const auto& route : guarded()) {
            if (right_of(route.method, target_of(route)) == right) continue;
            EXPECT_EQ(ask(route, alone).status, 403)
                << route.operation << " with " << static_cast<int>(right);
        }
    }
    EXPECT_EQ(get(path()).status, 200);
}

TEST_F(AcclaimRoutes, are_open_with_that_right_alone) {
    const auto reader = bearer(add_token(college, {true, false, false}));
    for (const auto& route : guarded()) {
        if (route.method != http::Method::get || route.operation == "getWebhookSecret") continue;
        EXPECT_EQ(ask(route, reader).status, 200) << route.operation;
    }
    const auto writer = bearer(add_token(college, {false, true, false}));
    const auto deleter = bearer(add_token(college, {false, false, true}));
    for (const auto& route : guarded()) {
        if (route.method == http::Method::get) continue;
        const auto& right = route.method == http::Method::del ? deleter : writer;
        EXPECT_NE(ask(route, right).status, 403) << route.operation;
        EXPECT_NE(send(route.method, target_of(route), R"({"name":7})", {right}).status, 403)
            << route.operation << " with a body that is wrong";
    }
}

TEST_F(AcclaimRoutes, know_no_organization_that_does_not_exist) {
    ids["organization_id"] = unknown_id;
    for (const auto& route : guarded()) {
        if (is_of_the_caller(route)) continue;
        EXPECT_EQ(ask(route, bearer(token)).status, 404) << route.operation;
    }
}

TEST_F(AcclaimRoutes, take_no_nonsense_for_an_id) {
    for (auto& [name, id] : ids) id = "nonsense";
    for (const auto& route : router.areas()[0].routes) {
        if (is_of_the_caller(route)) continue;
        EXPECT_EQ(ask(route, bearer(token)).status, 404) << route.operation;
    }
}

TEST_F(AcclaimRoutes, tell_a_broken_world_in_the_shape_of_all_refusals) {
    auto broken = area(operations);
    broken.routes = {route(http::Method::get, "/v1/broken", "broken", http::Cost::read,
                           [](const http::Request&) -> Result<http::Response> {
                               throw std::runtime_error("the disk is full");
                           }),
                     route(http::Method::get, "/v1/away", "away", http::Cost::read,
                           [](const http::Request&) -> Result<http::Response> {
                               throw Unavailable("the database is away");
                           })};
    const http::Router world({broken});
    for (const auto& [target, status] :
         {std::pair{"/v1/broken", 500}, std::pair{"/v1/away", 503}}) {
        const auto response = world.dispatch({.path = target});
        EXPECT_EQ(response.status, status);
        EXPECT_NE(message(response), "");
        EXPECT_THAT(problems(response), testing::IsEmpty());
    }
}

TEST_F(AcclaimRoutes, answer_with_a_slash_at_their_end) {
    for (const auto& route : guarded()) {
        if (route.method != http::Method::get) continue;
        EXPECT_EQ(get(target_of(route) + "/").status, 200) << route.operation;
    }
}

}  // namespace

}  // namespace cartulary::acclaim
