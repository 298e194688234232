#include "dialects/sunbird/sunbird_for_test.h"
#include "operations/organizations.h"

// What must be true of every route, whoever adds one.
namespace cartulary::sunbird {

namespace {

class SunbirdRoutes : public SunbirdTest {
protected:
    void SetUp() override {
        school = made(R"({"orgName":"Harbor School","channel":"harborChannel",
                          "email":"dean@school.example"})");
        person = text_in(
            result(post("/api/user/v1/create", R"({"firstName":"Dean","userName":"dean"})")),
            "userId");
        result(post("/api/org/v1/member/add", about_school(R"("userId":")" + person + "\"")));
        upload = text_in(result(post_file("orgName,channel\nUploaded,harborChannel\n", harbor)),
                         "processId");
    }

    std::string about_school(const std::string& more) const {
        return R"({"organisationId":")" + school + "\"," + more + "}";
    }

    http::Response post_file(const std::string& csv, const Account& account) {
        auto headers = headers_of(account);
        headers[0].value = "multipart/form-data; boundary=xyz";
        return dispatch({.method = http::Method::post,
                         .path = "/api/org/v1/upload",
                         .headers = headers,
                         .body = "--xyz\r\nContent-Disposition: form-data; name=\"data\"; "
                                 "filename=\"x.csv\"\r\n\r\n" +
                                 csv + "\r\n--xyz--\r\n"});
    }

    // With harbor's ids, and everything that any route wants.
    http::Response ask(const http::Route& route, const Account& account) {
        auto path = route.path;
        const std::pair<std::string, std::string> ids[] = {{"{process_id}", upload},
                                                           {"{channel_id}", "harborChannel"}};
        for (const auto& [name, id] : ids) {
            if (const auto found = path.find(name); found != std::string::npos) {
                path.replace(found, name.size(), id);
            }
        }
        if (route.path.ends_with("/upload")) {
            return post_file("orgName,channel\nStolen,harborChannel\n", account);
        }
        const bool is_channel = route.path.find("/channel/") != std::string::npos;
        const auto channel =
            is_channel ? R"({"code":"harborChannel","name":"Stolen"})" : R"("harborChannel")";
        const auto body =
            std::string(R"({"request":{"orgName":"Stolen","status":0,"roles":["PUBLIC"],
            "firstName":"S","userName":"stolen","signKeys":["k"],"encKeys":["k"],"data":"k",
            "id":")") +
            harbor.organisation_id + R"(","organisationId":")" + school + R"(","userId":")" +
            person + R"(","channel":)" + channel + "}}";
        const auto without_status = [&] {
            auto text = body;
            text.erase(text.find(R"("status":0,)"), 11);
            return text;
        };
        return dispatch(
            {.method = route.method,
             .path = path,
             .headers = headers_of(account),
             .body = route.path.ends_with("org/update") || route.path.ends_with("v1/update")
                         ? without_status()
                         : body});
    }

    std::vector<http::Route> guarded() {
        std::vector<http::Route> guarded;
        for (const auto& area : router.areas()) {
            for (const auto& route : area.routes) {
                const bool is_open = route.path.ends_with("/search") || area.prefix == "/auth";
                if (!is_open) guarded.push_back(route);
            }
        }
        return guarded;
    }

    // Everybody with a key may look at it.
    static bool shows_the_instance(const http::Route& route) {
        return route.path.ends_with("/read") || route.path.ends_with("/list") ||
               route.path.ends_with("/read/{channel_id}");
    }

    std::int64_t events() {
        std::int64_t count = 0;
        Organizations all(under_test.registry());
        all.for_each([&](const Organization& one) {
            if (one.stated.name != "Rival") count += all.show(one.id)->events;
        });
        return count;
    }

    std::string school;
    std::string person;
    std::string upload;
};

TEST_F(SunbirdRoutes, are_closed_to_who_shows_no_key_or_a_wrong_one) {
    auto wrong_token = harbor;
    wrong_token.token = "x.y.z";
    const auto before = events();
    for (const auto& route : guarded()) {
        for (const auto& account :
             {Account{},
              Account{
                  .organisation_id = {}, .channel = {}, .api_key = "wrong", .token = harbor.token},
              wrong_token}) {
            const auto response = ask(route, account);
            EXPECT_EQ(response.status, 401) << route.operation << response.body;
            EXPECT_EQ(response.body.find("Harbor"), std::string::npos) << response.body;
        }
    }
    EXPECT_EQ(events(), before);
}

TEST_F(SunbirdRoutes, change_nothing_for_another_tenant_and_show_no_person) {
    const auto before = events();
    const auto harbor_before = json::text_of(read(harbor.organisation_id));
    const auto school_before = json::text_of(read(school));
    for (const auto& route : guarded()) {
        const auto response = ask(route, rival);
        if (shows_the_instance(route)) {
            EXPECT_EQ(response.status, 200) << route.operation << response.body;
        } else if (route.operation.starts_with("uploadOrganisations")) {
            const auto id = text_in(result(response), "processId");
            EXPECT_THAT(get_as(rival, "/api/org/v1/upload/status/" + id).body,
                        testing::HasSubstr("UNAUTHORIZED_USER"));
        } else {
            EXPECT_GE(response.status, 400) << route.operation << response.body;
            EXPECT_LT(response.status, 500) << route.operation << response.body;
        }
        for (const auto* secret : {"dean@school.example", "gita@harbor.example"}) {
            EXPECT_EQ(response.body.find(secret), std::string::npos) << response.body;
        }
        if (!route.path.ends_with("/add")) {
            EXPECT_EQ(response.body.find(person), std::string::npos) << response.body;
        }
    }
    EXPECT_EQ(events(), before);
    EXPECT_EQ(json::text_of(read(harbor.organisation_id)), harbor_before);
    EXPECT_EQ(json::text_of(read(school)), school_before);
}

// A person of one tenant, and the key of another.
TEST_F(SunbirdRoutes, let_nobody_act_with_anothers_key_or_person) {
    auto mixed = rival;
    mixed.token = harbor.token;
    const auto said = R"({"orgName":"Stolen","channel":"rivalChannel"})";
    EXPECT_EQ(post_as(mixed, "/api/org/v1/create", said).status, 401);
    mixed = harbor;
    mixed.token = rival.token;
    EXPECT_EQ(
        post_as(mixed, "/api/org/v1/create", R"({"orgName":"Stolen","channel":"harborChannel"})")
            .status,
        401);
}

TEST_F(SunbirdRoutes, a_search_shows_nobody) {
    const auto response = post_as({}, "/api/org/v1/search", R"({"filters":{}})");
    EXPECT_THAT(response.body, testing::HasSubstr("Harbor School"));
    for (const auto& secret : {std::string("dean@school.example"), person}) {
        EXPECT_EQ(response.body.find(secret), std::string::npos) << response.body;
    }
    for (const auto* filter : {"email", "createdBy", "contactDetail"}) {
        EXPECT_EQ(post_as({}, "/api/org/v1/search",
                          R"({"filters":{")" + std::string(filter) + R"(":"x"}})")
                      .status,
                  400);
    }
}

}  // namespace

}  // namespace cartulary::sunbird
