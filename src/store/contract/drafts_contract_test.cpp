#include <algorithm>

#include "store/contract/store_contract_for_test.h"
#include "store/drafts.h"

namespace cartulary {

namespace {

using drafts::Filter;
using Names = std::vector<std::string>;

Timestamp at(int minutes) {
    return timestamp(1'700'000'000'000) + std::chrono::minutes(minutes);
}

Ctid ctid(const std::string& name) {
    return Ctid(Uuid::named(url_namespace, name));
}

// Something written of in this minute; the name is its words too.
Draft draft_of(const Organization& organization, const std::string& name, int minute = 1) {
    return {.ctid = ctid(name),
            .organization = organization.number,
            .kind = "credentials",
            .type = "ceterms:Certificate",
            .external_identifier = {},
            .name = name,
            .entry = R"({"fields":{"Name":["é"]}})",
            .actor = "person:1",
            .created_at = at(minute),
            .updated_at = at(minute)};
}

class DraftsContract : public StoreContract {
protected:
    Result<void> inserted(const Draft& draft) {
        return store().write([&](Transaction& transaction) {
            return drafts::insert(transaction, draft, draft.name);
        });
    }
    Result<void> replaced(const Draft& draft) {
        return store().write([&](Transaction& transaction) {
            return drafts::replace(transaction, draft, draft.name);
        });
    }
    Result<void> standing_set(const Draft& draft) {
        return store().write(
            [&](Transaction& transaction) { return drafts::set_standing(transaction, draft); });
    }
    std::optional<Draft> found(const Draft& draft) {
        return store().read([&](Transaction& transaction) {
            return drafts::find(transaction, draft.organization, draft.ctid);
        });
    }
    Page<Draft> page(const Filter& filter, const Slice& slice = {}) {
        return store().read([&](Transaction& transaction) {
            return drafts::list(transaction, first.number, filter, slice);
        });
    }
    Names names(const Filter& filter, const Slice& slice = {}) {
        Names listed;
        for (const auto& draft : page(filter, slice).items) listed.push_back(draft.name);
        return listed;
    }
    Page<Draft> waiting(const Slice& slice = {}) {
        return store().read(
            [&](Transaction& transaction) { return drafts::waiting(transaction, slice); });
    }

    static std::string field_of(const Result<void>& refused) {
        if (refused) return "nothing";
        EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
        return refused.error().fields.at(0).field;
    }

