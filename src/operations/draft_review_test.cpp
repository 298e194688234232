#include "operations/draft_publishing.h"
#include "operations/drafts_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class DraftReviewTest : public DraftsTest {
protected:
    static constexpr auto waits_no_longer = "conflict: standing does not wait to be published";

    // One of the school's, which waits too.
    Draft approved_by_school() {
        set_trusted(stranger, false);
        const auto kept = drafts.save(stranger, stranger.id,
                                      {.kind = Kind::credentials, .entry = credential("Cooking")});
        EXPECT_EQ(told(drafts.approve(stranger, stranger.id, std::vector{kept->draft.ctid})),
                  "1 done");
        return kept->draft;
    }
    std::vector<std::string> recipients(MailKind kind) {
        std::vector<std::string> addresses;
        for (const auto& mail : mail_of(kind)) addresses.push_back(mail.to_address);
        return addresses;
    }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, DraftReviewTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(DraftReviewTest, shows_staff_what_waits_longest_first) {
    EXPECT_EQ(refusal_of(drafts.waiting(nobody(), {})), "forbidden");
    const auto first = approved();
    under_test.pass(std::chrono::minutes(1));
    const auto second = approved_by_school();
    const auto page = drafts.waiting(clerk(), {}).value();
    EXPECT_EQ(page.total, 2);
    ASSERT_THAT(page.items, SizeIs(2));
    EXPECT_EQ(page.items[0].draft.ctid, first.ctid);
    EXPECT_EQ(page.items[0].organization, own.id);
    EXPECT_EQ(page.items[0].organization_name, "Harbor College");
    EXPECT_EQ(page.items[1].draft.ctid, second.ctid);
    EXPECT_EQ(page.items[1].organization_name, "Ridge School");
    EXPECT_THAT(drafts.waiting(clerk(), {.offset = 1, .count = 9})->items, SizeIs(1));
}

TEST_P(DraftReviewTest, shows_staff_what_one_would_be) {
    const auto draft = approved();
    EXPECT_EQ(refusal_of(drafts.review(nobody(), draft.ctid)), "forbidden");
    const auto reviewed = drafts.review(clerk(), draft.ctid);
    ASSERT_TRUE(reviewed) << refusal_of(reviewed);
    EXPECT_EQ(reviewed->waiting.draft, draft);
    EXPECT_EQ(reviewed->waiting.organization, own.id);
    EXPECT_EQ(reviewed->waiting.organization_name, "Harbor College");
    EXPECT_EQ(reviewed->preview.graph, drafts.preview(own, own.id, draft.ctid)->graph);
    EXPECT_THAT(reviewed->preview.graph, HasSubstr("Welding I"));
    EXPECT_EQ(refusal_of(drafts.review(clerk(), saved().ctid)), "not_found");
}

TEST_P(DraftReviewTest, publishes_in_the_name_of_who_wrote_it) {
    const auto draft = approved();
    under_test.pass(std::chrono::minutes(1));
    EXPECT_EQ(told(drafts.publish(nobody(), std::vector{draft.ctid})), "forbidden");
    const auto wakes = under_test.wakes();
    EXPECT_EQ(told(publish({draft.ctid})), "1 done");
    const auto shown = now(draft);
    EXPECT_EQ(standing_of(shown), "published");
    EXPECT_EQ(shown.published_version, 1);
    EXPECT_EQ(shown.waits_since, std::nullopt);
    EXPECT_EQ(name_shown(draft.ctid), "Welding I");
    const auto known = resources.known(draft.ctid).value();
    EXPECT_EQ(known.owner, own.id);
    EXPECT_EQ(known.publisher, std::nullopt);
    EXPECT_EQ(resources.history(draft.ctid)->front().actor, clerk().name());
    EXPECT_THAT(event_types_of(own),
                ElementsAre("draft.approved", "resource.published", "draft.published"));
    EXPECT_EQ(events_of(own).back().actor, clerk().name());
    EXPECT_EQ(under_test.wakes(),
              (testkit::RegistryUnderTest::Wakes{wakes.mail + 1, wakes.webhooks + 1}));
    EXPECT_EQ(told(publish({draft.ctid})), std::string("0 done; : ") + waits_no_longer);
}

TEST_P(DraftReviewTest, publishes_for_a_third_party_while_it_may_publish) {
    grant(own, stranger);
    set_trusted(stranger, false);
    const auto first = save(stranger, credential())->draft;
    const auto second = save(stranger, credential("Welding II"))->draft;
    EXPECT_EQ(told(drafts.approve(stranger, own.id, std::vector{first.ctid, second.ctid})),
              "2 done");
    EXPECT_EQ(told(publish({first.ctid})), "1 done");
    EXPECT_EQ(resources.known(first.ctid)->publisher, stranger.id);
    set_status(stranger, OrganizationStatus::blocked);
    EXPECT_EQ(told(publish({second.ctid})), "0 done; Welding II: forbidden");
    set_status(stranger, OrganizationStatus::approved);
    revoke(own, stranger);
    EXPECT_EQ(told(publish({second.ctid})), "0 done; Welding II: forbidden");
    EXPECT_EQ(standing_of(now(second)), "approved") << "it still waits";
}

