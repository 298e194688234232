#include <gmock/gmock.h>

#include "store/bulk_drafts.h"
#include "store/bulk_rows.h"
#include "store/bulk_uploads.h"
#include "store/contract/store_contract_for_test.h"
#include "store/drafts.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Timestamp at(int minutes) {
    return timestamp(1'700'000'000'000) + std::chrono::minutes(minutes);
}

Uuid id(const std::string& name) {
    return Uuid::named(url_namespace, name);
}

class BulkUploadsContract : public StoreContract {
protected:
    BulkUpload upload(const std::string& name, int minute = 0) {
        BulkUpload one{.id = id(name),
                       .organization = owner.number,
                       .kind = "credentials",
                       .file_name = "Schüler \"1\".csv",
                       .bytes = 1'000,
                       .actor = "person:ada",
                       .created_at = at(minute)};
        write([&](Transaction& transaction) { bulk_uploads::insert(transaction, one); });
        return one;
    }
    std::optional<BulkUpload> found(const Uuid& upload_id) {
        return store().read(
            [&](Transaction& transaction) { return bulk_uploads::find(transaction, upload_id); });
    }
    void set_state(BulkUpload one, BulkState state) {
        one.state = state;
        write([&](Transaction& transaction) { bulk_uploads::replace(transaction, one); });
    }

    Draft draft(const std::string& name, const std::string& identifier,
                const std::string& kind = "credentials") {
        Draft one{.ctid = Ctid(id(name)),
                  .organization = owner.number,
                  .kind = kind,
                  .type = "",
                  .external_identifier = identifier,
                  .name = name,
                  .entry = "{\"of\":\"" + name + "\"}",
                  .actor = "person:ada",
                  .created_at = at(0),
                  .updated_at = at(0)};
        write(
            [&](Transaction& transaction) { ASSERT_TRUE(drafts::insert(transaction, one, name)); });
        return one;
    }
    std::optional<Draft> found_draft(const std::string& name) {
        return store().read([&](Transaction& transaction) {
            return drafts::find(transaction, owner.number, Ctid(id(name)));
        });
    }

    static BulkThing thing(std::int64_t number, const std::string& name, BulkOutcome outcome,
                           std::int64_t base_version = 0) {
        return {.thing = number,
                .id = id(name),
                .outcome = outcome,
                .type = "ceterms:Certificate",
                .external_identifier = "X-" + name,
                .name = name,
                .words = name,
                .entry = "{}",
                .problem_count = 2,
                .base_version = base_version};
    }
    void add(const BulkUpload& one, const std::vector<BulkRow>& rows,
             const std::vector<BulkThing>& things) {
        write([&](Transaction& transaction) {
            bulk_rows::insert(transaction, one.id, std::span<const BulkRow>(rows));
            bulk_rows::insert(transaction, one.id, std::span<const BulkThing>(things));
        });
    }
    std::vector<std::int64_t> overtaken(const BulkUpload& one) {
        return store().read([&](Transaction& transaction) {
            return bulk_drafts::rows_overtaken(transaction, one, 10);
        });
    }