    const Organization first = stored(store(), college(1));
    const Organization second = stored(store(), college(2));
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, DraftsContract, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(DraftsContract, finds_a_draft_as_it_was_stored) {
    const auto least = draft_of(first, "pilot");
    auto whole = draft_of(first, "navigator");
    whole.external_identifier = "N-1";
    whole.method = PublishMethod::table;
    whole.standing = DraftStanding::returned;
    whole.problem_count = 3;
    whole.version = 4;
    whole.approved_version = 3;
    whole.published_version = 2;
    whole.publisher = second.number;
    whole.reason = "Its page is gone.";
    whole.approver = "person:2";
    whole.waits_since = at(5);
    ASSERT_TRUE(inserted(least));
    ASSERT_TRUE(inserted(whole));
    EXPECT_EQ(found(least), least);
    EXPECT_EQ(found(whole), whole);
    EXPECT_EQ(found(draft_of(second, "pilot")), std::nullopt);
    store().read([&](Transaction& transaction) {
        const auto by = [&](const Organization& organization, const char* kind, const char* text) {
            return drafts::find_by_identifier(transaction, organization.number, kind, text);
        };
        EXPECT_EQ(by(first, "credentials", "N-1"), whole);
        EXPECT_EQ(by(first, "credentials", "n-1"), std::nullopt);
        EXPECT_EQ(by(first, "credentials", ""), std::nullopt) << "none is no identifier";
        EXPECT_EQ(by(first, "assessments", "N-1"), std::nullopt);
        EXPECT_EQ(by(second, "credentials", "N-1"), std::nullopt);
        EXPECT_EQ(drafts::ctid_by_identifier(transaction, first.number, "credentials", "N-1"),
                  whole.ctid);
        return 0;
    });
}

TEST_P(DraftsContract, an_identifier_is_one_draft_s_within_an_organization_and_a_kind) {
    auto draft = draft_of(first, "navigator");
    draft.external_identifier = "N-1";
    ASSERT_TRUE(inserted(draft));
    auto another = draft_of(first, "pilot");
    another.external_identifier = "N-1";
    EXPECT_EQ(field_of(inserted(another)), "external_identifier");
    another.kind = "assessments";
    EXPECT_TRUE(inserted(another));
    auto elsewhere = draft_of(second, "pilot");
    elsewhere.external_identifier = "N-1";
    EXPECT_TRUE(inserted(elsewhere));

    auto renamed = draft_of(first, "skipper");
    ASSERT_TRUE(inserted(renamed));
    renamed.version = 2;
    renamed.external_identifier = "N-1";
    EXPECT_EQ(field_of(replaced(renamed)), "external_identifier");
    EXPECT_EQ(found(renamed)->version, 1);
}

TEST_P(DraftsContract, a_ctid_is_one_draft_s_within_an_organization) {
    const auto draft = draft_of(first, "pilot");
    ASSERT_TRUE(inserted(draft));
    EXPECT_EQ(field_of(inserted(draft)), "ctid");
    EXPECT_TRUE(inserted(draft_of(second, "pilot"))) << "others may write of it too";
    EXPECT_EQ(found(draft), draft);
}

TEST_P(DraftsContract, is_written_anew_over_the_version_that_was_looked_at) {
    auto draft = draft_of(first, "pilot");
    ASSERT_TRUE(inserted(draft));
    draft.type = "ceterms:Badge";
    draft.external_identifier = "P";
    draft.name = "skipper";
    draft.entry = "{}";
    draft.method = PublishMethod::table;
    draft.problem_count = 2;
    draft.version = 2;
    draft.publisher = second.number;
    draft.actor = "person:2";
    draft.updated_at = at(2);
    ASSERT_TRUE(replaced(draft));
    EXPECT_EQ(found(draft), draft);
    EXPECT_EQ(field_of(replaced(draft)), "version");
    EXPECT_EQ(names({.words = "skip"}), Names{"skipper"});
    EXPECT_EQ(names({.words = "pilot"}), Names{});
}

TEST_P(DraftsContract, keeps_what_became_of_a_version) {
    auto draft = draft_of(first, "pilot");
    ASSERT_TRUE(inserted(draft));
    draft.standing = DraftStanding::approved;
    draft.approved_version = 1;
    draft.approver = "person:3";
    draft.waits_since = at(3);
    ASSERT_TRUE(standing_set(draft));
    EXPECT_EQ(found(draft), draft);
    draft.standing = DraftStanding::returned;
    draft.published_version = 1;
    draft.reason = "why";
    draft.waits_since.reset();
    ASSERT_TRUE(standing_set(draft));
    EXPECT_EQ(found(draft), draft);
    draft.version = 2;
    EXPECT_EQ(field_of(standing_set(draft)), "version");
}

TEST_P(DraftsContract, waits_longest_first_and_once_for_each_ctid) {
    auto early = draft_of(first, "pilot");
    auto late = draft_of(second, "navigator");
    auto rival = draft_of(second, "pilot");
    for (auto* draft : {&early, &late, &rival}) ASSERT_TRUE(inserted(*draft));
    EXPECT_EQ(waiting().total, 0);
    late.waits_since = at(9);
    early.waits_since = at(8);
    rival.waits_since = at(7);
    ASSERT_TRUE(standing_set(late));
    ASSERT_TRUE(standing_set(early));
    EXPECT_EQ(field_of(standing_set(rival)), "ctid");
    ASSERT_TRUE(standing_set(early)) << "it is the same one that waits";
    const auto page = waiting();
    EXPECT_EQ(page.total, 2);
    ASSERT_EQ(page.items.size(), 2U);
    EXPECT_EQ(page.items[0].name, "pilot");
    EXPECT_EQ(page.items[0].entry, "") << "a list does not read them";
    EXPECT_EQ(page.items[1].name, "navigator");
    EXPECT_EQ(waiting({.offset = 1, .count = 5}).items.size(), 1U);
    store().read([&](Transaction& transaction) {
        EXPECT_EQ(drafts::find_waiting(transaction, early.ctid), early);
        EXPECT_EQ(drafts::find_waiting(transaction, ctid("none")), std::nullopt);
        return 0;
    });
}

TEST_P(DraftsContract, lists_what_was_written_last_first) {
    for (int i = 1; i <= 5; ++i) {
        auto draft = draft_of(first, std::to_string(i), i);
        if (i > 3) draft.kind = "assessments";
        ASSERT_TRUE(inserted(draft));
    }
    ASSERT_TRUE(inserted(draft_of(second, "another's", 9)));
    EXPECT_EQ(names({}), (Names{"5", "4", "3", "2", "1"}));
    EXPECT_EQ(names({}, {.offset = 1, .count = 2}), (Names{"4", "3"}));
    EXPECT_EQ(page({}, {.offset = 1, .count = 2}).total, 5);
    EXPECT_EQ(names({.kind = "credentials"}), (Names{"3", "2", "1"}));
    EXPECT_EQ(names({.kind = "credentials"}, {.offset = 2, .count = 2}), Names{"1"});
    EXPECT_EQ(page({.kind = "credentials"}).total, 3);
    EXPECT_EQ(page({}).items.at(0).entry, "") << "a list does not read them";
}

TEST_P(DraftsContract, finds_in_a_list_by_words_identifier_standing_and_problems) {
    auto welding = draft_of(first, "project management pmi", 1);
    welding.external_identifier = "100%";
    auto cooking = draft_of(first, "cooking for projects", 2);
    cooking.standing = DraftStanding::approved;
    auto sailing = draft_of(first, "sailing", 3);
    sailing.problem_count = 1;
    for (const auto& draft : {welding, cooking, sailing}) ASSERT_TRUE(inserted(draft));
    EXPECT_EQ(names({.words = "project"}), (Names{cooking.name, welding.name}));
    EXPECT_EQ(names({.words = "project man"}), Names{welding.name});
    EXPECT_EQ(names({.words = "ailing"}), Names{}) << "within a word";
    EXPECT_EQ(names({.words = "%"}), Names{});
    EXPECT_EQ(names({.words = "nothing", .identifier = "100%"}), Names{welding.name});
    EXPECT_EQ(names({.identifier = "100"}), Names{});
    EXPECT_EQ(names({.words = "pmi", .identifier = "pmi"}), Names{welding.name});
    EXPECT_EQ(names({.standing = DraftStanding::approved}), Names{cooking.name});
    EXPECT_EQ(names({.kind = "credentials", .standing = DraftStanding::editing, .words = "proj"}),
              Names{welding.name});
    EXPECT_EQ(names({.with_problems = true}), Names{sailing.name});
    EXPECT_EQ(page({.words = "project", .with_problems = true}).total, 0);
}

TEST_P(DraftsContract, counts_by_standing) {
    int minute = 0;
    for (const auto standing : draft_standings) {
        auto draft = draft_of(first, "a " + std::string(name_of(standing)), ++minute);
        draft.standing = standing;
        ASSERT_TRUE(inserted(draft));
    }
    ASSERT_TRUE(inserted(draft_of(first, "one more")));
    ASSERT_TRUE(inserted(draft_of(second, "another's")));
    store().read([&](Transaction& transaction) {
        EXPECT_EQ(drafts::count_by_standing(transaction, first.number),
                  (std::array<std::int64_t, 5>{2, 1, 1, 1, 1}));
        EXPECT_EQ(drafts::count(transaction, first.number), 6);
        EXPECT_EQ(drafts::count(transaction, 99), 0);
        return 0;
    });
}

TEST_P(DraftsContract, is_followed_in_the_order_of_its_ctids) {
    std::vector<Ctid> ctids;
    for (int i = 0; i < 5; ++i) {
        auto draft = draft_of(first, std::to_string(i));
        if (i == 4) draft.standing = DraftStanding::published;
        ctids.push_back(draft.ctid);
        ASSERT_TRUE(inserted(draft));
    }
    const auto published = ctids.back();
    std::ranges::sort(ctids);
    auto other_kind = draft_of(first, "test");
    other_kind.kind = "assessments";
    ASSERT_TRUE(inserted(other_kind));
    ASSERT_TRUE(inserted(draft_of(second, "another's")));
    store().read([&](Transaction& transaction) {
        std::vector<Ctid> followed;
        Ctid last;
        for (;;) {
            const auto next = drafts::after(transaction, first.number, "credentials", last, 2);
            if (next.empty()) break;
            for (const auto& draft : next) followed.push_back(draft.ctid);
            EXPECT_NE(next.front().entry, "");
            last = followed.back();
        }
        EXPECT_EQ(followed, ctids);
        const auto of_standing = [&](DraftStanding standing) {
            return drafts::after(transaction, first.number, standing, "credentials", Ctid(), 9);
        };
        EXPECT_EQ(of_standing(DraftStanding::editing).size(), 4U);
        EXPECT_EQ(of_standing(DraftStanding::published).at(0).ctid, published);
        return 0;
    });
}

TEST_P(DraftsContract, forgets_a_draft_of_its_own_organization) {
    const auto draft = draft_of(first, "pilot");
    ASSERT_TRUE(inserted(draft));
    write([&](Transaction& transaction) {
        EXPECT_FALSE(drafts::remove(transaction, second.number, draft.ctid));
        EXPECT_TRUE(drafts::remove(transaction, first.number, draft.ctid));
        EXPECT_FALSE(drafts::remove(transaction, first.number, draft.ctid));
    });
    EXPECT_EQ(found(draft), std::nullopt);
}

}  // namespace

}  // namespace cartulary
