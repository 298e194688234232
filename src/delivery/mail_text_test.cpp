#include "delivery/mail_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace cartulary::delivery {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr MailKind registration_kinds[] = {MailKind::confirm_account, MailKind::made_administrator,
                                           MailKind::partner_registered,
                                           MailKind::staff_registered};
constexpr MailKind badge_kinds[] = {MailKind::badge_issued, MailKind::badge_revoked};
const std::vector<MailKind> kinds = [] {
    std::vector<MailKind> all;
    for (int number = 0; number <= static_cast<int>(last_mail_kind); ++number) {
        all.push_back(static_cast<MailKind>(number));
    }
    return all;
}();
constexpr MailKind kinds_with_link[] = {MailKind::confirm_account, MailKind::badge_issued,
                                        MailKind::sign_up,         MailKind::reset_password,
                                        MailKind::email_change,    MailKind::invitation};
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

constexpr auto badge_page = "https://registry.example.org/badges/1";

Mail badge_mail_of(MailKind kind) {
    auto mail = mail_of(kind);
    mail.facts = {{"organization", "Harbor College"},
                  {"badge", "Boat Handling"},
                  {"earner", "Ada"},
                  {"registry", "Example Registry"},
                  {"public_url", "https://registry.example.org"},
                  {"badge_url", badge_page}};
    if (kind == MailKind::badge_revoked) mail.facts["reason"] = "Issued to the wrong person";
    return mail;
}

Mail token_mail() {
    auto mail = mail_of(MailKind::token_expires);
    mail.facts = {{"organization", "Harbor College"},
                  {"organization_id", "00000000-0000-4000-8000-000000000001"},
                  {"registry", "Example Registry"},
                  {"public_url", "https://registry.example.org"},
                  {"description", "Course platform"},
                  {"expires_on", "2026-09-28"},
                  {"days", "7"}};
    return mail;
}

// What nobody would write: a gap where a word should be.
void expect_no_gap(const std::string& text) {
    for (const auto* gap : {"  ", " .", " ,", " :", "“”", "()", "{", "\n\n\n", "\n:"}) {
        EXPECT_THAT(text, Not(HasSubstr(gap))) << text;
    }
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
    for (const auto kind : registration_kinds) {
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
        EXPECT_EQ(shown, std::ranges::find(kinds_with_link, kind) != std::end(kinds_with_link));
    }
}

TEST(MailText, tells_an_earner_of_a_badge_and_leaves_the_decision_to_them) {
    const auto text = text_of(badge_mail_of(MailKind::badge_issued), secret_link);
    EXPECT_EQ(text.subject, "Harbor College issued you the badge Boat Handling");
    EXPECT_EQ(text.text,
              "Hello Ada,\n\n"
              "Harbor College issued you the badge Boat Handling.\n\n"
              "Now it is for you to say whether you want it. You may accept or decline it, and "
              "choose whether everybody may see it. Its public page does not show your name "
              "before you accept it.\n\n"
              "See your badge:\nhttps://registry.example.org/welcome?token=a&b=c\n\n"
              "The link is for you alone, since whoever has it decides about the badge: please do "
              "not pass this mail on. What you may pass on, once you have accepted the badge, is "
              "the address of its public page: https://registry.example.org/badges/1\n\n"
              "You do not know Harbor College, or did not expect this? Then decline the badge, or "
              "do nothing.\n\n"
              "-- \nExample Registry · https://registry.example.org\n");
}

TEST(MailText, tells_an_earner_that_a_badge_was_revoked) {
    auto mail = badge_mail_of(MailKind::badge_revoked);
    const auto text = text_of(mail, "");
    EXPECT_EQ(text.subject, "Harbor College revoked your badge Boat Handling");
    EXPECT_THAT(text.text, HasSubstr("Harbor College revoked the badge Boat Handling that was "
                                     "issued to you. It is no longer valid.\n\n"));
    EXPECT_THAT(text.text, HasSubstr("The reason that was given: Issued to the wrong person\n\n"));
    EXPECT_THAT(text.text, HasSubstr("See the badge:\nhttps://registry.example.org/badges/1\n"));
    mail.facts.erase("reason");
    EXPECT_THAT(text_of(mail, "").text, Not(HasSubstr("reason")));
}

