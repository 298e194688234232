#include "operations/badges.h"

#include "operations/operations_for_test.h"
#include "store/badge_text.h"

namespace cartulary {

namespace {

constexpr auto ada = "ada@harbor.example";
constexpr auto bob = "bob@harbor.example";

std::string ids_of(const std::vector<IssuedBadge>& issued) {
    std::string ids;
    for (const auto& one : issued) ids += one.badge.id.text() + " ";
    return ids;
}

Result<void> as_it_is(NewBadge&) {
    return {};
}

using Types = std::vector<std::string>;

class BadgesTest : public testing::Test, protected OperationsUnderTest {
protected:
    std::string refused(const NewBadge& badge) {
        return refusal_of(badges.issue(own, own.id, badge, {}, id_of));
    }
    std::string refused_batch(const std::vector<NewBadge>& wanted) {
        return refusal_of(badges.issue_all(own, own.id, wanted, {}, ids_of));
    }
    IssuedBadge get(const Uuid& id) { return badges.get(own, own.id, id).value(); }
    std::int64_t total(const Caller& caller) {
        return badges.list(caller, caller.id, {}, {}, {})->total;
    }
    std::int64_t count_of(const Uuid& badge_template) {
        return BadgeTemplates(registry())
            .get(own, own.id, badge_template)
            ->badge_template.badge_count;
    }
    // Of all badges, but those of templates.
    Types badge_events() {
        auto types = event_types_of(own);
        std::erase(types, event_type::badge_template_created);
        return types;
    }

    Badges badges{registry()};
    Uuid welding = make_template(own);
};

TEST_F(BadgesTest, a_badge_is_issued_with_its_event_and_its_count) {
    auto wanted = badge_for(welding, " Ada@Harbor.example ");
    wanted.stated.evidence = {{{}, "TextEvidence", "Essay", "", "On steel"}};
    const auto issued = get(issue(badges, own, wanted));
    EXPECT_EQ(issued.badge.state, BadgeState::pending);
    EXPECT_TRUE(issued.badge.is_public);
    EXPECT_EQ(issued.badge.version, 1);
    EXPECT_EQ(issued.badge.stated.recipient.email, "Ada@Harbor.example");
    EXPECT_NE(issued.badge.stated.evidence[0].id, Uuid());
    EXPECT_EQ(issued.badge_template.badge_count, 1);
    EXPECT_EQ(issued.issuer.id, own.id);
    auto told = badges::in_snapshot(events_of(own).back().snapshot);
    told.badge.link_digest = issued.badge.link_digest;
    EXPECT_EQ(told, issued);
    EXPECT_EQ(events_of(own).back().type, event_type::badge_created);
}

TEST_F(BadgesTest, one_address_is_one_earner_at_every_issuer) {
    const auto other = make_template(stranger);
    const auto first = get(issue(badges, own, badge_for(welding, ada))).badge.earner;
    const auto id = issue(badges, stranger, badge_for(other, "ADA@harbor.example"));
    EXPECT_EQ(badges.get(stranger, stranger.id, id)->badge.earner, first);
    EXPECT_NE(get(issue(badges, own, badge_for(welding, bob))).badge.earner, first);
    Badges after_a_restart(registry());
    const auto again = make_template(own);
    EXPECT_EQ(get(issue(after_a_restart, own, badge_for(again, ada))).badge.earner, first);
    EXPECT_NE(Uuid::named(url_namespace, ada), first) << "nobody else can compute it";
}

TEST_F(BadgesTest, its_recipient_is_mailed_a_secret_link) {
    const auto wakes = under_test.wakes();
    const auto id = issue(badges, own, badge_for(welding, ada));
    EXPECT_EQ(under_test.wakes().mail, wakes.mail + 1);
    EXPECT_EQ(under_test.wakes().webhooks, wakes.webhooks + 1);
    const auto mails = mail_of(MailKind::badge_issued);
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].to_address, ada);
    EXPECT_EQ(mails[0].to_name, "Ada Quay");
    EXPECT_EQ(mails[0].facts.at("badge"), "Welding I");
    EXPECT_EQ(mails[0].facts.at("earner"), "Ada");
    EXPECT_EQ(mails[0].facts.at("organization"), "Harbor College");
    const auto link = registry().vault.unseal(mails[0].sealed_link).value();
    const auto begin = "https://registry.example/badges/" + id.text() + "/yours?secret=";
    ASSERT_THAT(link, testing::StartsWith(begin));
    EXPECT_EQ(digest(link.substr(begin.size())), get(id).badge.link_digest);
}