TEST_P(DraftReviewTest, publishes_nothing_whose_owner_is_not_approved) {
    const auto draft = approved();
    set_status(own, OrganizationStatus::inactive);
    EXPECT_EQ(told(publish({draft.ctid})), "0 done; Welding I: forbidden");
    EXPECT_EQ(name_shown(draft.ctid), "not_found");
    EXPECT_THAT(mail_of(MailKind::draft_published), IsEmpty());
}

TEST_P(DraftReviewTest, judges_once_more) {
    auto entry = credential("Welding II");
    entry.groups["ConditionProfile"] = {
        {{"ConditionProfile.Type", {"Requires"}},
         {"ConditionProfile.Description", {"What comes before it."}},
         {"ConditionProfile.TargetCredential", {"W-1"}}}};
    const auto first = save(ada, credential(), {}, 0, "W-1")->draft;
    const auto second = saved(entry);
    EXPECT_EQ(told(approve(ada, second.ctid)), "1 done");
    ASSERT_TRUE(drafts.discard(ada, own.id, first.ctid, 1));
    EXPECT_THAT(told(publish({second.ctid})), HasSubstr("0 done; Welding II: invalid: "));
}

TEST_P(DraftReviewTest, of_one_that_is_refused_does_not_stop_the_others) {
    const auto good = approved();
    const auto taken = approved("Welding II");
    const auto last = approved("Welding III");
    ASSERT_TRUE(ResourcesTest::publish(stranger, certificate(taken.ctid, stranger)));
    EXPECT_EQ(told(publish({good.ctid, taken.ctid, last.ctid})),
              "2 done; Welding II: conflict: ctid belongs to another organization");
    EXPECT_EQ(standing_of(now(good)), "published");
    EXPECT_EQ(standing_of(now(taken)), "approved");
    EXPECT_EQ(standing_of(now(last)), "published");
    EXPECT_EQ(events_of(own).size(), 3U + 2 + 2) << "nothing happened twice";
    const auto mails = mail_of(MailKind::draft_published);
    ASSERT_THAT(mails, SizeIs(1));
    EXPECT_EQ(mails[0].facts.at("count"), "2");
}

TEST_P(DraftReviewTest, mails_once_for_all_of_an_organization) {
    const auto first = approved();
    const auto second = approved("Welding II");
    const auto other = approved_by_school();
    EXPECT_EQ(told(publish({first.ctid, other.ctid, second.ctid})), "3 done");
    auto mails = mail_of(MailKind::draft_published);
    std::ranges::sort(mails, {}, &Mail::to_address);
    ASSERT_THAT(mails, SizeIs(2)) << "viewers are not told";
    EXPECT_EQ(mails[0].to_address, "office@harbor.example");
    EXPECT_EQ(mails[0].facts.at("count"), "2");
    EXPECT_EQ(mails[0].facts.at("organization"), "Harbor College");
    EXPECT_FALSE(mails[0].facts.contains("draft"));
    EXPECT_EQ(mails[1].to_address, "office@ridge.example");
    EXPECT_EQ(mails[1].facts.at("draft"), "Cooking");
    EXPECT_FALSE(mails[1].facts.contains("count"));
}

