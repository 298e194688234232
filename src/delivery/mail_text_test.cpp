#include "delivery/mail_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cartulary::delivery {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr MailKind kinds[] = {MailKind::confirm_account, MailKind::made_administrator,
                              MailKind::partner_registered, MailKind::staff_registered};
constexpr auto secret_link = "https://registry.example.org/welcome?token=a&b=c";

Mail mail_of(MailKind kind) {
    return {.id = {},
            .kind = kind,
            .to_address = "ada@example.org",
            .to_name = "Ada Example",
            .facts = {{"organization", "Harbor College"},
                      {"ctid", "ce-00000000-0000-4000-8000-000000000001"},
                      {"partner", "Badge Works"},
                      {"registry", "Example Registry"},
                      {"public_url", "https://registry.example.org"},
                      {"person", "Ada"},
                      {"valid_days", "7"}},
            .sealed_link = {},
            .created_at = {}};
}

TEST(MailText, tells_a_new_person_how_to_set_a_password) {
    const auto text = text_of(mail_of(MailKind::confirm_account), secret_link);
    EXPECT_EQ(text.subject, "Set your password for Harbor College in Example Registry");
    EXPECT_EQ(text.text,
              "Hello Ada,\n\n"
              "Badge Works registered Harbor College in Example Registry and named you as its "
              "administrator, so we made an account for you.\n\n"
              "Choose a password to start using it. The link works for 7 days and only once.\n\n"
              "Set your password:\nhttps://registry.example.org/welcome?token=a&b=c\n\n"
              "The link is for you alone: please do not pass this mail on.\n\n"
              "You do not know Harbor College, or did not expect this? Then do nothing: without a "
              "password nobody can use the account.\n\n"
              "-- \nExample Registry · https://registry.example.org\n");
    EXPECT_THAT(text.html,
                HasSubstr("href=\"https://registry.example.org/welcome?token=a&amp;b=c\""));
}

TEST(MailText, says_for_every_kind_what_happened_and_where_to_go) {
    for (const auto kind : kinds) {
        const auto text = text_of(mail_of(kind), secret_link);
        for (const auto* fact : {"Harbor College", "Badge Works", "Example Registry",
                                 "https://registry.example.org"}) {
            EXPECT_THAT(text.text, HasSubstr(fact));
            EXPECT_THAT(text.html, HasSubstr(fact));
        }
        EXPECT_THAT(text.subject, HasSubstr("Harbor College"));
    }
}

TEST(MailText, shows_the_secret_link_only_to_whom_it_belongs) {
    for (const auto kind : kinds) {
        const auto text = text_of(mail_of(kind), secret_link);
        const bool shown = text.text.find("token=") != std::string::npos ||
                           text.html.find("token=") != std::string::npos;
        EXPECT_EQ(shown, kind == MailKind::confirm_account);
    }
}

TEST(MailText, does_without_facts_that_are_missing) {
    for (const auto kind : kinds) {
        auto mail = mail_of(kind);
        mail.facts = {{"registry", "Example Registry"}};
        mail.to_name = "";
        const auto text = text_of(mail, "");
        EXPECT_FALSE(text.subject.empty());
        EXPECT_THAT(text.text, testing::StartsWith("Hello,\n\n"));
        for (const auto& part : {text.subject, text.text}) {
            EXPECT_THAT(part, Not(HasSubstr("{"))) << part;
        }
        EXPECT_THAT(text.html, Not(HasSubstr("{"))) << text.html;
        EXPECT_THAT(text.html, Not(HasSubstr("<a "))) << text.html;
        EXPECT_THAT(text.html, Not(HasSubstr("<p></p>"))) << text.html;
    }
}

TEST(MailText, does_not_call_the_registry_a_partner_of_itself) {
    auto mail = mail_of(MailKind::made_administrator);
    mail.facts["partner"] = mail.facts["registry"];
    EXPECT_THAT(text_of(mail, "").text,
                HasSubstr("\n\nYou were named as an administrator of Harbor College in Example "
                          "Registry.\n\n"));
}

TEST(MailText, calls_the_recipient_by_the_mails_name_without_a_fact_for_it) {
    auto mail = mail_of(MailKind::staff_registered);
    mail.facts.erase("person");
    EXPECT_THAT(text_of(mail, "").text, testing::StartsWith("Hello Ada Example,\n"));
}

TEST(MailText, escapes_every_value_in_html) {
    for (const auto kind : kinds) {
        auto mail = mail_of(kind);
        for (auto& [name, value] : mail.facts) {
            if (name != "public_url") value = "<script>\"'&{ctid}";
        }
        mail.facts["public_url"] = "https://registry.example.org/\"onclick='x'<b>";
        const auto text = text_of(mail, "https://x.example/\"><script>");
        EXPECT_THAT(text.html, Not(HasSubstr("<script>")));
        EXPECT_THAT(text.html, Not(HasSubstr("\"onclick")));
        EXPECT_THAT(text.html, HasSubstr("<bdi>&lt;script&gt;&quot;&#39;&amp;{ctid}</bdi>"));
        EXPECT_THAT(text.text, HasSubstr("<script>\"'&{ctid}"));
    }
}

TEST(MailText, links_to_nothing_but_web_pages) {
    auto mail = mail_of(MailKind::made_administrator);
    mail.facts["public_url"] = "javascript:alert(1)";
    EXPECT_THAT(text_of(mail, "").html, Not(HasSubstr("href")));
}

}  // namespace

}  // namespace cartulary::delivery
