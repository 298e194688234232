#include "operations/badges.h"
#include "operations/operations_for_test.h"

namespace cartulary {

namespace {

using Decision = Badges::Decision;
using Types = std::vector<std::string>;

// What everybody sees of a badge, and what its earner decides by the mailed link.
class BadgeLinksTest : public testing::Test, protected OperationsUnderTest {
protected:
    // The secret of the latest mail.
    std::string mailed_secret() {
        const auto link =
            registry().vault.unseal(mail_of(MailKind::badge_issued).back().sealed_link).value();
        return link.substr(link.find("secret=") + 7);
    }
    // Since the badge was created.
    Types decisions_told() {
        const auto types = event_types_of(own);
        return {types.begin() + 2, types.end()};
    }

    Badges badges{registry()};
    Uuid welding = make_template(own);
    Uuid badge = issue(badges, own, badge_for(welding, "ada@harbor.example"));
    std::string secret = mailed_secret();
};

TEST_F(BadgeLinksTest, a_badge_is_known_by_its_link_and_by_no_other) {
    EXPECT_EQ(badges.of_link(secret)->badge.id, badge);
    EXPECT_EQ(refusal_of(badges.of_link("")), "not_found");
    EXPECT_EQ(refusal_of(badges.of_link(secret + "x")), "not_found");
    EXPECT_EQ(refusal_of(badges.of_link(std::string(201, 'x'))), "not_found");
    EXPECT_EQ(refusal_of(badges.decide("nonsense", Decision::accept)), "not_found");
    auto silent = badge_for(welding, "bob@harbor.example");
    silent.stated.suppress_mail = true;
    issue(badges, own, silent);
    EXPECT_EQ(refusal_of(badges.of_link("")), "not_found") << "one without a link has none";
}

TEST_F(BadgeLinksTest, its_earner_takes_it_once) {
    under_test.pass(std::chrono::minutes(1));
    const auto accepted = badges.decide(secret, Decision::accept);
    ASSERT_TRUE(accepted);
    EXPECT_EQ(accepted->badge.state, BadgeState::accepted);
    EXPECT_EQ(accepted->badge.state_updated_at, under_test.now());
    EXPECT_TRUE(badges.decide(secret, Decision::accept));
    EXPECT_EQ(decisions_told(), Types{event_type::badge_state_changed});
    EXPECT_EQ(events_of(own).back().actor, "earner");
}

TEST_F(BadgeLinksTest, its_earner_may_refuse_it_and_think_again) {
    EXPECT_EQ(badges.decide(secret, Decision::reject)->badge.state, BadgeState::rejected);
    EXPECT_EQ(badges.decide(secret, Decision::accept)->badge.state, BadgeState::accepted);
    EXPECT_EQ(decisions_told(),
              (Types{event_type::badge_state_changed, event_type::badge_state_changed}));
}

TEST_F(BadgeLinksTest, a_rejected_badge_cannot_be_taken_beside_another) {
    ASSERT_TRUE(badges.decide(secret, Decision::reject));
    issue(badges, own, badge_for(welding, "ada@harbor.example"));
    EXPECT_EQ(refusal_of(badges.decide(secret, Decision::accept)),
              "conflict: recipient.email already has this badge");
    EXPECT_EQ(badges.of_link(secret)->badge.state, BadgeState::rejected);
}

TEST_F(BadgeLinksTest, its_earner_hides_and_shows_it) {
    EXPECT_TRUE(badges.shown(badge));
    EXPECT_FALSE(badges.decide(secret, Decision::hide)->badge.is_public);
    EXPECT_EQ(refusal_of(badges.shown(badge)), "not_found");
    EXPECT_TRUE(badges.decide(secret, Decision::publish)->badge.is_public);
    EXPECT_TRUE(badges.decide(secret, Decision::publish));
    EXPECT_TRUE(badges.shown(badge));
    EXPECT_EQ(decisions_told(),
              (Types{event_type::badge_privacy_changed, event_type::badge_privacy_changed}));
}

TEST_F(BadgeLinksTest, of_a_revoked_badge_nothing_can_be_decided) {
    ASSERT_TRUE(badges.revoke(own, own.id, badge, {"Mistake", true}));
    EXPECT_EQ(badges.of_link(secret)->badge.state, BadgeState::revoked);
    for (const auto decision :
         {Decision::accept, Decision::reject, Decision::publish, Decision::hide}) {
        EXPECT_EQ(refusal_of(badges.decide(secret, decision)), "conflict");
    }
}

TEST_F(BadgeLinksTest, everybody_sees_what_is_neither_private_nor_rejected) {
    EXPECT_EQ(badges.shown(badge)->badge.id, badge);
    ASSERT_TRUE(badges.decide(secret, Decision::reject));
    EXPECT_EQ(refusal_of(badges.shown(badge)), "not_found");
    EXPECT_EQ(refusal_of(badges.shown(Uuid())), "not_found");
}

TEST_F(BadgeLinksTest, everybody_sees_that_a_badge_was_revoked) {
    ASSERT_TRUE(badges.revoke(own, own.id, badge, {"Mistake", true}));
    EXPECT_EQ(badges.shown(badge)->badge.state, BadgeState::revoked);
}

TEST_F(BadgeLinksTest, nobody_sees_a_badge_of_an_organization_that_is_not_approved) {
    set_status(own, OrganizationStatus::blocked);
    EXPECT_EQ(refusal_of(badges.shown(badge)), "not_found");
}

}  // namespace

}  // namespace cartulary