    const Organization owner = stored(store(), college(1));
    const Organization other = stored(store(), college(2));
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, BulkUploadsContract,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(BulkUploadsContract, finds_an_upload_as_it_was_stored) {
    auto one = upload("a");
    EXPECT_EQ(found(one.id), one);
    one.state = BulkState::saved;
    one.heading = {"Name, first", "\"Title\""};
    one.bytes_read = 900;
    one.rows_read = 7;
    one.things = 6;
    one.added = 1;
    one.updated = 2;
    one.unchanged = 3;
    one.failed = 4;
    one.milliseconds = 1'234;
    one.problem = "what?";
    one.ended_at = at(3);
    write([&](Transaction& transaction) { bulk_uploads::replace(transaction, one); });
    EXPECT_EQ(found(one.id), one);
    reopen();
    EXPECT_EQ(found(one.id), one);
    EXPECT_EQ(found(id("b")), std::nullopt);
}

TEST_P(BulkUploadsContract, lists_those_of_an_organization_newest_first) {
    const auto first = upload("a", 1);
    const auto second = upload("b", 2);
    store().read([&](Transaction& transaction) {
        EXPECT_THAT(bulk_uploads::list(transaction, owner.number, at(0)),
                    ElementsAre(second, first));
        EXPECT_THAT(bulk_uploads::list(transaction, owner.number, at(2)), ElementsAre(second));
        EXPECT_THAT(bulk_uploads::list(transaction, other.number, at(0)), IsEmpty());
        EXPECT_THAT(bulk_uploads::begun_before(transaction, at(2)), ElementsAre(first.id));
        return 0;
    });
}

TEST_P(BulkUploadsContract, one_reads_a_file_at_a_time_and_says_so) {
    const auto one = upload("a");
    write([&](Transaction& transaction) {
        const auto reading = bulk_uploads::count_reading(transaction, other.number);
        EXPECT_EQ(reading.all, 1);
        EXPECT_EQ(reading.own, 0);
        EXPECT_EQ(bulk_uploads::take(transaction, one.id, at(1), at(3), false), 1);
        EXPECT_EQ(bulk_uploads::take(transaction, one.id, at(2), at(4), false), std::nullopt);
        EXPECT_TRUE(bulk_uploads::go_on(transaction, one, 1, at(5)));
        EXPECT_EQ(bulk_uploads::take(transaction, one.id, at(4), at(6), false), std::nullopt);
        EXPECT_EQ(bulk_uploads::take(transaction, one.id, at(4), at(6), true), 2);
        EXPECT_FALSE(bulk_uploads::go_on(transaction, one, 1, at(7))) << "another took it";
        EXPECT_TRUE(bulk_uploads::go_on(transaction, one, 2, at(7)));
        EXPECT_THAT(bulk_uploads::being_read(transaction), SizeIs(1));
        bulk_uploads::let_go(transaction, one.id, 1);
        EXPECT_EQ(bulk_uploads::take(transaction, one.id, at(6), at(9), false), std::nullopt);
        bulk_uploads::let_go(transaction, one.id, 2);
        EXPECT_EQ(bulk_uploads::take(transaction, one.id, at(6), at(9), false), 2);
    });
    set_state(one, BulkState::given_up);
    write([&](Transaction& transaction) {
        EXPECT_FALSE(bulk_uploads::go_on(transaction, one, 2, at(9)));
        EXPECT_EQ(bulk_uploads::take(transaction, one.id, at(99), at(100), true), std::nullopt);
        EXPECT_THAT(bulk_uploads::being_read(transaction), IsEmpty());
        EXPECT_EQ(bulk_uploads::count_reading(transaction, owner.number).all, 0);
    });
}

TEST_P(BulkUploadsContract, keeps_a_file_in_pieces_of_any_bytes) {
    const auto one = upload("a");
    const std::string bytes("\x00\xFF'\n", 4);
    write([&](Transaction& transaction) {
        bulk_uploads::add_piece(transaction, one.id, 0, bytes);
        bulk_uploads::add_piece(transaction, one.id, 1, "");
    });
    store().read([&](Transaction& transaction) {
        EXPECT_EQ(bulk_uploads::piece(transaction, one.id, 0), bytes);
        EXPECT_EQ(bulk_uploads::piece(transaction, one.id, 1), "");
        EXPECT_EQ(bulk_uploads::piece(transaction, one.id, 2), std::nullopt);
        return 0;
    });
    write([&](Transaction& transaction) { bulk_rows::forget_file(transaction, one.id); });
    store().read([&](Transaction& transaction) {
        EXPECT_EQ(bulk_uploads::piece(transaction, one.id, 0), std::nullopt);
        return 0;
    });
}

TEST_P(BulkUploadsContract, gives_rows_by_things_and_in_the_order_of_the_file) {
    const auto one = upload("a");
    const std::vector<BulkRow> rows = {
        {2, 1, {"a", "x,\"y\""}, {}},
        {3, 2, {"b"}, {{0, "Name is wrong"}, {BulkProblem::whole_row, "all is wrong"}}},
        {4, 1, {"a", ""}, {}},
        {5, std::nullopt, {""}, {{1, "what?"}}}};
    add(one, rows, {thing(1, "a", BulkOutcome::added), thing(2, "b", BulkOutcome::failed)});
    store().read([&](Transaction& transaction) {
        EXPECT_THAT(bulk_rows::of_things(transaction, one.id, 1, 2),
                    ElementsAre(rows[0], rows[2], rows[1]));
        EXPECT_THAT(bulk_rows::of_things(transaction, one.id, 2, 2), ElementsAre(rows[1]));
        const auto all = bulk_rows::list(transaction, one.id, false, {.offset = 1, .count = 3});
        EXPECT_EQ(all.total, 4);
        EXPECT_EQ(all.items.at(0).row, rows[1]);
        EXPECT_EQ(all.items.at(0).outcome, BulkOutcome::failed);
        EXPECT_EQ(all.items.at(1).outcome, BulkOutcome::added);
        EXPECT_EQ(all.items.at(2).outcome, std::nullopt);
        EXPECT_EQ(bulk_rows::list(transaction, one.id, true, {}).total, 2);
        EXPECT_THAT(bulk_rows::with_problems_after(transaction, one.id, 0, 1),
                    ElementsAre(rows[1]));
        EXPECT_THAT(bulk_rows::with_problems_after(transaction, one.id, 3, 9),
                    ElementsAre(rows[3]));
        return 0;
    });
    auto mended = rows[3];
    mended.problems.clear();
    write([&](Transaction& transaction) {
        bulk_rows::set_problems(transaction, one.id, mended);
        EXPECT_EQ(bulk_rows::list(transaction, one.id, true, {}).total, 1);
    });
}

TEST_P(BulkUploadsContract, forgets_what_need_not_stay) {
    const auto one = upload("a");
    const auto kept = upload("b");
    add(one, {{2, 1, {"a"}, {}}, {3, 2, {"b"}, {{0, "what?"}}}},
        {thing(1, "a", BulkOutcome::added), thing(2, "b", BulkOutcome::failed)});
    add(kept, {{2, 1, {"a"}, {}}}, {thing(1, "a", BulkOutcome::added)});
    const auto forget = [&](bulk_rows::Kept what) {
        bool has_more = true;
        for (int i = 0; has_more && i < 10; ++i) {
            write([&](Transaction& transaction) {
                has_more = bulk_rows::forget_some(transaction, one.id, what);
            });
        }
        EXPECT_FALSE(has_more);
    };
    const auto rows_of = [&](const BulkUpload& of) {
        return store().read([&](Transaction& transaction) {
            return bulk_rows::list(transaction, of.id, false, {}).total;
        });
    };
    forget(bulk_rows::Kept::problems);
    EXPECT_EQ(rows_of(one), 1);
    forget(bulk_rows::Kept::nothing);
    EXPECT_EQ(rows_of(one), 0);
    write([&](Transaction& transaction) { bulk_uploads::remove(transaction, one.id); });
    EXPECT_EQ(found(one.id), std::nullopt);
    EXPECT_EQ(rows_of(kept), 1);
    write([&](Transaction& transaction) { bulk_uploads::remove(transaction, kept.id); });
    EXPECT_EQ(rows_of(kept), 0) << "with all that is left of it";
}

TEST_P(BulkUploadsContract, tells_which_previews_are_too_many) {
    for (int i = 0; i < 4; ++i) set_state(upload(std::to_string(i), i), BulkState::preview);
    set_state(upload("saved", 9), BulkState::saved);
    store().read([&](Transaction& transaction) {
        EXPECT_THAT(bulk_uploads::previews_but(transaction, owner.number, 2),
                    ElementsAre(id("1"), id("0")));
        EXPECT_THAT(bulk_uploads::previews_but(transaction, owner.number, 9), IsEmpty());
        return 0;
    });
}

TEST_P(BulkUploadsContract, finds_many_drafts_at_once) {
    draft("a", "'1\"");
    draft("b", "");
    draft("c", "'1\"", "assessments");
    store().read([&](Transaction& transaction) {
        const std::vector<std::string> identifiers = {"'1\"", "2", "'1\""};
        const auto known =
            bulk_drafts::with_identifiers(transaction, owner.number, "credentials", identifiers);
        EXPECT_THAT(known, SizeIs(1));
        EXPECT_EQ(known.at(0).id, id("a"));
        const std::vector<Uuid> ids = {id("a"), id("c"), id("x")};
        EXPECT_THAT(bulk_drafts::known_with_ids(transaction, owner.number, ids), SizeIs(2));
        EXPECT_THAT(bulk_drafts::known_with_ids(transaction, other.number, ids), IsEmpty());
        const auto contents = bulk_drafts::with_ids(transaction, owner.number, ids);
        EXPECT_THAT(contents, SizeIs(2));
        for (const auto& content : contents) {
            EXPECT_EQ(content.entry, "{\"of\":\"" + content.name + "\"}");
            EXPECT_EQ(content.version, 1);
        }
        return 0;
    });
}

TEST_P(BulkUploadsContract, gives_drafts_in_the_order_of_their_own_identifiers) {
    draft("a", "2");
    draft("b", "");
    draft("c", "10");
    draft("d", "");
    draft("e", "1", "assessments");
    store().read([&](Transaction& transaction) {
        std::vector<std::string> identifiers;
        bulk_drafts::Place place;
        for (int i = 0; i < 4; ++i) {
            const auto page =
                bulk_drafts::after(transaction, owner.number, "credentials", place, 1);
            identifiers.push_back(page.at(0).external_identifier);
            place = {page[0].external_identifier, page[0].id};
        }
        EXPECT_THAT(identifiers, ElementsAre("", "", "10", "2"));
        EXPECT_THAT(bulk_drafts::after(transaction, owner.number, "credentials", place, 9),
                    IsEmpty());
        return 0;
    });
}

TEST_P(BulkUploadsContract, saves_what_was_added_and_updated_and_nothing_else) {
    auto known = draft("b", "B");
    known.standing = DraftStanding::approved;
    known.approved_version = 1;
    known.waits_since = at(1);
    write([&](Transaction& transaction) { ASSERT_TRUE(drafts::set_standing(transaction, known)); });
    const auto untouched = draft("c", "C");
    auto one = upload("u");
    one.publisher = other.number;
    add(one, {},
        {thing(1, "a", BulkOutcome::added), thing(2, "b", BulkOutcome::updated, 1),
         thing(3, "c", BulkOutcome::unchanged, 1), thing(4, "d", BulkOutcome::failed)});
    EXPECT_THAT(overtaken(one), IsEmpty());
    write([&](Transaction& transaction) {
        bulk_drafts::save(transaction, one, "person:grace", at(5));
    });
    const auto added = found_draft("a").value();
    EXPECT_EQ(added.version, 1);
    EXPECT_EQ(added.kind, "credentials");
    EXPECT_EQ(added.external_identifier, "X-a");
    EXPECT_EQ(added.method, PublishMethod::table);
    EXPECT_EQ(added.problem_count, 2);
    EXPECT_EQ(added.publisher, other.number);
    EXPECT_EQ(added.actor, "person:grace");
    EXPECT_EQ(added.created_at, at(5));
    const auto updated = found_draft("b").value();
    EXPECT_EQ(updated.version, 2);
    EXPECT_EQ(updated.standing, DraftStanding::editing);
    EXPECT_EQ(updated.approved_version, 1);
    EXPECT_EQ(updated.waits_since, std::nullopt);
    EXPECT_EQ(updated.created_at, at(0));
    EXPECT_EQ(updated.updated_at, at(5));
    EXPECT_EQ(found_draft("c"), untouched);
    EXPECT_EQ(found_draft("d"), std::nullopt);
    store().read([&](Transaction& transaction) {
        const auto by_word =
            drafts::list(transaction, owner.number, {.kind = {}, .standing = {}, .words = "a"}, {});
        EXPECT_EQ(by_word.total, 1);
        return 0;
    });
}

TEST_P(BulkUploadsContract, tells_the_rows_that_others_overtook) {
    draft("b", "B");
    draft("y", "X-d");
    const auto one = upload("u");
    const std::vector<BulkRow> rows = {
        {2, 1, {}, {}}, {3, 2, {}, {}}, {4, 2, {}, {}}, {5, 3, {}, {}}, {6, 4, {}, {}}};
    add(one, rows,
        {thing(1, "a", BulkOutcome::added), thing(2, "b", BulkOutcome::added),
         thing(3, "c", BulkOutcome::updated, 1), thing(4, "d", BulkOutcome::added)});
    EXPECT_THAT(overtaken(one), ElementsAre(3, 5, 6))
        << "one is there by now, one is gone, and one's own identifier is taken";
}

}  // namespace

}  // namespace cartulary