TEST_P(DraftReviewTest, publishes_many_in_portions_with_one_mail) {
    multiply(saved(), portion_size);
    const auto all = static_cast<std::int64_t>(portion_size) + 1;
    EXPECT_EQ(drafts.approve_all(ada, own.id, Kind::credentials)->count, all);
    std::vector<Ctid> ctids;
    const auto page = drafts.waiting(clerk(), {.offset = 0, .count = 1'000}).value();
    for (const auto& waiting : page.items) ctids.push_back(waiting.draft.ctid);
    EXPECT_EQ(publish(ctids)->count, all);
    EXPECT_EQ(drafts.count(own, own.id)->published, all);
    const auto mails = mail_of(MailKind::draft_published);
    ASSERT_THAT(mails, SizeIs(1));
    EXPECT_EQ(mails[0].facts.at("count"), std::to_string(all));
}

TEST_P(DraftReviewTest, sends_back_with_a_reason) {
    const auto draft = approved();
    EXPECT_EQ(refusal_of(drafts.send_back(nobody(), draft.ctid, "why")), "forbidden");
    EXPECT_EQ(refusal_of(drafts.send_back(clerk(), draft.ctid, " \n")),
              "invalid: reason is required");
    EXPECT_EQ(refusal_of(drafts.send_back(clerk(), draft.ctid,
                                          std::string(draft_reason_length_max + 1, 'r'))),
              "invalid: reason must be at most 2000 characters");
    EXPECT_EQ(refusal_of(drafts.send_back(clerk(), ctid('9'), "why")), waits_no_longer);

    ASSERT_TRUE(drafts.send_back(clerk(), draft.ctid, " Its page\nis gone. "));
    const auto returned = now(draft);
    EXPECT_EQ(standing_of(returned), "returned");
    EXPECT_EQ(returned.reason, "Its page\nis gone.");
    EXPECT_EQ(returned.waits_since, std::nullopt);
    EXPECT_THAT(event_types_of(own), ElementsAre("draft.approved", "draft.returned"));
    EXPECT_EQ(events_of(own).back().actor, clerk().name());
    const auto mails = mail_of(MailKind::draft_sent_back);
    ASSERT_THAT(mails, SizeIs(1)) << "to who approved it, and nobody else";
    EXPECT_EQ(mails[0].to_address, "ada@quay.example");
    EXPECT_EQ(mails[0].facts.at("reason"), "Its page\nis gone.");
    EXPECT_EQ(mails[0].facts.at("draft"), "Welding I");
    EXPECT_EQ(refusal_of(drafts.send_back(clerk(), draft.ctid, "again")), waits_no_longer);

    const auto edited = save(ada, credential("Welding II"), draft.ctid, 1);
    ASSERT_TRUE(edited);
    EXPECT_EQ(standing_of(edited->draft), "editing");
    EXPECT_EQ(edited->draft.reason, "Its page\nis gone.") << "what is to be mended";
    EXPECT_EQ(told(approve(ada, draft.ctid)), "1 done");
    EXPECT_EQ(now(draft).reason, "");
}

TEST_P(DraftReviewTest, tells_the_publishers_where_a_program_approved_what_is_sent_back) {
    const auto draft = saved();
    EXPECT_EQ(told(approve(own, draft.ctid)), "1 done");
    ASSERT_TRUE(drafts.send_back(clerk(), draft.ctid, "why"));
    EXPECT_THAT(recipients(MailKind::draft_sent_back), ElementsAre("office@harbor.example"));
}

TEST_P(DraftReviewTest, what_is_taken_out_is_a_tombstone_and_stays_a_draft) {
    const auto draft = published();
    EXPECT_EQ(refusal_of(drafts.unpublish(own, own.id, draft.ctid, 2)),
              "conflict: version is another by now");
    EXPECT_EQ(refusal_of(drafts.unpublish(with_rights(own, all_but_delete), own.id, draft.ctid, 1)),
              "forbidden");
    const auto taken_out = drafts.unpublish(ada, own.id, draft.ctid, 1);
    ASSERT_TRUE(taken_out) << refusal_of(taken_out);
    EXPECT_EQ(standing_of(*taken_out), "unpublished");
    EXPECT_EQ(taken_out->published_version, std::nullopt);
    EXPECT_EQ(*taken_out, now(draft));
    EXPECT_EQ(name_shown(draft.ctid), "gone");
    EXPECT_EQ(event_types_of(own).back(), "draft.unpublished");
    EXPECT_EQ(refusal_of(drafts.unpublish(ada, own.id, draft.ctid, 1)),
              "conflict: standing is not public");
    EXPECT_EQ(refusal_of(drafts.discard(ada, own.id, draft.ctid, 1)), "nothing");
}

TEST_P(DraftReviewTest, what_is_taken_out_no_longer_waits) {
    const auto draft = published();
    ASSERT_TRUE(save(ada, credential("Welding II"), draft.ctid, 1));
    EXPECT_EQ(told(approve(ada, draft.ctid)), "1 done");
    ASSERT_TRUE(drafts.unpublish(ada, own.id, draft.ctid, 2));
    EXPECT_EQ(drafts.waiting(clerk(), {})->total, 0);
}

TEST_P(DraftReviewTest, what_was_taken_out_by_another_way_can_be_taken_out_here_too) {
    const auto draft = published();
    ASSERT_TRUE(resources.remove(own, draft.ctid));
    const auto taken_out = drafts.unpublish(ada, own.id, draft.ctid, 1);
    ASSERT_TRUE(taken_out) << refusal_of(taken_out);
    EXPECT_EQ(standing_of(*taken_out), "unpublished");
}

TEST_P(DraftReviewTest, webhooks_are_told_of_drafts_only_where_they_ask_for_it) {
    state_webhook(own);
    const auto waiting = deliveries_waiting();
    const auto draft = published();
    ASSERT_TRUE(drafts.unpublish(ada, own.id, draft.ctid, 1));
    EXPECT_EQ(deliveries_waiting(), waiting);
    state_webhook(own, {"draft.published"});
    const auto asked = deliveries_waiting();
    published("Welding II");
    EXPECT_EQ(deliveries_waiting(), asked + 1);
}

}  // namespace

}  // namespace cartulary