TEST_F(BadgesTest, a_suppressed_mail_is_not_sent_and_there_is_no_link) {
    auto wanted = badge_for(welding, ada);
    wanted.stated.suppress_mail = true;
    EXPECT_EQ(get(issue(badges, own, wanted)).badge.link_digest, "");
    EXPECT_TRUE(mail_of(MailKind::badge_issued).empty());
}

TEST_F(BadgesTest, a_badge_of_a_template_that_is_not_public_is_not_public) {
    const auto hidden = make_template(own, [](auto& draft) { draft.is_public = false; });
    EXPECT_FALSE(get(issue(badges, own, badge_for(hidden, ada))).badge.is_public);
}

TEST_F(BadgesTest, only_an_active_template_of_the_organization_is_issued) {
    const auto problem = "invalid: badge_template is no active badge template of the organization";
    EXPECT_EQ(refused(badge_for(Uuid(), ada)), problem);
    EXPECT_EQ(refused(badge_for(make_template(stranger), ada)), problem);
    for (const auto state : {BadgeTemplateState::draft, BadgeTemplateState::archived}) {
        const auto id = make_template(own, [&](auto& draft) { draft.state = state; });
        EXPECT_EQ(refused(badge_for(id, ada)), problem);
    }
    EXPECT_EQ(total(own), 0);
    EXPECT_TRUE(mail_of(MailKind::badge_issued).empty());
}

TEST_F(BadgesTest, every_problem_of_a_badge_is_told_at_once) {
    NewBadge wanted;
    const auto problems = badges.issue(own, own.id, wanted, {}, id_of).error().fields;
    std::vector<std::string> fields;
    for (const auto& [field, problem] : problems) fields.push_back(field);
    EXPECT_EQ(fields, (std::vector<std::string>{"recipient.email", "recipient.first_name",
                                                "recipient.last_name", "badge_template"}));
}

TEST_F(BadgesTest, an_earner_has_a_badge_once) {
    auto wanted = badge_for(welding, ada);
    wanted.stated.recipient.earner_id = "17";
    issue(badges, own, wanted);
    EXPECT_EQ(refused(badge_for(welding, "ADA@harbor.example")),
              "conflict: recipient.email already has this badge");
    wanted.stated.recipient.email = bob;
    EXPECT_EQ(refused(wanted), "conflict: recipient.earner_id already has this badge");
    EXPECT_EQ(total(own), 1);
    EXPECT_EQ(count_of(welding), 1);
    EXPECT_EQ(badge_events(), Types{event_type::badge_created});
    EXPECT_EQ(mail_of(MailKind::badge_issued).size(), 1U);
}

TEST_F(BadgesTest, an_earner_has_a_badge_more_than_once_where_the_template_allows_it) {
    const auto often = make_template(own, [](auto& draft) { draft.allow_duplicates = true; });
    issue(badges, own, badge_for(often, ada));
    issue(badges, own, badge_for(often, ada));
    EXPECT_EQ(count_of(often), 2);
}

TEST_F(BadgesTest, a_revoked_badge_is_in_nobody_s_way) {
    const auto id = issue(badges, own, badge_for(welding, ada));
    ASSERT_TRUE(badges.revoke(own, own.id, id, {"Mistake", true}));
    EXPECT_EQ(refused(badge_for(welding, ada)), "nothing");
}

