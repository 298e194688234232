#include "operations/bulk_uploads.h"

#include "operations/bulk_for_test.h"

namespace cartulary {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

using BulkUploadsTest = BulkTest;
INSTANTIATE_TEST_SUITE_P(EveryDatabase, BulkUploadsTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(BulkUploadsTest, a_table_becomes_drafts_when_it_is_saved) {
    const auto upload = read(heading + row("W-1") + row("W-2", "Welding II"));
    ASSERT_TRUE(upload) << refusal_of(upload);
    EXPECT_THAT(problems_of(*upload), IsEmpty());
    EXPECT_EQ(upload->state, BulkState::preview);
    EXPECT_EQ(counts(*upload), "2 rows, 2 things: 2 added, 0 updated, 0 unchanged, 0 failed");
    EXPECT_EQ(upload->bytes_read, upload->bytes);
    EXPECT_EQ(upload->heading.front(), "External Identifier");
    EXPECT_EQ(drafts.count(ada, own.id)->editing, 0) << "nothing is saved yet";

    const auto saved = save(*upload);
    ASSERT_TRUE(saved) << refusal_of(saved);
    EXPECT_EQ(saved->state, BulkState::saved);
    EXPECT_EQ(counts(*saved), counts(*upload));
    const auto kept = draft("W-2");
    EXPECT_EQ(kept.name, "Welding II");
    EXPECT_EQ(kept.type, "ceterms:Certificate");
    EXPECT_EQ(kept.method, PublishMethod::table);
    EXPECT_EQ(kept.standing, DraftStanding::editing);
    EXPECT_EQ(kept.problem_count, 0);
    EXPECT_EQ(kept.actor, ada.acts_as);
    EXPECT_TRUE(kept.ctid.is_random());
    EXPECT_EQ(drafts.list(ada, own.id, {.text = "weld"}, {})->total, 2) << "found by its words";
    EXPECT_THAT(told(approve(ada, kept.ctid)), "1 done");
}

TEST_P(BulkUploadsTest, the_same_table_again_changes_nothing) {
    const auto table = heading + row("W-1") + row("W-2");
    saved_table(table);
    const auto before = draft("W-1");
    EXPECT_EQ(told(approve(ada, before.ctid)), "1 done");
    const auto again = saved_table(table);
    EXPECT_EQ(counts(again), "2 rows, 2 things: 0 added, 0 updated, 2 unchanged, 0 failed");
    EXPECT_EQ(draft("W-1").version, before.version);
    EXPECT_EQ(draft("W-1").standing, DraftStanding::approved);
}

TEST_P(BulkUploadsTest, a_change_is_a_version_that_must_be_approved_again) {
    saved_table(heading + row("W-1") + row("W-2"));
    const auto before = draft("W-1");
    EXPECT_EQ(told(approve(ada, before.ctid)), "1 done");
    under_test.pass(std::chrono::minutes(1));
    const auto changed = saved_table(heading + row("W-1", "Welding for all") + row("W-2"));
    EXPECT_EQ(counts(changed), "2 rows, 2 things: 0 added, 1 updated, 1 unchanged, 0 failed");
    const auto after = draft("W-1");
    EXPECT_EQ(after.ctid, before.ctid);
    EXPECT_EQ(after.version, before.version + 1);
    EXPECT_EQ(after.name, "Welding for all");
    EXPECT_EQ(after.standing, DraftStanding::editing);
    EXPECT_EQ(after.waits_since, std::nullopt);
    EXPECT_EQ(after.created_at, before.created_at);
    EXPECT_EQ(after.updated_at, under_test.now());
}

TEST_P(BulkUploadsTest, a_row_of_a_draft_says_only_what_it_changes) {
    saved_table(heading + row("W-1"));
    const auto changed = saved_table(
        "External Identifier,Owned By,Credential Name,Keywords\nW-1,,Welding I,steel|heat\n");
    EXPECT_EQ(counts(changed), "1 rows, 1 things: 0 added, 1 updated, 0 unchanged, 0 failed");
    const auto entry = ctdl::templates::entry_of_text(draft("W-1").entry);
    EXPECT_THAT(entry.fields.at("Keyword"), ElementsAre("steel", "heat"));
    EXPECT_THAT(entry.fields.at("SubjectWebpage"), ElementsAre("https://harbor.example/welding"));
}

TEST_P(BulkUploadsTest, one_row_with_a_problem_keeps_all_from_being_saved) {
    const auto upload = read(heading + row("W-1") + "W-2,,same as owner,,,,no address,,\n");
    ASSERT_TRUE(upload) << refusal_of(upload);
    EXPECT_EQ(counts(*upload), "2 rows, 2 things: 1 added, 0 updated, 0 unchanged, 1 failed");
    EXPECT_THAT(problems_of(*upload), testing::IsSupersetOf({"3: Credential Name is required",
                                                             "3: Credential Type is required",
                                                             "3: Description is required"}));
    EXPECT_EQ(refusal_of(save(*upload)), "conflict");
    EXPECT_EQ(drafts.count(ada, own.id)->editing, 0);
    const auto saved = save(*upload, true);
    ASSERT_TRUE(saved) << refusal_of(saved);
    EXPECT_EQ(drafts.count(ada, own.id)->editing, 1);
    const auto left = uploads.rows(ada, own.id, upload->id, false, {});
    ASSERT_THAT(left->items, SizeIs(1)) << "what was saved is forgotten, what was not can be read";
    EXPECT_EQ(left->items.front().row, 3);
    EXPECT_EQ(refusal_of(save(*upload, true)), "conflict") << "it is saved already";
}

TEST_P(BulkUploadsTest, rows_are_shown_with_their_problems_at_the_cell) {
    const auto upload = read(heading + row("W-1") + row("W-2", "") + row("W-3"));
    ASSERT_TRUE(upload) << refusal_of(upload);
    const auto all = uploads.rows(ada, own.id, upload->id, false, {.offset = 1, .count = 2});
    ASSERT_TRUE(all);
    EXPECT_EQ(all->total, 3);
    ASSERT_THAT(all->items, SizeIs(2));
    const auto& shown = all->items.front();
    EXPECT_EQ(shown.row, 3);
    EXPECT_EQ(shown.outcome, BulkOutcome::failed);
    ASSERT_THAT(shown.problems, SizeIs(1));
    EXPECT_EQ(shown.problems.front().column, 3U);
    EXPECT_EQ(shown.problems.front().text, "Credential Name is required");
    EXPECT_EQ(shown.cells.front(), "W-2");
    EXPECT_EQ(all->items.back().outcome, BulkOutcome::added);
    EXPECT_EQ(uploads.rows(ada, own.id, upload->id, true, {})->total, 1);
}

TEST_P(BulkUploadsTest, is_not_saved_over_what_others_did_meanwhile) {
    saved_table(heading + row("W-1") + row("W-2"));
    const auto upload = read(heading + row("W-1", "Welding for all") + row("W-3"));
    ASSERT_TRUE(upload) << refusal_of(upload);
    const auto meanwhile = draft("W-1");
    const auto entry = credential("Welding for many");
    ASSERT_TRUE(DraftsTest::save(own, entry, meanwhile.ctid, meanwhile.version, "W-1"));
    EXPECT_EQ(refusal_of(save(*upload)), "conflict: row 2 is of a draft that was changed");
    EXPECT_EQ(draft("W-1").name, "Welding for many");
    EXPECT_EQ(drafts.count(ada, own.id)->editing, 2);

    const auto another = read(heading + row("W-4"));
    ASSERT_TRUE(DraftsTest::save(own, entry, {}, 0, "W-4"));
    EXPECT_EQ(refusal_of(save(*another)), "conflict: row 2 is of a draft that was changed");
}

TEST_P(BulkUploadsTest, one_of_an_organization_is_read_at_a_time) {
    const auto begun = uploads.begin(ada, own.id, {Kind::credentials, "a.csv", heading});
    ASSERT_TRUE(begun) << refusal_of(begun);
    EXPECT_EQ(begun->state, BulkState::reading);
    uploads.stop();
    write([&](Transaction& transaction) {
        auto upload = bulk_uploads::find(transaction, begun->id).value();
        upload.state = BulkState::reading;
        bulk_uploads::replace(transaction, upload);
    });
    const auto second = uploads.begin(ada, own.id, {Kind::credentials, "b.csv", heading});
    EXPECT_EQ(refusal_of(second), "limited");
    EXPECT_NE(second.error().retry, std::nullopt);
}

TEST_P(BulkUploadsTest, what_was_being_read_is_read_on_after_a_restart) {
    uploads.stop();  // so that nobody reads it
    const auto begun =
        uploads.begin(ada, own.id, {Kind::credentials, "a.csv", heading + row("W-1")});
    ASSERT_TRUE(begun) << refusal_of(begun);
    EXPECT_EQ(uploads.get(ada, own.id, begun->id)->state, BulkState::reading);
    under_test.pass(std::chrono::minutes(5));
    BulkUploads after_restart(registry());
    after_restart.resume();
    after_restart.wait_for(begun->id);
    const auto upload = after_restart.get(ada, own.id, begun->id);
    EXPECT_EQ(upload->state, BulkState::preview) << upload->problem;
    EXPECT_EQ(upload->added, 1);
}

TEST_P(BulkUploadsTest, a_file_that_did_not_come_whole_is_refused) {
    uploads.stop();
    const auto begun =
        uploads.begin(ada, own.id, {Kind::credentials, "a.csv", heading + row("W-1")});
    ASSERT_TRUE(begun) << refusal_of(begun);
    write([&](Transaction& transaction) {
        bulk_rows::forget_file(transaction, begun->id);
        bulk_uploads::add_piece(transaction, begun->id, 0, heading + row("W-1"));
    });
    under_test.pass(std::chrono::minutes(5));
    BulkUploads after_restart(registry());
    after_restart.resume();
    after_restart.wait_for(begun->id);
    const auto upload = after_restart.get(ada, own.id, begun->id);
    EXPECT_EQ(upload->problem, "the file did not come whole; upload it again");
}

TEST_P(BulkUploadsTest, what_cannot_be_read_to_its_end_is_given_up_after_some_attempts) {
    uploads.stop();
    const auto begun =
        uploads.begin(ada, own.id, {Kind::credentials, "a.csv", heading + row("W-1")});
    write([&](Transaction& transaction) {
        for (int attempt = 0; attempt < 3; ++attempt) {
            bulk_uploads::take(transaction, begun->id, under_test.now(), under_test.now(), true);
        }
    });
    BulkUploads after_restart(registry());
    under_test.pass(std::chrono::minutes(5));
    after_restart.resume();
    after_restart.wait_for(begun->id);
    EXPECT_THAT(after_restart.get(ada, own.id, begun->id)->problem,
                StartsWith("the file could not be read to its end"));
}

TEST_P(BulkUploadsTest, can_be_given_up_until_it_is_saved) {
    const auto upload = read(heading + row("W-1"));
    ASSERT_TRUE(uploads.give_up(ada, own.id, upload->id));
    EXPECT_EQ(uploads.get(ada, own.id, upload->id)->state, BulkState::given_up);
    EXPECT_EQ(uploads.rows(ada, own.id, upload->id, false, {})->total, 0);
    EXPECT_EQ(refusal_of(save(*upload)), "conflict");
    const auto saved = saved_table(heading + row("W-1"));
    EXPECT_EQ(refusal_of(uploads.give_up(ada, own.id, saved.id)), "conflict");
}

TEST_P(BulkUploadsTest, the_oldest_preview_gives_way_to_a_new_one) {
    const auto first = read(heading + row("W-1"));
    for (int i = 0; i < bulk_previews_max; ++i) {
        under_test.pass(std::chrono::minutes(1));
        ASSERT_TRUE(read(heading + row("W-1")));
    }
    EXPECT_EQ(refusal_of(uploads.get(ada, own.id, first->id)), "not_found");
    EXPECT_THAT(*uploads.list(ada, own.id), SizeIs(static_cast<std::size_t>(bulk_previews_max)));
}

TEST_P(BulkUploadsTest, is_forgotten_after_a_week) {
    const auto upload = read(heading + row("W-1"));
    uploads.forget_old();
    EXPECT_TRUE(uploads.get(ada, own.id, upload->id));
    under_test.pass(bulk_uploads_kept + std::chrono::hours(1));
    EXPECT_THAT(*uploads.list(ada, own.id), IsEmpty());
    uploads.forget_old();
    EXPECT_EQ(refusal_of(uploads.get(ada, own.id, upload->id)), "not_found");
}

TEST_P(BulkUploadsTest, the_file_of_problems_can_be_mended_and_uploaded) {
    const auto upload = read(heading + row("W-1") + row("=W-2", "") + row("W-3"));
    const auto file = whole(uploads.problems(ada, own.id, upload->id).value());
    EXPECT_THAT(file, StartsWith("\xEF\xBB\xBFProblems,External Identifier,"));
    EXPECT_THAT(file, AllOf(HasSubstr("Row: 3. Credential Name is required,'=W-2,"),
                            Not(HasSubstr("W-3"))));
    auto mended = file;
    mended.replace(mended.find("owner,,"), 7, "owner,Mended,");
    const auto again = read(mended);
    EXPECT_THAT(problems_of(*again), IsEmpty());
    ASSERT_TRUE(save(*again));
    EXPECT_EQ(draft("=W-2").name, "Mended");
}

TEST_P(BulkUploadsTest, is_for_those_who_may_write_for_the_organization) {
    const std::string table = heading + row("W-1");
    const auto reader = with_rights(ada, nothing_but_read);
    const BulkUploads::File file{Kind::credentials, "a.csv", table};
    EXPECT_EQ(refusal_of(uploads.begin(reader, own.id, file)), "forbidden");
    EXPECT_EQ(refusal_of(uploads.begin(stranger, own.id, file)), "not_found");
    const auto upload = read(table);
    EXPECT_TRUE(uploads.get(reader, own.id, upload->id));
    EXPECT_TRUE(uploads.download(reader, own.id, Kind::credentials));
    EXPECT_EQ(refusal_of(uploads.save(reader, own.id, upload->id, false)), "forbidden");
    EXPECT_EQ(refusal_of(uploads.give_up(reader, own.id, upload->id)), "forbidden");
    EXPECT_EQ(refusal_of(uploads.get(stranger, own.id, upload->id)), "not_found");
    EXPECT_EQ(refusal_of(uploads.get(stranger, stranger.id, upload->id)), "not_found");
    EXPECT_EQ(refusal_of(uploads.rows(stranger, own.id, upload->id, false, {})), "not_found");
    EXPECT_EQ(refusal_of(uploads.problems(stranger, own.id, upload->id)), "not_found");
    EXPECT_EQ(refusal_of(uploads.save(stranger, own.id, upload->id, false)), "not_found");
    EXPECT_EQ(refusal_of(uploads.download(stranger, own.id, Kind::credentials)), "not_found");
    grant(own, stranger);
    const auto by_third_party = uploads.read_now(stranger, own.id, file);
    ASSERT_TRUE(by_third_party) << refusal_of(by_third_party);
    ASSERT_TRUE(uploads.save(stranger, own.id, by_third_party->id, false));
    EXPECT_EQ(draft("W-1").publisher, stranger.organization);
}

}  // namespace

}  // namespace cartulary
