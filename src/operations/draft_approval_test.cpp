#include "operations/draft_publishing.h"
#include "operations/drafts_for_test.h"
#include "store/told_resource.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class DraftApprovalTest : public DraftsTest {
protected:
    Result<Done> approve_all() { return drafts.approve_all(ada, own.id, Kind::credentials); }
    std::int64_t waiting() { return drafts.waiting(clerk(), {})->total; }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, DraftApprovalTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(DraftApprovalTest, lets_a_draft_wait_for_staff) {
    const auto draft = saved();
    under_test.pass(std::chrono::minutes(1));
    const auto wakes = under_test.wakes().webhooks;
    EXPECT_EQ(told(approve(ada, draft.ctid)), "1 done");
    const auto waits = now(draft);
    EXPECT_EQ(standing_of(waits), "approved");
    EXPECT_EQ(waits.version, 1);
    EXPECT_EQ(waits.approved_version, 1);
    EXPECT_EQ(waits.approver, ada.acts_as);
    EXPECT_EQ(waits.waits_since, under_test.now());
    EXPECT_EQ(waits.updated_at, draft.updated_at);
    EXPECT_EQ(name_shown(draft.ctid), "not_found") << "nothing is public yet";
    ASSERT_THAT(event_types_of(own), ElementsAre("draft.approved"));
    const auto event = events_of(own).front();
    EXPECT_EQ(event.actor, ada.acts_as);
    EXPECT_EQ(resources::in_snapshot(event.snapshot),
              (ToldResource{draft.ctid, "ceterms:Certificate", "Welding I", 1}));
    EXPECT_EQ(under_test.wakes().webhooks, wakes + 1);
    EXPECT_EQ(told(approve(ada, draft.ctid)),
              "0 done; Welding I: conflict: standing is approved already");
}

TEST_P(DraftApprovalTest, judges_anew) {
    const auto draft = saved(unfinished());
    const auto refused = approve(ada, draft.ctid);
    EXPECT_THAT(told(refused), HasSubstr("0 done; Welding I: invalid: "));
    EXPECT_THAT(told(refused), HasSubstr("Description is required"));
    EXPECT_EQ(now(draft), draft);
    EXPECT_THAT(events_of(own), IsEmpty());
}

TEST_P(DraftApprovalTest, of_one_that_is_refused_does_not_stop_the_others) {
    const auto good = saved();
    const auto bad = saved(unfinished("Welding II"));
    const std::vector ctids{bad.ctid, ctid('9'), good.ctid, good.ctid};
    const auto done = drafts.approve(ada, own.id, ctids);
    ASSERT_TRUE(done) << refusal_of(done);
    EXPECT_EQ(done->count, 1) << "what is named twice is one";
    EXPECT_EQ(done->left_count, 2);
    EXPECT_THAT(told(done), HasSubstr("; : not_found"));
    EXPECT_EQ(standing_of(now(good)), "approved");
}

TEST_P(DraftApprovalTest, names_so_many_at_most) {
    const std::vector<Ctid> most(Drafts::named_max, ctid('9'));
    EXPECT_EQ(told(drafts.approve(ada, own.id, most)), "0 done; : not_found");
    const std::vector<Ctid> more(Drafts::named_max + 1, ctid('9'));
    EXPECT_EQ(told(drafts.approve(ada, own.id, more)), "too_large");
    EXPECT_EQ(told(drafts.publish(clerk(), more)), "too_large");
}

TEST_P(DraftApprovalTest, needs_organizations_that_are_approved) {
    const auto draft = saved();
    grant(own, stranger);
    for (const auto status :
         {OrganizationStatus::draft, OrganizationStatus::submitted, OrganizationStatus::blocked}) {
        set_status(own, status);
        EXPECT_EQ(told(approve(ada, draft.ctid)), "forbidden") << name_of(status);
        EXPECT_EQ(told(approve_all()), "forbidden") << name_of(status);
        EXPECT_TRUE(save(ada, unfinished())) << "what is written can be kept";
    }
    set_status(own, OrganizationStatus::approved);
    set_status(stranger, OrganizationStatus::blocked);
    EXPECT_EQ(told(approve(stranger, draft.ctid)), "forbidden") << "the third party";
    EXPECT_EQ(told(approve(ada, draft.ctid)), "1 done");
}