TEST_F(BadgesTest, duplicates_of_a_template_that_no_longer_allows_them_can_be_changed) {
    const auto often = make_template(own, [](auto& draft) { draft.allow_duplicates = true; });
    const auto first = issue(badges, own, badge_for(often, ada));
    issue(badges, own, badge_for(often, ada));
    ASSERT_TRUE(BadgeTemplates(registry())
                    .change(own, own.id, often, [](BadgeTemplateDraft& draft) -> Result<void> {
                        draft.allow_duplicates = false;
                        return {};
                    }));
    for (const auto& mail : mail_of(MailKind::badge_issued)) {
        const auto link = registry().vault.unseal(mail.sealed_link).value();
        const auto secret = link.substr(link.find("secret=") + 7);
        EXPECT_TRUE(badges.decide(secret, Badges::Decision::accept));
        EXPECT_TRUE(badges.decide(secret, Badges::Decision::hide));
    }
    EXPECT_FALSE(get(first).badge.is_public);
    EXPECT_EQ(refused(badge_for(often, ada)), "conflict: recipient.email already has this badge");
}

TEST_F(BadgesTest, a_repeated_issue_is_one_badge_and_one_mail) {
    const Repetition once{"key", "fingerprint"};
    const auto wanted = badge_for(welding, ada);
    const auto first = badges.issue(own, own.id, wanted, once, id_of);
    const auto wakes = under_test.wakes();
    EXPECT_EQ(badges.issue(own, own.id, wanted, once, id_of)->text, first->text);
    EXPECT_EQ(under_test.wakes(), wakes);
    EXPECT_EQ(mail_of(MailKind::badge_issued).size(), 1U);
    EXPECT_EQ(refusal_of(badges.issue(own, own.id, wanted, {"key", "other"}, id_of)), "key_reused");
}

TEST_F(BadgesTest, a_batch_is_issued_in_its_order) {
    const auto issued = badges.issue_all(
        own, own.id, {badge_for(welding, ada), badge_for(welding, bob)}, {}, ids_of);
    ASSERT_TRUE(issued);
    EXPECT_EQ(get(Uuid::parse(issued->text.substr(0, 36)).value()).badge.stated.recipient.email,
              ada);
    EXPECT_EQ(badge_events(), (Types{event_type::badge_created, event_type::badge_created}));
    EXPECT_EQ(mail_of(MailKind::badge_issued).size(), 2U);
    EXPECT_EQ(count_of(welding), 2);
}

TEST_F(BadgesTest, a_batch_is_issued_as_a_whole_or_not_at_all) {
    state_webhook(own);
    const auto deliveries = deliveries_waiting();
    const auto events = events_of(own).size();
    const auto wakes = under_test.wakes();
    EXPECT_EQ(refused_batch({badge_for(welding, ada), badge_for(welding, bob),
                             badge_for(welding, "ADA@harbor.example")}),
              "conflict: badges[2].recipient.email already has this badge");
    EXPECT_EQ(refused_batch(
                  {badge_for(welding, ada), badge_for(welding, "nobody"), badge_for(Uuid(), bob)}),
              "invalid: badges[1].recipient.email must be an e-mail address, for example "
              "name@example.org");
    EXPECT_EQ(total(own), 0);
    EXPECT_EQ(count_of(welding), 0);
    EXPECT_TRUE(mail_of(MailKind::badge_issued).empty());
    EXPECT_EQ(events_of(own).size(), events);
    EXPECT_EQ(deliveries_waiting(), deliveries) << "nothing is told that did not happen";
    EXPECT_EQ(under_test.wakes(), wakes);
}

TEST_F(BadgesTest, a_batch_has_one_to_fifty_badges) {
    const auto problem = "invalid: badges must be 1 to 50 badges";
    EXPECT_EQ(refused_batch({}), problem);
    std::vector<NewBadge> wanted;
    for (std::size_t i = 0; i < badges_in_batch_max; ++i) {
        wanted.push_back(badge_for(welding, "p" + std::to_string(i) + "@harbor.example"));
    }
    wanted.push_back(badge_for(welding, ada));
    EXPECT_EQ(refused_batch(wanted), problem);
    EXPECT_EQ(total(own), 0);
    wanted.pop_back();
    EXPECT_EQ(refused_batch(wanted), "nothing");
    EXPECT_EQ(total(own), 50);
}