TEST(MailText, tells_when_a_token_runs_out_and_how_to_get_a_new_one) {
    const auto text = text_of(token_mail(), "");
    EXPECT_EQ(text.subject, "A token of Harbor College runs out on 2026-09-28");
    EXPECT_THAT(text.text, HasSubstr("An authorization token of Harbor College runs out on "
                                     "2026-09-28 (days left: 7).\n\n"
                                     "It is the one described as: Course platform\n\n"));
    EXPECT_THAT(text.text, HasSubstr("POST https://registry.example.org/v1/organizations/"
                                     "00000000-0000-4000-8000-000000000001/"
                                     "authorization_tokens/rotate answers"));
    EXPECT_THAT(text.text, HasSubstr("“cartulary token create”"));
}

TEST(MailText, reads_well_when_any_one_fact_is_missing) {
    for (const auto& whole : {badge_mail_of(MailKind::badge_issued),
                              badge_mail_of(MailKind::badge_revoked), token_mail()}) {
        for (const auto& [name, value] : whole.facts) {
            auto mail = whole;
            mail.facts.erase(name);
            const auto text = text_of(mail, secret_link);
            EXPECT_FALSE(text.subject.empty()) << name;
            expect_no_gap(text.subject);
            expect_no_gap(text.text);
            EXPECT_EQ(text.text.find("Hello"), 0U) << text.text;
            EXPECT_THAT(text.html, Not(HasSubstr("<p></p>"))) << text.html;
            EXPECT_GE(std::ranges::count(text.text, '\n'), 10)
                << "a paragraph is lost without " << name << ":\n"
                << text.text;
        }
    }
}

