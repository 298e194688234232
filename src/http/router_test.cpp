#include "http/router.h"

#include <gmock/gmock.h>

#include <stdexcept>

#include "base/error.h"

namespace cartulary::http {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;

// Answers with the route's operation and the parameters.
Route route(Method method, std::string path, std::string operation) {
    const auto handle = [operation](const Request& request) {
        std::string body = operation;
        for (const auto& [name, value] : request.path_parameters) {
            body += ' ' + std::string(name) + '=' + value;
        }
        return Response{.content_type = "text/plain", .body = body};
    };
    return {method, std::move(path), operation, Cost::read, handle};
}

Route failing_route(std::string path, std::function<void()> fail) {
    return {Method::get, std::move(path), "fail", Cost::read, [fail](const Request&) {
                fail();
                return Response{};
            }};
}

auto refusal_in(std::string area) {
    return [area](const Refusal& refusal, const Request&) {
        return Response{refusal.status, "text/plain", area + ": " + refusal.message};
    };
}

std::string header(const Response& response, std::string_view name) {
    for (const auto& one : response.headers) {
        if (one.name == name) return one.value;
    }
    return "none";
}

Request request(Method method, std::string path) {
    return {.method = method, .path = path};
}

Request with_header(std::string path, std::string name, std::string value) {
    return {.method = Method::get, .path = path, .headers = {{name, value}}};
}

class RouterTest : public testing::Test {
protected:
    std::string body(Method method, std::string path) const {
        return router_.dispatch(request(method, path)).body;
    }
    std::string get(std::string path) const { return body(Method::get, path); }

    Router router_{{
        {"",
         false,
         {route(Method::get, "/", "home"),
          route(Method::get, "/healthz", "health"),
          failing_route("/broken", [] { throw std::runtime_error("secret detail"); }),
          failing_route("/odd", [] { throw 7; }),
          failing_route("/away", [] { throw Unavailable("the database is away"); }),
          {Method::get, "/tagged", "tagged", Cost::read,
           [](const Request&) {
               return Response{200, "text/plain", "text", {{"ETag", "\"a,b\""}, {"Vary", "X"}}};
           }},
          {Method::get, "/weakly", "weakly", Cost::read,
           [](const Request&) {
               return Response{200, "text/plain", "text", {{"ETag", "W/\"1\""}}};
           }},
          {Method::get, "/dated", "dated", Cost::read,
           [](const Request&) {
               return Response{
                   200,
                   "text/plain",
                   "text",
                   {{"ETag", "\"1\""}, {"Last-Modified", "Tue, 15 Nov 1994 08:12:31 GMT"}}};
           }}},
         refusal_in("web")},
        {"/v1",
         false,
         {route(Method::get, "/v1/organizations", "list"),
          route(Method::post, "/v1/organizations", "create"),
          route(Method::get, "/v1/organizations/{id}", "show"),
          route(Method::del, "/v1/organizations/{id}", "remove"),
          route(Method::get, "/v1/organizations/mine", "show_mine"),
          route(Method::get, "/v1/organizations/mine/badges", "my_badges"),
          route(Method::get, "/v1/organizations/{id}/keys/{key}", "show_key"),
          route(Method::put, "/v1/organizations/{organization}/keys/{name}", "put_key"),
          route(Method::options, "/v1/own", "own_options"), route(Method::get, "/v1/own", "own")},
         refusal_in("v1")},
        {"/accountsapi",
         true,
         {route(Method::post, "/accountsapi/organization/register", "register"),
          route(Method::get, "/accountsapi/organization/{ctid}", "show_organization")},
         refusal_in("accounts")},
        {"/api",
         true,
         {route(Method::get, "/api/organizations/{id}/groups", "groups")},
         refusal_in("api"),
         true},
        {"/api/org", false, {route(Method::get, "/api/org/v1", "org")}, refusal_in("org")},
    }};
};

TEST_F(RouterTest, finds_literal_paths_and_the_root) {
    EXPECT_EQ(get("/"), "home");
    EXPECT_EQ(get("/healthz"), "health");
    EXPECT_EQ(body(Method::post, "/v1/organizations"), "create");
}

TEST_F(RouterTest, takes_parameters_out_of_the_path_under_the_names_of_the_route) {
    EXPECT_EQ(get("/v1/organizations/7/keys/k"), "show_key id=7 key=k");
    EXPECT_EQ(body(Method::put, "/v1/organizations/7/keys/k"), "put_key organization=7 name=k");
}

TEST_F(RouterTest, prefers_a_literal_segment_to_a_parameter) {
    EXPECT_EQ(get("/v1/organizations/mine"), "show_mine");
    EXPECT_EQ(get("/v1/organizations/mine/badges"), "my_badges");
}

TEST_F(RouterTest, goes_back_to_the_parameter_where_the_literal_leads_nowhere) {
    EXPECT_EQ(get("/v1/organizations/mine/keys/k"), "show_key id=mine key=k");
    EXPECT_EQ(body(Method::del, "/v1/organizations/mine"), "remove id=mine");
}

TEST_F(RouterTest, tolerates_one_trailing_slash_everywhere) {
    EXPECT_EQ(get("/healthz/"), "health");
    EXPECT_EQ(get("/v1/organizations/"), "list");
    EXPECT_EQ(get("/v1/organizations/7/"), "show id=7");
    EXPECT_EQ(get("/v1/organizations//"), "v1: there is nothing at /v1/organizations//");
}

TEST_F(RouterTest, takes_many_slashes_for_one_where_the_area_says_so) {
    for (const auto* path : {"/api/organizations/7/groups", "//api//organizations///7//groups",
                             "/API/organizations/7/groups//", "/api/Organizations/7/groups/"}) {
        EXPECT_EQ(get(path), "groups id=7") << path;
    }
    EXPECT_EQ(get("//api//nonsense"), "api: there is nothing at //api//nonsense");
    EXPECT_EQ(get("//apix"), "web: there is nothing at //apix");
    EXPECT_EQ(get("//healthz"), "web: there is nothing at //healthz");
    EXPECT_EQ(get("/api/org/v1"), "org") << "the longest prefix owns its paths";
}

TEST_F(RouterTest, never_takes_an_empty_parameter) {
    EXPECT_EQ(router_.dispatch(request(Method::get, "/v1/organizations//keys/k")).status, 404);
}

TEST_F(RouterTest, ignores_case_only_where_the_area_says_so_and_never_in_parameters) {
    EXPECT_EQ(body(Method::post, "/AccountsApi/Organization/REGISTER"), "register");
    EXPECT_EQ(get("/ACCOUNTSAPI/organization/CE-Abc"), "show_organization ctid=CE-Abc");
    EXPECT_EQ(get("/Healthz"), "web: there is nothing at /Healthz");
    EXPECT_EQ(get("/v1/Organizations"), "v1: there is nothing at /v1/Organizations");
}

TEST_F(RouterTest, gives_a_path_to_the_area_with_the_longest_prefix_up_to_a_slash) {
    EXPECT_EQ(router_.area_of("/v1").prefix, "/v1");
    EXPECT_EQ(router_.area_of("/v1/unknown").prefix, "/v1");
    EXPECT_EQ(router_.area_of("/v10/organizations").prefix, "");
    EXPECT_EQ(router_.area_of("/accountsAPI/x").prefix, "/accountsapi");
    EXPECT_EQ(router_.area_of("/accountsapix").prefix, "");
    EXPECT_EQ(router_.area_of("nonsense").prefix, "");
}

TEST_F(RouterTest, keeps_an_escaped_slash_inside_its_parameter) {
    Request escaped{.path = "/v1/organizations/a/b/keys/k y",
                    .raw_path = "/v1/organ%69zations/a%2Fb/keys/k%20y"};
    EXPECT_EQ(router_.dispatch(escaped).body, "show_key id=a/b key=k y");
}

TEST_F(RouterTest, answers_HEAD_as_GET) {
    const auto response = router_.dispatch(request(Method::head, "/v1/organizations/7"));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, "show id=7");
}