TEST_F(BadgesTest, a_replaced_badge_and_the_new_one_know_each_other) {
    auto wanted = badge_for(welding, ada);
    wanted.stated.evidence = {{{}, "TextEvidence", "Essay", "", "On steel"}};
    const auto old_id = issue(badges, own, wanted);
    under_test.pass(std::chrono::minutes(1));
    const auto answer = badges.replace(
        own, own.id, old_id,
        [](NewBadge& badge) -> Result<void> {
            badge.stated.recipient.last_name = "Pier";
            return {};
        },
        {}, id_of);
    ASSERT_TRUE(answer);
    const auto made = get(Uuid::parse(answer->text).value());
    const auto old = get(old_id);
    EXPECT_EQ(old.badge.state, BadgeState::revoked);
    EXPECT_EQ(old.badge.revocation_reason, "Replaced");
    EXPECT_EQ(old.badge.replaced_by, made.badge.id);
    EXPECT_EQ(old.badge.state_updated_at, under_test.now());
    EXPECT_EQ(made.badge.replaces, old_id);
    EXPECT_EQ(made.badge.state, BadgeState::pending);
    EXPECT_EQ(made.badge.stated.recipient.full_name(), "Ada Pier");
    EXPECT_EQ(made.badge.stated.evidence[0].value, "On steel");
    EXPECT_NE(made.badge.stated.evidence[0].id, old.badge.stated.evidence[0].id);
    EXPECT_EQ(badge_events(), (Types{event_type::badge_created, event_type::badge_state_changed,
                                     event_type::badge_created}));
    EXPECT_EQ(mail_of(MailKind::badge_issued).size(), 2U);
    EXPECT_TRUE(mail_of(MailKind::badge_revoked).empty());
    EXPECT_EQ(count_of(welding), 2);
}

TEST_F(BadgesTest, a_badge_that_cannot_be_replaced_stays_as_it_is) {
    const auto id = issue(badges, own, badge_for(welding, ada));
    issue(badges, own, badge_for(welding, bob));
    const auto replace = [&](auto apply) {
        return refusal_of(badges.replace(own, own.id, id, apply, {}, id_of));
    };
    EXPECT_EQ(replace([](NewBadge& badge) -> Result<void> {
                  badge.stated.recipient.email = bob;
                  return {};
              }),
              "conflict: recipient.email already has this badge");
    EXPECT_EQ(replace([](NewBadge& badge) -> Result<void> {
                  badge.badge_template = {};
                  return {};
              }),
              "invalid: badge_template is no active badge template of the organization");
    EXPECT_EQ(replace([](NewBadge&) -> Result<void> { return fail(ErrorKind::gone, "why"); }),
              "gone");
    EXPECT_EQ(get(id).badge.state, BadgeState::pending);
    EXPECT_EQ(badge_events().size(), 2U);
    ASSERT_TRUE(badges.revoke(own, own.id, id, {"Mistake", true}));
    EXPECT_EQ(replace(as_it_is), "conflict");
    EXPECT_EQ(refusal_of(badges.replace(own, own.id, Uuid(), as_it_is, {}, id_of)), "not_found");
}

TEST_F(BadgesTest, a_revoked_badge_says_why_and_its_recipient_is_told) {
    const auto id = issue(badges, own, badge_for(welding, ada));
    under_test.pass(std::chrono::minutes(1));
    const auto revoked = badges.revoke(own, own.id, id, {"Issued by mistake", false});
    ASSERT_TRUE(revoked);
    EXPECT_EQ(revoked->badge.state, BadgeState::revoked);
    EXPECT_EQ(revoked->badge.revocation_reason, "Issued by mistake");
    EXPECT_EQ(revoked->badge.version, 2);
    EXPECT_EQ(revoked->badge.state_updated_at, under_test.now());
    EXPECT_EQ(get(id), *revoked);
    EXPECT_EQ(badge_events(), (Types{event_type::badge_created, event_type::badge_state_changed}));
    EXPECT_EQ(count_of(welding), 1);
    const auto mails = mail_of(MailKind::badge_revoked);
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].to_address, ada);
    EXPECT_EQ(mails[0].facts.at("badge_url"), "https://registry.example/badges/" + id.text());
    EXPECT_EQ(mails[0].sealed_link, "");
    EXPECT_EQ(refusal_of(badges.revoke(own, own.id, id, {"Again", false})), "conflict");
}