TEST(MailText, greets_an_earner_by_the_first_name) {
    for (const auto kind : badge_kinds) {
        EXPECT_THAT(text_of(badge_mail_of(kind), "").text, testing::StartsWith("Hello Ada,\n"));
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

TEST(MailText, tells_a_companys_administrator_who_did_what_to_which_organization) {
    auto mail = mail_of(MailKind::company_organization);
    mail.facts["company"] = "Harbor Group";
    mail.facts["user"] = "robot";
    mail.facts["change"] = "changed";
    const auto text = text_of(mail, "");
    EXPECT_EQ(text.subject, "Harbor College was changed in Harbor Group");
    EXPECT_THAT(text.text, HasSubstr("robot of Harbor Group asked us to tell you: the organization "
                                     "Harbor College was changed in Example Registry."));
    EXPECT_THAT(text.text, HasSubstr("ce-00000000-0000-4000-8000-000000000001"));
}

constexpr MailKind account_kinds[] = {
    MailKind::sign_up,          MailKind::account_exists,    MailKind::reset_password,
    MailKind::account_unknown,  MailKind::email_change,      MailKind::email_changed,
    MailKind::password_changed, MailKind::second_factor_off, MailKind::recovery_code_used};

Mail account_mail_of(MailKind kind) {
    auto mail = mail_of(kind);
    mail.to_name = "";
    mail.facts = {{"registry", "Example Registry"},
                  {"public_url", "https://registry.example.org"},
                  {"page_url", "https://registry.example.org/log-in"},
                  {"valid_hours", "24"},
                  {"codes_left", "7"}};
    return mail;
}

TEST(MailText, asks_who_signed_up_to_confirm_the_address) {
    const auto text = text_of(account_mail_of(MailKind::sign_up), secret_link);
    EXPECT_EQ(text.subject, "Confirm your e-mail address for Example Registry");
    EXPECT_EQ(text.text,
              "Hello,\n\n"
              "Somebody, we hope it was you, signed up for Example Registry with this address.\n\n"
              "Open this link and give the password that you chose, and your account is ready. The "
              "link works for 24 hours and only once.\n\n"
              "Confirm this address:\nhttps://registry.example.org/welcome?token=a&b=c\n\n"
              "It was not you? Then do nothing: without the link no account is made.\n\n"
              "-- \nExample Registry · https://registry.example.org\n");
}

TEST(MailText, reads_well_about_accounts_with_few_facts) {
    for (const auto kind : account_kinds) {
        for (const auto* missing : {"", "page_url", "valid_hours", "codes_left"}) {
            auto mail = account_mail_of(kind);
            mail.facts.erase(missing);
            const auto text = text_of(mail, secret_link);
            EXPECT_THAT(text.subject, HasSubstr("Example Registry"));
            expect_no_gap(text.text);
        }
    }
}

Mail membership_mail_of(MailKind kind) {
    auto mail = mail_of(kind);
    mail.facts["inviter"] = "Bo Quay";
    mail.facts["applicant"] = "Cy Quay";
    mail.facts["applicant_email"] = "cy@example.org";
    mail.facts["note"] = "I teach there.";
    mail.facts["role"] = "publisher";
    mail.facts["page_url"] = "https://registry.example.org/dashboard";
    mail.facts.erase("partner");
    return mail;
}

TEST(MailText, invites_to_an_organization) {
    const auto text = text_of(membership_mail_of(MailKind::invitation), secret_link);
    EXPECT_EQ(text.subject, "You are invited to Harbor College in Example Registry");
    EXPECT_THAT(text.text,
                HasSubstr("Bo Quay invites you to Harbor College in Example Registry, as "
                          "publisher.\n\n"
                          "Open the link to accept. It works for 7 days and only once."));
}

TEST(MailText, tells_an_administrator_who_asks_to_join_and_what_they_write) {
    const auto text = text_of(membership_mail_of(MailKind::join_requested), "");
    EXPECT_EQ(text.subject, "Cy Quay asks to join Harbor College");
    EXPECT_THAT(text.text, HasSubstr("They write: I teach there.\n\n"));
    EXPECT_THAT(text.text,
                HasSubstr("Answer the request:\nhttps://registry.example.org/dashboard"));
}

TEST(MailText, reads_well_about_members_when_any_one_fact_is_missing) {
    for (const auto kind : {MailKind::invitation, MailKind::join_requested, MailKind::join_approved,
                            MailKind::join_declined}) {
        const auto whole = membership_mail_of(kind);
        for (const auto& [name, value] : whole.facts) {
            auto mail = whole;
            if (name == "registry") continue;
            mail.facts.erase(name);
            const auto text = text_of(mail, secret_link);
            EXPECT_FALSE(text.subject.empty()) << name;
            expect_no_gap(text.text);
        }
    }
}

TEST(MailText, tells_what_became_of_drafts) {
    auto mail = mail_of(MailKind::draft_published);
    mail.facts["page_url"] = "https://registry.example.org/dashboard";
    mail.facts["draft"] = "Boat Handling";
    EXPECT_EQ(text_of(mail, "").subject, "Boat Handling is now public in Example Registry");
    EXPECT_THAT(text_of(mail, "").text,
                HasSubstr("published Boat Handling, which Harbor College had approved."));
    mail.facts.erase("draft");
    mail.facts["count"] = "12";
    EXPECT_EQ(text_of(mail, "").subject,
              "12 things of Harbor College are now public in Example Registry");
    EXPECT_THAT(text_of(mail, "").text, HasSubstr("published 12 things that Harbor College"));

    mail.kind = MailKind::draft_sent_back;
    mail.facts["draft"] = "Boat Handling";
    mail.facts["reason"] = "Its page is gone.";
    const auto text = text_of(mail, "");
    EXPECT_EQ(text.subject, "Boat Handling was sent back to Harbor College");
    EXPECT_THAT(text.text, HasSubstr("\n\nThe reason: Its page is gone.\n\n"));
    EXPECT_THAT(text.text, HasSubstr("Look at it again:\nhttps://registry.example.org/dashboard"));
    for (const auto& [name, value] : mail.facts) {
        auto less = mail;
        less.facts.erase(name);
        expect_no_gap(text_of(less, "").subject);
        expect_no_gap(text_of(less, "").text);
    }
}

}  // namespace

}  // namespace cartulary::delivery
