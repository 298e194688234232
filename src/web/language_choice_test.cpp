#include "web/language_choice.h"

#include "http/form.h"
#include "web/pages_fixture_test.h"

namespace cartulary::web {

using testing::HasSubstr;
using testing::Not;

class LanguageChoiceTest : public PagesTest {
protected:
    http::Response ask(const std::string& path, std::vector<http::Header> headers,
                       const std::string& query = "") {
        headers.push_back({"accept", "text/html"});
        return router.dispatch({.method = http::Method::get,
                                .path = path,
                                .query = query,
                                .headers = std::move(headers)});
    }
};

TEST_F(LanguageChoiceTest, is_made_by_the_browser) {
    const auto answer = ask("/", {{"accept-language", "es-MX,es;q=0.9,en;q=0.5"}});
    EXPECT_THAT(answer.body, HasSubstr("<html lang=\"es\">"));
    EXPECT_THAT(answer.body, HasSubstr("Ir al contenido"));
    EXPECT_EQ(header_of(answer, "Vary"), "Accept-Language, Cookie");
    EXPECT_THAT(ask("/", {{"accept-language", "fr"}}).body, HasSubstr("<html lang=\"en\">"));
}

TEST_F(LanguageChoiceTest, is_made_by_the_person_above_all) {
    const std::vector<http::Header> headers = {{"accept-language", "en"},
                                               {"cookie", "__Host-language=es"}};
    EXPECT_THAT(ask("/", headers).body, HasSubstr("<html lang=\"es\">"));
    EXPECT_THAT(ask("/docs/sample", headers).body, HasSubstr("<html lang=\"es\">"));
    EXPECT_THAT(ask("/log-in", headers).body, HasSubstr("<html lang=\"es\">"));
    EXPECT_THAT(ask("/nowhere", headers).body, HasSubstr("<html lang=\"es\">"));
    EXPECT_THAT(ask("/", {{"cookie", "__Host-language=xx"}}).body, HasSubstr("<html lang=\"en\">"));
}

TEST_F(LanguageChoiceTest, keeps_the_answers_of_languages_apart) {
    const auto tag = header_of(ask("/", {{"accept-language", "en"}}), "ETag");
    const auto answer = ask("/", {{"accept-language", "es"}, {"if-none-match", tag}});
    EXPECT_EQ(answer.status, 200);
    EXPECT_NE(header_of(answer, "ETag"), tag);
}

TEST_F(LanguageChoiceTest, stands_on_every_page_and_leads_back_to_it) {
    for (const auto* path : {"/", "/docs", "/docs/sample", "/log-in"}) {
        const auto body = get(path).body;
        const auto next = http::percent_encode(path);
        EXPECT_THAT(body, HasSubstr("href=\"/language/es?next=" + next + "\" lang=\"es\""));
        EXPECT_THAT(body, HasSubstr(">Español</a>"));
        EXPECT_THAT(body, HasSubstr("aria-current=\"true\">English</span>"));
    }
    EXPECT_THAT(get("/log-in", "next=%2Faccount").body,
                HasSubstr("/language/es?next=%2Flog-in%3Fnext%3D%252Faccount\""));
}

TEST_F(LanguageChoiceTest, is_kept_for_a_year) {
    const auto answer = get("/language/es", "next=%2Fdocs%3Fa%3Db");
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(header_of(answer, "Location"), "/docs?a=b");
    EXPECT_EQ(header_of(answer, "Set-Cookie"),
              "__Host-language=es; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=31536000");
    EXPECT_EQ(header_of(answer, "X-Robots-Tag"), "noindex");
    EXPECT_EQ(header_of(answer, "Cache-Control"), "no-store");
}

TEST_F(LanguageChoiceTest, leads_nobody_elsewhere) {
    for (const auto* next : {"", "https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example",
                             "%2F%5Cevil", "%2Fa%0D%0Ab", "javascript%3Aalert(1)"}) {
        EXPECT_EQ(header_of(get("/language/en", "next=" + std::string(next)), "Location"), "/")
            << next;
    }
    EXPECT_EQ(header_of(get("/language/en", "next=%2F" + std::string(500, 'a')), "Location"), "/");
}

TEST_F(LanguageChoiceTest, is_among_those_that_there_are) {
    for (const auto* code : {"fr", "ES", "es-MX", "%3Cscript%3E"}) {
        const auto answer = get("/language/" + std::string(code));
        EXPECT_EQ(answer.status, 404) << code;
        EXPECT_EQ(header_of(answer, "Set-Cookie"), "") << code;
    }
}

}  // namespace cartulary::web
