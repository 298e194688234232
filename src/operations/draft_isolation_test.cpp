#include "operations/drafts_for_test.h"

namespace cartulary {

namespace {

// Whose drafts are whose.
class DraftIsolationTest : public DraftsTest {
protected:
    // What every operation on `organization` answers of this draft; that of deletion comes last.
    std::vector<std::pair<std::string, std::string>> answers(const Caller& caller,
                                                             const OrganizationId& organization,
                                                             const Draft& draft) {
        const auto named = std::vector{draft.ctid};
        const auto written = [&](std::int64_t version) {
            return Written{.kind = Kind::credentials,
                           .ctid = draft.ctid,
                           .entry = credential("Changed"),
                           .version = version};
        };
        const Written anew{.kind = Kind::credentials, .entry = unfinished("Anew")};
        return {
            {"list", refusal_of(drafts.list(caller, organization, {}, {}))},
            {"count", refusal_of(drafts.count(caller, organization))},
            {"get", refusal_of(drafts.get(caller, organization, draft.ctid))},
            {"preview", refusal_of(drafts.preview(caller, organization, draft.ctid))},
            {"save", refusal_of(drafts.save(caller, organization, written(draft.version)))},
            {"save anew", refusal_of(drafts.save(caller, organization, anew))},
            {"save nothing", refusal_of(drafts.save(caller, organization,
                                                    {.kind = Kind::credentials, .entry = {}}))},
            {"copy", refusal_of(drafts.copy(caller, organization, draft.ctid))},
            {"approve", refusal_of(drafts.approve(caller, organization, named))},
            {"approve all",
             refusal_of(drafts.approve_all(caller, organization, Kind::credentials))},
            {"unpublish",
             refusal_of(drafts.unpublish(caller, organization, draft.ctid, draft.version))},
            {"discard",
             refusal_of(drafts.discard(caller, organization, draft.ctid, draft.version))},
        };
    }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, DraftIsolationTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(DraftIsolationTest, another_organization_s_drafts_are_not_there) {
    const auto draft = published();
    const auto events = events_of(own).size();
    for (const auto& caller : {stranger, with_rights(stranger, nothing_but_read), earner()}) {
        for (const auto& [operation, answer] : answers(caller, own.id, draft)) {
            EXPECT_EQ(answer, "not_found") << operation;
        }
        const OrganizationId unknown(ctid('9').uuid());
        for (const auto& [operation, answer] : answers(caller, unknown, draft)) {
            EXPECT_EQ(answer, "not_found") << operation;
        }
    }
    EXPECT_EQ(now(draft), draft);
    EXPECT_EQ(drafts.list(own, own.id, {}, {})->total, 1);
    EXPECT_EQ(events_of(own).size(), events);
}

TEST_P(DraftIsolationTest, another_organization_s_drafts_are_not_there_under_one_s_own_name) {
    const auto draft = approved();
    for (const auto& [operation, answer] : answers(stranger, stranger.id, draft)) {
        const bool names_it = operation == "get" || operation == "preview" || operation == "save" ||
                              operation == "copy" || operation == "unpublish" ||
                              operation == "discard";
        if (!names_it) continue;
        EXPECT_EQ(answer, "not_found") << operation;
    }
    EXPECT_EQ(told(drafts.approve(stranger, stranger.id, std::vector{draft.ctid})),
              "0 done; : not_found");
    EXPECT_EQ(now(draft), draft);
    const auto listed = drafts.list(stranger, stranger.id, {}, {}).value();
    for (const auto& other : listed.items) EXPECT_EQ(other.name, "Anew");
}

TEST_P(DraftIsolationTest, what_one_refers_to_is_one_s_own) {
    ASSERT_TRUE(save(ada, credential(), {}, 0, "W-1"));
    auto entry = credential("Cooking");
    entry.groups["ConditionProfile"] = {
        {{"ConditionProfile.Type", {"Requires"}},
         {"ConditionProfile.Description", {"What comes before it."}},
         {"ConditionProfile.TargetCredential", {"W-1"}}}};
    const auto kept =
        drafts.save(stranger, stranger.id, {.kind = Kind::credentials, .entry = entry});
    ASSERT_TRUE(kept);
    EXPECT_TRUE(ctdl::has_errors(kept->problems));
}

TEST_P(DraftIsolationTest, who_may_publish_for_an_organization_sees_its_drafts) {
    grant(own, stranger);
    const auto draft = published();
    for (const auto& [operation, answer] : answers(stranger, own.id, draft)) {
        EXPECT_NE(answer, "not_found") << operation;
        EXPECT_NE(answer, "forbidden") << operation;
    }
}

TEST_P(DraftIsolationTest, who_may_only_read_changes_nothing) {
    const auto draft = published();
    for (const auto& [operation, answer] :
         answers(with_rights(own, nothing_but_read), own.id, draft)) {
        const bool reads = operation == "list" || operation == "count" || operation == "get" ||
                           operation == "preview";
        EXPECT_EQ(answer, reads ? "nothing" : "forbidden") << operation;
    }
    EXPECT_EQ(now(draft), draft);
    for (const auto& [operation, answer] : answers(with_rights(own, all_but_read), own.id, draft)) {
        const bool reads = operation == "list" || operation == "count" || operation == "get" ||
                           operation == "preview";
        if (!reads) continue;
        EXPECT_EQ(answer, "forbidden") << operation;
    }
}

TEST_P(DraftIsolationTest, only_staff_look_over_all) {
    const auto draft = approved();
    EXPECT_EQ(refusal_of(drafts.waiting(nobody(), {})), "forbidden");
    EXPECT_EQ(refusal_of(drafts.review(nobody(), draft.ctid)), "forbidden");
    EXPECT_EQ(refusal_of(drafts.publish(nobody(), std::vector{draft.ctid})), "forbidden");
    EXPECT_EQ(refusal_of(drafts.send_back(nobody(), draft.ctid, "why")), "forbidden");
    EXPECT_EQ(now(draft), draft);
}

}  // namespace

}  // namespace cartulary