TEST_F(RouterTest, answers_a_wrong_method_with_405_and_Allow_in_the_areas_shape) {
    const auto response = router_.dispatch(request(Method::put, "/v1/organizations"));
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(header(response, "Allow"), "GET, HEAD, POST");
    EXPECT_THAT(response.body, HasSubstr("v1: /v1/organizations does not take PUT"));
    const auto head = router_.dispatch(request(Method::head, "/accountsapi/organization/register"));
    EXPECT_EQ(head.status, 200);  // the parameter's GET
}

TEST_F(RouterTest, names_the_methods_of_every_route_that_matches_in_Allow) {
    const auto response = router_.dispatch(request(Method::patch, "/v1/organizations/mine"));
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(header(response, "Allow"), "GET, HEAD, DELETE");
}

TEST_F(RouterTest, answers_OPTIONS_with_204_and_Allow_unless_a_route_does) {
    const auto response = router_.dispatch(request(Method::options, "/v1/organizations"));
    EXPECT_EQ(response.status, 204);
    EXPECT_EQ(header(response, "Allow"), "GET, HEAD, POST");
    EXPECT_THAT(response.body, IsEmpty());
    EXPECT_EQ(body(Method::options, "/v1/own"), "own_options");
    EXPECT_EQ(router_.dispatch(request(Method::options, "/v1/unknown")).status, 404);
}

