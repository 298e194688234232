#include "domain/email_address.h"

#include <gtest/gtest.h>

#include <string>

namespace cartulary {
namespace {

TEST(EmailAddress, keeps_what_was_written) {
    const auto address = EmailAddress::parse("  Registrar.Office+Fall@Example.EDU\u00A0");
    ASSERT_TRUE(address);
    EXPECT_EQ(address->text(), "Registrar.Office+Fall@Example.EDU");
    EXPECT_EQ(address->folded(), "registrar.office+fall@example.edu");
    EXPECT_EQ(address->domain(), "example.edu");
    EXPECT_EQ(address->for_sending(), "Registrar.Office+Fall@example.edu");
    EXPECT_FALSE(address->needs_smtputf8());
}

TEST(EmailAddress, takes_what_mail_servers_take) {
    for (const std::string_view taken :
         {"a@b.co", "o'neill@example.org", "a.b-c_d@sub.example.org", "x@localhost",
          "!#$%&'*+-/=?^_`{|}~@example.org", "1@example.org", "a@3com.com"}) {
        EXPECT_TRUE(EmailAddress::parse(taken)) << taken;
    }
}

TEST(EmailAddress, refuses_what_is_none) {
    for (const std::string_view refused : {"name",
                                           "@example.org",
                                           "name@",
                                           "name@example",
                                           "a@b@example.org",
                                           "a b@example.org",
                                           "a..b@example.org",
                                           ".a@example.org",
                                           "a.@example.org",
                                           "\"a b\"@example.org",
                                           "a@[127.0.0.1]",
                                           "a@127.0.0.1",
                                           "Name <a@example.org>",
                                           "a@example.org,b@example.org",
                                           "a;b@example.org",
                                           "a@example..org",
                                           "a@-example.org",
                                           "mailto:a@example.org",
                                           "a@exam_ple.org",
                                           "a@example.org.",
                                           "a\u00A0b@example.org",
                                           "a\u0085b@example.org",
                                           "a@\xFF.org",
                                           "\xFF@example.org",
                                           "a\r\nBcc: b@example.org",
                                           "a@example.org\r\nBcc:b"}) {
        EXPECT_EQ(problem_of(EmailAddress::parse(refused)),
                  "must be an e-mail address, for example name@example.org")
            << refused;
    }
    EXPECT_FALSE(EmailAddress::parse(std::string_view("a\0b@example.org", 15)));
    EXPECT_FALSE(EmailAddress::parse(std::string_view("a@example.org\0", 14)));
    EXPECT_EQ(problem_of(EmailAddress::parse(" \t")), "is required");
}

TEST(EmailAddress, has_64_bytes_before_the_at_sign_and_254_in_all_at_most) {
    const std::string local(64, 'a');
    EXPECT_TRUE(EmailAddress::parse(local + "@example.org"));
    EXPECT_EQ(problem_of(EmailAddress::parse(local + "a@example.org")),
              "must have at most 64 bytes before the @");
    const std::string label(60, 'b');
    const auto domain = label + "." + label + "." + label;  // 182 bytes
    EXPECT_TRUE(EmailAddress::parse(local + "@" + domain + ".abcdef"));
    EXPECT_EQ(problem_of(EmailAddress::parse(local + "@" + domain + ".abcdefg")),
              "must have at most 254 bytes");
}

TEST(EmailAddress, may_be_international) {
    const auto address = EmailAddress::parse("Jürgen@Bücher.example");
    ASSERT_TRUE(address);
    EXPECT_EQ(address->text(), "Jürgen@Bücher.example");
    EXPECT_EQ(address->folded(), "jürgen@xn--bcher-kva.example");
    EXPECT_EQ(address->for_sending(), "Jürgen@xn--bcher-kva.example");
    EXPECT_TRUE(address->needs_smtputf8());
    EXPECT_EQ(EmailAddress::parse("JU\u0308RGEN@xn--bcher-kva.example")->folded(),
              address->folded());
    EXPECT_FALSE(EmailAddress::parse("info@bücher.example")->needs_smtputf8());
}

}  // namespace
}  // namespace cartulary
