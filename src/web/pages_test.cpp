#include "web/pages.h"

#include <stdexcept>

#include "base/json.h"
#include "web/pages_fixture_test.h"

namespace cartulary::web {

using testing::HasSubstr;
using testing::Not;

// A page may run scripts of ours, where it names one.
std::string policy_of(const std::string& html) {
    const std::string_view scripts = count("<script src=", html) > 0 ? "script-src 'self'; " : "";
    return "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; " +
           std::string(scripts) + "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";
}

// The first path between `before` and a quote.
std::string path_after(const std::string& before, const std::string& html) {
    const auto from = html.find(before) + before.size();
    return html.substr(from, html.find('"', from) - from);
}

TEST_F(PagesTest, every_page_is_whole_html_under_a_strict_policy) {
    const auto token = mailed_token();
    const std::vector<http::Response> answers = {
        get("/docs"),
        get("/docs/sample"),
        get("/nowhere"),
        get("/account/confirm", "token=" + token),
        get("/account/confirm", "token=unknown"),
        post("/account/confirm", "token=" + token + "&password=a&repeated=b"),
        post("/account/confirm",
             "token=" + token + "&password=twelve+letters&repeated=twelve+letters"),
    };
    for (const auto& answer : answers) {
        EXPECT_EQ(answer.content_type, "text/html; charset=utf-8");
        EXPECT_EQ(complaint_about_html(answer.body), "") << answer.body;
        EXPECT_EQ(header_of(answer, "Content-Security-Policy"), policy_of(answer.body));
        EXPECT_EQ(header_of(answer, "X-Content-Type-Options"), "nosniff");
        EXPECT_THAT(answer.body, HasSubstr("<a class=\"skip\" href=\"#content\">"));
    }
}

TEST_F(PagesTest, lists_the_interfaces) {
    const auto answer = get("/docs");
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body, HasSubstr("<h1>Interfaces</h1>"));
    EXPECT_THAT(answer.body, HasSubstr("href=\"/docs/sample\""));
}

TEST_F(PagesTest, a_page_that_did_not_change_is_not_sent_again) {
    const auto tag = header_of(get("/docs/sample"), "ETag");
    ASSERT_FALSE(tag.empty());
    const auto again = router.dispatch(
        {.method = http::Method::get, .path = "/docs/sample", .headers = {{"if-none-match", tag}}});
    EXPECT_EQ(again.status, 304);
}

TEST_F(PagesTest, serves_each_description_as_it_is) {
    const auto answer = get("/openapi/sample.json", "", "");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.content_type, "application/json");
    EXPECT_EQ(answer.body, sample_openapi);
    EXPECT_FALSE(header_of(answer, "ETag").empty());
    EXPECT_EQ(get("/openapi/other.json").status, 404);
    EXPECT_EQ(get("/docs/other").status, 404);
}

TEST_F(PagesTest, the_files_of_pages_may_be_kept_for_good) {
    const auto html = get("/").body;
    for (const auto& [before, type] :
         {std::pair("rel=\"stylesheet\" href=\"", "text/css; charset=utf-8"),
          std::pair("<img src=\"", "image/svg+xml")}) {
        const auto path = path_after(before, html);
        EXPECT_THAT(path, testing::MatchesRegex("/assets/[a-z]+\\.[0-9a-f]{16}\\.[a-z]+"));
        const auto file = get(path);
        EXPECT_EQ(file.status, 200) << path;
        EXPECT_EQ(file.content_type, type);
        EXPECT_EQ(header_of(file, "Cache-Control"), "public, max-age=31536000, immutable");
    }
}

TEST_F(PagesTest, tells_people_that_there_is_no_such_page_and_programs_in_plain_text) {
    const auto page = get("/nowhere/<script>alert(1)</script>", "x=<script>");
    EXPECT_EQ(page.status, 404);
    EXPECT_THAT(page.body, HasSubstr("<h1>Page not found</h1>"));
    EXPECT_THAT(page.body, HasSubstr("There is nothing at /nowhere/&lt;script&gt;"));
    EXPECT_THAT(page.body, Not(HasSubstr("<script")));
    EXPECT_EQ(header_of(page, "Vary"), "Accept");

    const auto plain = get("/nowhere", "", "*/*");
    EXPECT_EQ(plain.status, 404);
    EXPECT_EQ(plain.content_type, "text/plain; charset=utf-8");
    EXPECT_EQ(plain.body, "there is nothing at /nowhere\n");
    EXPECT_EQ(header_of(plain, "Vary"), "Accept, Accept-Language, Cookie");
}

TEST_F(PagesTest, says_which_methods_a_page_takes) {
    const auto answer = post("/docs", "");
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(header_of(answer, "Allow"), "GET, HEAD");
    EXPECT_THAT(answer.body, HasSubstr("<h1>That cannot be done here</h1>"));
}

TEST_F(PagesTest, names_the_request_where_the_server_failed) {
    const auto& area = router.area_of("/");
    const http::Request request{.headers = {{"accept", "text/html"}}, .id = "request-<7>"};
    const auto failed = area.refuse({500, "the server failed"}, request);
    EXPECT_EQ(failed.status, 500);
    EXPECT_THAT(failed.body, HasSubstr("<code>request-&lt;7&gt;</code>"));
    EXPECT_THAT(area.refuse({404, "nothing"}, request).body, Not(HasSubstr("request-")));
    for (const int status : {400, 408, 412, 413, 414, 429, 431, 503}) {
        const auto answer = area.refuse({status, "the limit is 7 bytes"}, request);
        EXPECT_EQ(answer.status, status);
        EXPECT_EQ(complaint_about_html(answer.body), "");
        EXPECT_THAT(answer.body, HasSubstr("The limit is 7 bytes."));
    }
}

TEST_F(PagesTest, a_registry_may_have_any_name) {
    auto registry = under_test.registry();
    registry.name = "</title><script>{page} & {registry}";
    const http::Router other({area(registry, operations, {})});
    const auto body =
        other.dispatch({.method = http::Method::get, .path = "/docs", .headers = {}}).body;
    EXPECT_EQ(complaint_about_html(body), "");
    EXPECT_THAT(body, HasSubstr("<title>Interfaces – &lt;/title&gt;&lt;script&gt;{page} &amp; "
                                "{registry}</title>"));
    EXPECT_THAT(body, HasSubstr("This registry offers no interface yet."));
}

TEST_F(PagesTest, refuses_to_start_with_a_description_that_cannot_be_read) {
    const auto start = [&](std::string_view openapi) {
        area(under_test.registry(), operations, {{"broken", openapi}});
    };
    EXPECT_THROW(start("{"), std::runtime_error);
    EXPECT_THROW(start(R"({"paths": {"/a": {"get": {"summary": "nameless"}}}})"),
                 std::runtime_error);
    EXPECT_THROW(start(R"({"paths": {"/a": {"$ref": "#/paths/~1a"}}})"), std::runtime_error);
    EXPECT_THROW(start(R"({"paths": {"/a": {"$ref": "#/components/none"}}})"), std::runtime_error);
}

}  // namespace cartulary::web