TEST_F(RouterTest, finds_nothing_at_paths_deeper_than_any_route) {
    std::string deep;
    for (int i = 0; i < 5'000; ++i) deep += "/a";
    EXPECT_EQ(router_.dispatch(request(Method::get, deep)).status, 404);
}

TEST_F(RouterTest, matches_without_handling) {
    auto asked = request(Method::get, "/v1/organizations/7");
    const auto match = router_.match(asked);
    ASSERT_NE(match.route, nullptr);
    EXPECT_EQ(match.route->operation, "show");
    EXPECT_THAT(asked.path_parameters, ElementsAre(Pair("id", "7")));
    EXPECT_EQ(asked.path_parameter("id"), "7");
    EXPECT_THROW(asked.path_parameter("other"), std::logic_error);
}

TEST_F(RouterTest, answers_a_failing_handler_with_500_that_tells_nothing_of_the_failure) {
    const auto response = router_.dispatch(request(Method::get, "/broken"));
    EXPECT_EQ(response.status, 500);
    EXPECT_THAT(response.body, HasSubstr("web: "));
    EXPECT_THAT(response.body, Not(HasSubstr("secret detail")));
    EXPECT_EQ(router_.dispatch(request(Method::get, "/odd")).status, 500);
}

TEST_F(RouterTest, answers_an_unavailable_world_with_503_and_Retry_After) {
    const auto response = router_.dispatch(request(Method::get, "/away"));
    EXPECT_EQ(response.status, 503);
    EXPECT_EQ(header(response, "Retry-After"), "1");
    EXPECT_THAT(response.body, Not(HasSubstr("database")));
}

TEST_F(RouterTest, answers_304_when_If_None_Match_names_the_tag) {
    for (const auto* list : {"\"a,b\"", "W/\"a,b\"", "\"x\", \"a,b\"", "\"x\",W/\"a,b\"", "*"}) {
        const auto response = router_.dispatch(with_header("/tagged", "if-none-match", list));
        EXPECT_EQ(response.status, 304) << list;
        EXPECT_THAT(response.body, IsEmpty());
        EXPECT_EQ(header(response, "ETag"), "\"a,b\"");
        EXPECT_EQ(header(response, "Vary"), "X");
    }
    for (const auto* list : {"\"a\"", "\"b\"", "a,b", "\"x\" nonsense \"a,b\"", "\"a,b"}) {
        EXPECT_EQ(router_.dispatch(with_header("/tagged", "if-none-match", list)).status, 200)
            << list;
    }
    EXPECT_EQ(router_.dispatch(with_header("/weakly", "if-none-match", "\"1\"")).status, 304);
}

TEST_F(RouterTest, answers_304_to_who_has_what_was_not_modified_since) {
    const auto since = [&](const std::string& date) {
        return router_.dispatch(with_header("/dated", "if-modified-since", date));
    };
    for (const auto* date : {"Tue, 15 Nov 1994 08:12:31 GMT", "Wed, 16 Nov 1994 00:00:00 GMT"}) {
        const auto response = since(date);
        EXPECT_EQ(response.status, 304) << date;
        EXPECT_EQ(header(response, "Last-Modified"), "Tue, 15 Nov 1994 08:12:31 GMT");
    }
    for (const auto* date : {"Tue, 15 Nov 1994 08:12:30 GMT", "Mon, 16 Nov 1994 00:00:00 GMT",
                             "2000-01-01", "nonsense", ""}) {
        EXPECT_EQ(since(date).status, 200) << date;
    }
    auto both = with_header("/dated", "if-modified-since", "Wed, 16 Nov 1994 00:00:00 GMT");
    both.headers.push_back({"if-none-match", "\"other\""});
    EXPECT_EQ(router_.dispatch(both).status, 200) << "the tag counts where both are sent";
}

TEST_F(RouterTest, answers_412_unless_If_Match_names_the_tag_strongly) {
    EXPECT_EQ(router_.dispatch(with_header("/tagged", "if-match", "\"a,b\"")).status, 200);
    EXPECT_EQ(router_.dispatch(with_header("/tagged", "if-match", "*")).status, 200);
    const auto other = router_.dispatch(with_header("/tagged", "if-match", "\"c\""));
    EXPECT_EQ(other.status, 412);
    EXPECT_THAT(other.body, HasSubstr("web: "));
    EXPECT_EQ(router_.dispatch(with_header("/weakly", "if-match", "W/\"1\"")).status, 412);
}

TEST(Router, refuses_routes_outside_their_area) {
    EXPECT_THROW(Router({{"/v1", false, {route(Method::get, "/v2/x", "x")}, refusal_in("")}}),
                 std::logic_error);
}

TEST(Router, refuses_two_routes_for_the_same_path_and_method) {
    EXPECT_THROW(
        Router({{"",
                 false,
                 {route(Method::get, "/x/{a}", "one"), route(Method::get, "/x/{b}", "two")},
                 refusal_in("")}}),
        std::logic_error);
}

TEST(Router, answers_in_plain_text_where_no_area_owns_the_path_or_its_refusal_fails) {
    const Router router({{"/v1", false, {}, [](const Refusal&, const Request&) -> Response {
                              throw std::runtime_error("cannot render");
                          }}});
    const auto elsewhere = router.dispatch({.path = "/elsewhere"});
    EXPECT_EQ(elsewhere.status, 404);
    EXPECT_EQ(elsewhere.body, "there is nothing at /elsewhere\n");
    EXPECT_EQ(router.dispatch({.path = "/v1/x"}).status, 404);
}

}  // namespace
}  // namespace cartulary::http
