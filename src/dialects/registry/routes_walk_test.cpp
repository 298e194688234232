#include <algorithm>
#include <map>

#include "dialects/registry/answer.h"
#include "dialects/registry/registry_for_test.h"
#include "dialects/registry/routes.h"

// What must be true of every route, whoever adds one.
namespace cartulary::registry {

namespace {

using testing::IsEmpty;
using testing::Not;

class RegistryRoutes : public RegistryTest {
protected:
    void SetUp() override { publish(certificate(welding, college.id.ctid())); }

    // Of what the college has, by the names of the parameters.
    std::map<std::string, std::string> ids = {
        {"ctid", welding}, {"envelope_id", welding}, {"revision", "1"}};

    std::vector<http::Route> routes() const {
        std::vector<http::Route> routes;
        for (const auto& area : router.areas()) {
            const bool is_community = area.prefix.starts_with("/ce");
            if (is_community) continue;
            routes.insert(routes.end(), area.routes.begin(), area.routes.end());
        }
        return routes;
    }
    std::vector<http::Route> guarded() const {
        auto all = routes();
        std::erase_if(all, [](const http::Route& route) {
            return !route.path.starts_with("/resources/") && !route.path.ends_with("/verify");
        });
        std::erase_if(all,
                      [](const http::Route& route) { return route.method == http::Method::get; });
        return all;
    }

    std::string target_of(const http::Route& route) {
        auto target = route.path;
        for (auto at = target.find('{'); at != std::string::npos; at = target.find('{')) {
            const auto end = target.find('}', at);
            const auto name = target.substr(at + 1, end - at - 1);
            EXPECT_TRUE(ids.contains(name)) << "the walk has no " << name << " for " << route.path;
            target.replace(at, end + 1 - at, ids[name]);
        }
        if (route.operation == "publishDocument") target = documents_of(college);
        if (route.operation == "compareRevisions") target += "?from=1&to=1";
        if (route.operation == "transferDocument") {
            target += "?organization_id=" + college.id.ctid();
        }
        return target;
    }
    std::string body_of(const http::Route& route) const {
        return route.operation == "publishDocument" ? certificate(welding, college.id.ctid()) : "";
    }
    http::Response ask(const http::Route& route, std::vector<http::Header> headers = {}) {
        return send(route.method, target_of(route), body_of(route), std::move(headers));
    }
};

CARTULARY_ON_EVERY_DATABASE(RegistryRoutes);

TEST_P(RegistryRoutes, are_exactly_those_that_are_described) {
    std::set<testkit::ApiDescription::Operation> offered;
    for (const auto& area : router.areas()) {
        if (area.prefix.starts_with("/ce")) continue;
        offered.merge(testkit::ApiDescription::operations(area));
    }
    EXPECT_EQ(description.operations(), offered);
}

TEST_P(RegistryRoutes, are_there_with_the_community_too) {
    const auto count = routes().size();
    for (const auto* community : {"/ce-registry", "/ce_registry"}) {
        const auto& areas = router.areas();
        const auto area = std::ranges::find(areas, community, &http::Area::prefix);
        ASSERT_NE(area, areas.end());
        EXPECT_EQ(area->routes.size(), count);
    }
}

TEST_P(RegistryRoutes, that_change_something_are_closed_to_who_shows_no_key) {
    ASSERT_THAT(guarded(), Not(IsEmpty()));
    for (const auto& route : guarded()) {
        for (const auto* credential : {"", "Token", "Token wrong", "Basic wrong"}) {
            const auto response = ask(route, {{"authorization", credential}});
            EXPECT_EQ(response.status, 401) << route.operation;
            EXPECT_THAT(errors_of(response), Not(IsEmpty()));
            EXPECT_EQ(header_of(response, "WWW-Authenticate"), "Token");
        }
    }
    EXPECT_EQ(name_at("/resources/" + welding), "Welding I");
}

TEST_P(RegistryRoutes, that_change_something_are_closed_to_another_organization) {
    const auto before = get("/envelopes/" + welding).body;
    for (const auto& route : guarded()) {
        const auto response = ask(route, {key_of(school)});
        EXPECT_EQ(response.status, 403) << route.operation << response.body;
        EXPECT_THAT(errors_of(response), Not(IsEmpty()));
    }
    EXPECT_EQ(get("/envelopes/" + welding).body, before);
}

TEST_P(RegistryRoutes, that_change_something_are_open_to_the_owner) {
    auto open = guarded();
    // What deletes comes last.
    std::ranges::partition(open,
                           [](const auto& route) { return route.method != http::Method::del; });
    for (const auto& route : open) {
        const auto response = ask(route, {key_of(college)});
        EXPECT_LT(response.status, 300) << route.operation << response.body;
    }
}

TEST_P(RegistryRoutes, that_read_are_open_to_everybody_from_everywhere) {
    for (const auto& one : {resource_routes(operations), envelope_routes(operations)}) {
        for (const auto& route : one) {
            if (route.method != http::Method::get) continue;
            for (const auto& headers : {std::vector<http::Header>{},
                                        {{"authorization", "Token wrong"}},
                                        {key_of(school)}}) {
                const auto response = ask(route, headers);
                EXPECT_EQ(response.status, 200) << route.operation << response.body;
                EXPECT_EQ(header_of(response, "Access-Control-Allow-Origin"), "*")
                    << route.operation;
            }
            EXPECT_EQ(send(http::Method::head, target_of(route), "", {}).status, 200)
                << route.operation;
        }
    }
}

TEST_P(RegistryRoutes, take_no_nonsense_for_an_id) {
    for (auto& [name, id] : ids) id = "nonsense";
    for (const auto& route : routes()) {
        if (route.path.find('{') == std::string::npos) continue;
        if (route.operation == "publishDocument") continue;
        EXPECT_EQ(ask(route, {key_of(college)}).status, 404) << route.operation;
    }
}

TEST_P(RegistryRoutes, tell_a_broken_world_in_the_shape_of_all_refusals) {
    const auto broken = [](const http::Request&) -> Result<http::Response> {
        throw std::runtime_error("the disk is full");
    };
    const http::Router world(
        {{.prefix = "/broken",
          .routes = {route(http::Method::get, "/broken", "broken", http::Cost::read, broken)},
          .refuse = refuse}});
    const auto response = world.dispatch({.path = "/broken"});
    EXPECT_EQ(response.status, 500);
    EXPECT_THAT(errors_of(response), Not(IsEmpty()));
    EXPECT_THAT(errors_of(get("/envelopes/x/y/z")), Not(IsEmpty()));
}

}  // namespace

}  // namespace cartulary::registry