TEST_P(DraftApprovalTest, is_gone_with_an_edit) {
    const auto draft = approved();
    const auto edited = save(ada, credential("Welding II"), draft.ctid, 1);
    ASSERT_TRUE(edited) << refusal_of(edited);
    EXPECT_EQ(standing_of(edited->draft), "editing");
    EXPECT_EQ(edited->draft.approved_version, 1) << "which was another one";
    EXPECT_EQ(edited->draft.waits_since, std::nullopt);
    EXPECT_EQ(waiting(), 0);
    EXPECT_EQ(told(publish({draft.ctid})),
              "0 done; : conflict: standing does not wait to be published");
    EXPECT_EQ(told(approve(ada, draft.ctid)), "1 done");
    EXPECT_EQ(now(draft).approved_version, 2);
}

TEST_P(DraftApprovalTest, an_edit_of_what_is_public_needs_approval_again) {
    const auto draft = published();
    ASSERT_TRUE(save(ada, credential("Welding II"), draft.ctid, 1));
    const auto edited = now(draft);
    EXPECT_EQ(standing_of(edited), "editing");
    EXPECT_EQ(edited.published_version, 1) << "which is public meanwhile";
    EXPECT_EQ(name_shown(draft.ctid), "Welding I");
    EXPECT_EQ(told(approve(ada, draft.ctid)), "1 done");
    EXPECT_EQ(name_shown(draft.ctid), "Welding I");
    EXPECT_EQ(told(publish({draft.ctid})), "1 done");
    EXPECT_EQ(name_shown(draft.ctid), "Welding II");
    EXPECT_EQ(now(draft).published_version, 2);
    EXPECT_EQ(told(approve(ada, draft.ctid)),
              "0 done; Welding II: conflict: standing is published already");
}

TEST_P(DraftApprovalTest, publishes_at_once_where_the_organization_is_trusted) {
    set_trusted(own, true);
    const auto draft = saved();
    EXPECT_EQ(told(approve(ada, draft.ctid)), "1 done");
    const auto shown = now(draft);
    EXPECT_EQ(standing_of(shown), "published");
    EXPECT_EQ(shown.approved_version, 1);
    EXPECT_EQ(shown.published_version, 1);
    EXPECT_EQ(shown.approver, ada.acts_as);
    EXPECT_EQ(shown.waits_since, std::nullopt);
    EXPECT_EQ(waiting(), 0);
    EXPECT_EQ(name_shown(draft.ctid), "Welding I");
    EXPECT_THAT(event_types_of(own),
                ElementsAre("draft.approved", "resource.published", "draft.published"));
    const auto version = resources.history(draft.ctid)->front();
    EXPECT_EQ(version.method, PublishMethod::form);
    EXPECT_EQ(version.actor, ada.acts_as);
    EXPECT_THAT(mail_of(MailKind::draft_published), IsEmpty()) << "they did it themselves";
}

TEST_P(DraftApprovalTest, publishes_at_once_where_the_third_party_is_trusted) {
    grant(own, stranger);
    const auto draft = save(stranger, credential())->draft;
    EXPECT_EQ(draft.publisher, stranger.organization);
    EXPECT_EQ(told(approve(stranger, draft.ctid)), "1 done");
    EXPECT_EQ(standing_of(now(draft)), "published");
    const auto known = resources.known(draft.ctid).value();
    EXPECT_EQ(known.owner, own.id);
    EXPECT_EQ(known.publisher, stranger.id);

    set_trusted(stranger, false);
    const auto waits = save(stranger, credential("Welding II"))->draft;
    EXPECT_EQ(told(approve(stranger, waits.ctid)), "1 done");
    EXPECT_EQ(standing_of(now(waits)), "approved");
}