TEST_F(BadgesTest, a_revocation_needs_a_reason_of_some_length) {
    const auto id = issue(badges, own, badge_for(welding, ada));
    const auto revoke = [&](std::string reason) {
        return refusal_of(badges.revoke(own, own.id, id, {std::move(reason), true}));
    };
    EXPECT_EQ(revoke(" "), "invalid: reason is required");
    EXPECT_EQ(revoke(std::string(revocation_reason_length_max + 1, 'x')),
              "invalid: reason must be at most 1000 characters");
    EXPECT_EQ(revoke(std::string(1, '\0') + "x"),
              "invalid: reason must not hold control characters");
    EXPECT_EQ(get(id).badge.state, BadgeState::pending);
    EXPECT_EQ(revoke(std::string(revocation_reason_length_max, 'x')), "nothing");
    EXPECT_TRUE(mail_of(MailKind::badge_revoked).empty()) << "it was suppressed";
}

TEST_F(BadgesTest, of_a_deleted_badge_only_events_remain) {
    const auto id = issue(badges, own, badge_for(welding, ada));
    ASSERT_TRUE(badges.remove(own, own.id, id));
    EXPECT_EQ(refusal_of(badges.get(own, own.id, id)), "not_found");
    EXPECT_EQ(count_of(welding), 0);
    EXPECT_EQ(badge_events(), (Types{event_type::badge_created, event_type::badge_deleted}));
    const auto told = badges::in_snapshot(events_of(own).back().snapshot);
    EXPECT_EQ(told.badge.id, id);
    EXPECT_EQ(told.badge_template.badge_count, 0);
    EXPECT_EQ(refusal_of(badges.remove(own, own.id, id)), "not_found");
}

TEST_F(BadgesTest, the_list_tells_each_badge_with_its_template) {
    const auto brazing = make_template(own, [](auto& draft) { draft.name = "Brazing"; });
    issue(badges, own, badge_for(welding, ada));
    issue(badges, own, badge_for(brazing, ada));
    issue(badges, own, badge_for(welding, bob));
    badges::Filter filter;
    filter.emails = {"ADA@harbor.example"};
    const auto page = badges.list(own, own.id, filter, {}, {});
    ASSERT_TRUE(page);
    EXPECT_EQ(page->total, 2);
    for (const auto& issued : page->items) {
        EXPECT_EQ(issued.badge.badge_template, issued.badge_template.id);
        EXPECT_EQ(issued.issuer.id, own.id);
    }
    EXPECT_EQ(badges.list(own, own.id, {}, {}, {.offset = 2, .count = 1})->items.size(), 1U);
}

TEST_F(BadgesTest, every_route_needs_its_right) {
    const auto id = issue(badges, own, badge_for(welding, ada));
    const auto blind = with_rights(own, all_but_read);
    EXPECT_EQ(refusal_of(badges.list(blind, own.id, {}, {}, {})), "forbidden");
    EXPECT_EQ(refusal_of(badges.get(blind, own.id, id)), "forbidden");
    const auto reader = with_rights(own, all_but_write);
    const auto wanted = badge_for(welding, bob);
    EXPECT_EQ(refusal_of(badges.issue(reader, own.id, wanted, {}, id_of)), "forbidden");
    EXPECT_EQ(refusal_of(badges.issue_all(reader, own.id, {wanted}, {}, ids_of)), "forbidden");
    EXPECT_EQ(refusal_of(badges.replace(reader, own.id, id, as_it_is, {}, id_of)), "forbidden");
    EXPECT_EQ(refusal_of(badges.revoke(reader, own.id, id, {"why", true})), "forbidden");
    EXPECT_EQ(refusal_of(badges.remove(with_rights(own, all_but_delete), own.id, id)), "forbidden");
    EXPECT_EQ(total(own), 1);
}

}  // namespace

}  // namespace cartulary
