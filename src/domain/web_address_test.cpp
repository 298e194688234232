#include "domain/web_address.h"

#include <gtest/gtest.h>

#include <string>

namespace cartulary {
namespace {

constexpr auto shape_problem = "must be a web address, for example https://www.example.org";
constexpr auto scheme_problem = "must begin with https:// or http://";
constexpr auto character_problem = "must not contain spaces, line breaks, or any of \\ \" < >";

TEST(WebAddress, keeps_what_was_written) {
    for (const std::string_view taken :
         {"https://example.org", "http://example.org/", "HTTPS://Example.org:8443/a?b=c#d",
          "https://example.org?x=1", "http://example.org/é/日本?q=ü", "http://localhost:8080",
          "http://192.0.2.1/", "http://[2001:db8::1]:80/", "https://example.org./",
          "https://example.org/a%20b", "https://example.org/?u=http://user:x@other"}) {
        const auto address = parse_web_address(taken);
        ASSERT_TRUE(address) << taken << ": " << address.error();
        EXPECT_EQ(address->text, taken);
        EXPECT_FALSE(address->scheme_added);
    }
    EXPECT_EQ(parse_web_address(" https://example.org \n")->text, "https://example.org");
}

TEST(WebAddress, gets_the_scheme_that_people_leave_out) {
    for (const std::string_view taken :
         {"www.example.edu", "example.edu/about?x=a:b", "example.edu:8080", "example.edu:8080/x",
          "localhost:8080", "192.0.2.1", "www.example.edu/a://b", "Example.edu#top"}) {
        const auto address = parse_web_address(taken);
        ASSERT_TRUE(address) << taken << ": " << address.error();
        EXPECT_EQ(address->text, "https://" + std::string(taken));
        EXPECT_TRUE(address->scheme_added);
    }
    EXPECT_EQ(parse_web_address("//example.edu/x")->text, "https://example.edu/x");
}

TEST(WebAddress, refuses_other_schemes) {
    for (const std::string_view refused :
         {"javascript:alert(1)", "JavaScript://example.org/%0aalert(1)", "data:text/html,x",
          "ftp://example.org", "mailto:a@example.org", "file:///etc/passwd", "http:example.org",
          "https:/example.org", "tel:5550123abc", "view-source:https://example.org",
          "example.org:"}) {
        EXPECT_EQ(problem_of(parse_web_address(refused)), scheme_problem) << refused;
    }
}

TEST(WebAddress, refuses_hosts_that_are_none) {
    for (const std::string_view refused : {"https://",
                                           "http:///x",
                                           "https://?x",
                                           "https://example",
                                           "http",
                                           "n/a",
                                           "none",
                                           "https://.example.org",
                                           "https://example..org",
                                           "https://exam_ple.org",
                                           "https://exam%70le.org",
                                           "http://256.1.1.1",
                                           "http://1.2.3",
                                           "http://0x7f.1",
                                           "http://[::1",
                                           "http://[]",
                                           "http://[::1]x",
                                           "http://[fe80::1%25eth0]",
                                           "http://example.net⩴80",
                                           "https://https://example.org/x",
                                           "http://xn--0.com",
                                           "http://\xFF.org",
                                           "https://."}) {
        EXPECT_NE(problem_of(parse_web_address(refused)).find("must "), std::string::npos)
            << refused;
        EXPECT_FALSE(parse_web_address(refused)) << refused;
    }
    EXPECT_EQ(problem_of(parse_web_address("https://example")), shape_problem);
    EXPECT_EQ(problem_of(parse_web_address(std::string_view("https://[::1\0]", 14))),
              character_problem);
    EXPECT_EQ(problem_of(parse_web_address("  ")), "is required");
}

TEST(WebAddress, refuses_user_names_and_passwords) {
    for (const std::string_view refused :
         {"https://user@example.org", "https://user:secret@example.org/", "https://@example.org",
          "example.org@other.org", "https://example.org:80@other.org/"}) {
        EXPECT_EQ(problem_of(parse_web_address(refused)),
                  "must not contain a user name or password")
            << refused;
    }
    EXPECT_TRUE(parse_web_address("https://example.org/@someone"));
}

TEST(WebAddress, refuses_characters_that_no_url_has) {
    for (const std::string_view refused :
         {"https://example.org/a b", "https://example.org/a\tb", "https://example.org/\n/x",
          "https://example.org\\@other.org", "https://example.org/\"onclick", "https://a.org/<b>",
          "https://example.org/a\u00A0b", "https://example.org/a\u2028b",
          "https://example.org/\u0085x"}) {
        EXPECT_EQ(problem_of(parse_web_address(refused)), character_problem) << refused;
    }
}

TEST(WebAddress, has_a_port_from_1_to_65535) {
    EXPECT_TRUE(parse_web_address("https://example.org:1/"));
    EXPECT_TRUE(parse_web_address("https://example.org:65535/"));
    for (const std::string_view refused :
         {"https://example.org:0", "https://example.org:65536/", "https://example.org:",
          "https://example.org:8a/", "https://example.org:-1", "https://example.org:+1",
          "https://example.org:99999999999999999999", "https://[::1]:0/"}) {
        EXPECT_EQ(problem_of(parse_web_address(refused)), "must have a port from 1 to 65535")
            << refused;
    }
}

TEST(WebAddress, has_2048_characters_at_most) {
    const std::string begin = "https://example.org/";
    EXPECT_TRUE(parse_web_address(begin + std::string(2048 - begin.size(), 'x')));
    EXPECT_EQ(problem_of(parse_web_address(begin + std::string(2049 - begin.size(), 'x'))),
              "must have at most 2048 characters");
    std::string wide = begin;
    for (auto left = 2048 - begin.size(); left > 0; --left) wide += "é";
    EXPECT_TRUE(parse_web_address(wide));
}

TEST(WebAddress, tells_hosts_in_one_spelling) {
    EXPECT_EQ(parse_web_address("HTTP://WWW.Example.ORG:80/X")->host, "www.example.org");
    EXPECT_EQ(parse_web_address("https://bücher.example")->host, "xn--bcher-kva.example");
    EXPECT_EQ(parse_web_address("http://[2001:DB8::1]/")->host, "[2001:db8::1]");
    EXPECT_EQ(parse_web_address("http://example.org.")->host, "example.org");

    EXPECT_EQ(parse_web_address("https://www.example.org/a")->comparable_host(), "example.org");
    EXPECT_EQ(parse_web_address("http://EXAMPLE.org")->comparable_host(), "example.org");
    EXPECT_EQ(parse_web_address("http://www.org")->comparable_host(), "www.org");
    EXPECT_EQ(parse_web_address("http://www2.example.org")->comparable_host(), "www2.example.org");
}

TEST(RegistrableDomain, is_what_stands_below_a_public_suffix) {
    EXPECT_EQ(registrable_domain("www.cs.example.edu"), "example.edu");
    EXPECT_EQ(registrable_domain("example.edu"), "example.edu");
    EXPECT_EQ(registrable_domain("www.example.ac.uk"), "example.ac.uk");
    EXPECT_EQ(registrable_domain("someone.github.io"), "someone.github.io");
    EXPECT_EQ(registrable_domain("ac.uk"), "");
    EXPECT_EQ(registrable_domain("localhost"), "");
    EXPECT_EQ(registrable_domain("192.0.2.1"), "");
    EXPECT_EQ(registrable_domain("[2001:db8::1]"), "");
    EXPECT_EQ(registrable_domain(""), "");
}

}  // namespace
}  // namespace cartulary
