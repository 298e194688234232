#include "web/cookies.h"

#include <gtest/gtest.h>

#include "web/own_path.h"

namespace cartulary::web {

namespace {

Cookies sent(const std::string& header, bool secure = false) {
    return Cookies({.headers = {{"cookie", header}}, .secure = secure}, "http://registry.example");
}

TEST(Cookie, is_found_among_others_by_its_whole_name) {
    EXPECT_EQ(sent("session=a").get(Cookie::session), "a");
    EXPECT_EQ(sent("x=1; session=a=b; y=2").get(Cookie::session), "a=b");
    EXPECT_EQ(sent("x=1;session=a").get(Cookie::session), "a");
    EXPECT_EQ(sent("x=1, session=a").get(Cookie::session), "a") << "several headers, joined";
    EXPECT_EQ(sent("xsession=a; sessions=b; session").get(Cookie::session), "");
    EXPECT_EQ(sent("").get(Cookie::session), "");
    EXPECT_EQ(sent(";;;=;").get(Cookie::session), "");
}

TEST(Cookie, of_a_browser_that_speaks_tls_has_a_name_that_no_neighbour_can_set) {
    EXPECT_EQ(sent("session=a", true).get(Cookie::session), "");
    EXPECT_EQ(sent("session=a; __Host-session=b", true).get(Cookie::session), "b");
    EXPECT_EQ(sent("", true).set(Cookie::mark, "m").value,
              "__Host-mark=m; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=31536000");
    EXPECT_EQ(sent("").set(Cookie::session, "t").value,
              "session=t; Path=/; HttpOnly; SameSite=Lax");
    EXPECT_EQ(sent("").drop(Cookie::notice).value,
              "notice=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    EXPECT_EQ(Cookies({}, "https://registry.example").set(Cookie::form, "f").value,
              "__Host-form=f; Path=/; HttpOnly; SameSite=Lax; Secure");
}

TEST(OwnPath, leads_nowhere_but_here) {
    for (const auto* own : {"/", "/dashboard", "/a/b?c=d&e=%20f", "/invitation?token=a-b_c"}) {
        EXPECT_EQ(own_path(own, "/else"), own);
    }
    for (const auto* foreign : {"", "dashboard", "//evil.example", "/\\evil.example", "https://x",
                                "/a\nb", "/a\tb", "/a b", "/a#b", "/\"", "\\/x", "/<", "/@"}) {
        EXPECT_EQ(own_path(foreign, "/else"), "/else") << foreign;
    }
    EXPECT_EQ(own_path("/" + std::string(499, 'a'), "").size(), 500U);
    EXPECT_EQ(own_path("/" + std::string(500, 'a'), "/else"), "/else");
}

}  // namespace

}  // namespace cartulary::web
