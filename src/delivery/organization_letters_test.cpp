#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "delivery/mail_text.h"

namespace cartulary::delivery {

namespace {

using testing::HasSubstr;
using testing::Not;

Mail organization_mail(MailKind kind) {
    return {.id = {},
            .kind = kind,
            .to_address = "ada@example.org",
            .to_name = "Ada Example",
            .facts = {{"organization", "Harbor College"},
                      {"third_party", "State Agency"},
                      {"applicant", "Ada Example"},
                      {"applicant_email", "ada@example.org"},
                      {"reason", "Who are you?"},
                      {"registry", "Example Registry"},
                      {"public_url", "https://registry.example.org"},
                      {"page_url", "https://registry.example.org/dashboard"}},
            .sealed_link = {},
            .created_at = {}};
}

TEST(OrganizationLetters, tells_what_became_of_an_organization) {
    const auto declined = text_of(organization_mail(MailKind::organization_declined), "");
    EXPECT_EQ(declined.subject, "Harbor College is not approved yet");
    EXPECT_THAT(declined.text, HasSubstr("They write: Who are you?\n\n"));
    EXPECT_THAT(declined.text,
                HasSubstr("Change Harbor College:\nhttps://registry.example.org/dashboard\n"));
    const auto submitted = text_of(organization_mail(MailKind::organization_submitted), "");
    EXPECT_THAT(submitted.text, HasSubstr("Ada Example (ada@example.org) entered Harbor College"));
    const auto approved = text_of(organization_mail(MailKind::organization_approved), "");
    EXPECT_EQ(approved.subject, "Harbor College is approved");
}

TEST(OrganizationLetters, tells_who_may_publish_for_whom) {
    for (const auto kind : {MailKind::third_party_asked, MailKind::third_party_granted,
                            MailKind::third_party_ended}) {
        const auto text = text_of(organization_mail(kind), "");
        for (const auto* name : {"Harbor College", "State Agency"}) {
            EXPECT_THAT(text.subject, HasSubstr(name));
            EXPECT_THAT(text.text, HasSubstr(name));
        }
        EXPECT_THAT(text.text, Not(HasSubstr("{")));
    }
}

}  // namespace

}  // namespace cartulary::delivery