TEST_P(DraftApprovalTest, publishes_what_waits_already_once_the_organization_is_trusted) {
    const auto draft = approved();
    set_trusted(own, true);
    EXPECT_EQ(told(approve(ada, draft.ctid)), "1 done");
    EXPECT_EQ(standing_of(now(draft)), "published");
    EXPECT_EQ(waiting(), 0);
}

TEST_P(DraftApprovalTest, is_possible_again_of_what_was_taken_out) {
    const auto draft = published();
    ASSERT_TRUE(drafts.unpublish(own, own.id, draft.ctid, 1));
    EXPECT_EQ(told(approve(ada, draft.ctid)), "1 done");
    EXPECT_EQ(told(publish({draft.ctid})), "1 done");
    EXPECT_EQ(name_shown(draft.ctid), "Welding I");
    ASSERT_TRUE(resources.remove(own, draft.ctid)) << "by another way";
    EXPECT_EQ(told(approve(ada, draft.ctid)), "1 done");
}

TEST_P(DraftApprovalTest, of_a_ctid_that_became_another_s_is_refused) {
    const auto draft = saved();
    ASSERT_TRUE(ResourcesTest::publish(stranger, certificate(draft.ctid, stranger)));
    EXPECT_EQ(told(approve(ada, draft.ctid)),
              "0 done; Welding I: invalid: CTID belongs to another organization");
}

TEST_P(DraftApprovalTest, of_a_ctid_that_waits_for_another_organization_is_refused) {
    const auto draft = approved();
    set_trusted(stranger, false);
    const auto rival = drafts.save(
        stranger, stranger.id,
        {.kind = Kind::credentials, .ctid = draft.ctid, .entry = credential("Welding II")});
    ASSERT_TRUE(rival) << "what others write is nobody's business";
    EXPECT_EQ(told(drafts.approve(stranger, stranger.id, std::vector{draft.ctid})),
              "0 done; Welding II: conflict: ctid is used by another organization, which waits");
}

TEST_P(DraftApprovalTest, of_all_takes_what_is_being_edited_in_portions) {
    multiply(saved(), 2 * portion_size);
    constexpr auto all = static_cast<std::int64_t>(2 * portion_size + 1);
    multiply(saved(unfinished("Welding II")), 20);
    const auto returned = approved("Sent back");
    ASSERT_TRUE(drafts.send_back(clerk(), returned.ctid, "why"));
    ASSERT_TRUE(drafts.save(ada, own.id, {.kind = Kind::assessments, .entry = unfinished()}));
    const auto done = approve_all();
    ASSERT_TRUE(done) << refusal_of(done);
    EXPECT_EQ(done->count, all);
    EXPECT_EQ(done->left_count, 21);
    EXPECT_THAT(done->left, SizeIs(21));
    EXPECT_EQ(standing_of(now(returned)), "returned") << "it is for people to say that again";
    EXPECT_EQ(waiting(), all);
    EXPECT_EQ(told(approve(ada, returned.ctid)), "1 done");
}

TEST_P(DraftApprovalTest, tells_so_many_that_are_left) {
    multiply(saved(unfinished()), Drafts::left_max);
    const auto done = approve_all();
    ASSERT_TRUE(done);
    EXPECT_EQ(done->count, 0);
    EXPECT_EQ(done->left_count, static_cast<std::int64_t>(Drafts::left_max) + 1);
    EXPECT_THAT(done->left, SizeIs(Drafts::left_max));
}

TEST_P(DraftApprovalTest, is_nothing_for_locations) {
    Entry place;
    place.fields["Name"] = {"Main Campus"};
    place.fields["City"] = {"Portland"};
    place.fields["Country"] = {"United States"};
    const auto kept = drafts.save(ada, own.id, {.kind = Kind::locations, .entry = place});
    ASSERT_TRUE(kept) << refusal_of(kept);
    EXPECT_EQ(kept->draft.problem_count, 0);
    EXPECT_EQ(told(approve(ada, kept->draft.ctid)), "0 done; Main Campus: invalid");
    EXPECT_EQ(told(drafts.approve_all(ada, own.id, Kind::locations)), "invalid");
}

}  // namespace

}  // namespace cartulary
