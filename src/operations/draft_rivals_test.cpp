#include <thread>

#include "operations/drafts_for_test.h"

namespace cartulary {

namespace {

// Several who do something about the same draft at the same time.
class DraftRivalsTest : public DraftsTest {
protected:
    static constexpr int rivals = 6;

    // What each of them is answered. `work` is given the number of the rival.
    std::multiset<std::string> at_once(const std::function<std::string(int)>& work) {
        std::vector<std::string> answers(rivals);
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < rivals; ++i) {
                threads.emplace_back([&, i] { answers[static_cast<std::size_t>(i)] = work(i); });
            }
        }
        return {answers.begin(), answers.end()};
    }

    // Its randomness, unlike the tests' own, is for any number of threads.
    Registry shared{.store = under_test.store(),
                    .vault = registry().vault,
                    .now = registry().now,
                    .randomness = system_randomness,
                    .name = "Test Registry",
                    .public_url = "https://registry.example"};
    Drafts rivalling{shared};
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, DraftRivalsTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(DraftRivalsTest, of_those_who_edit_the_same_version_one_changes_it) {
    const auto draft = saved();
    const auto answers = at_once([&](int rival) {
        return refusal_of(rivalling.save(ada, own.id,
                                         {.kind = Kind::credentials,
                                          .ctid = draft.ctid,
                                          .entry = credential("Welding " + std::to_string(rival)),
                                          .version = 1}));
    });
    EXPECT_EQ(answers.count("nothing"), 1U);
    EXPECT_EQ(answers.count("conflict: version is another by now"), rivals - 1U);
    EXPECT_EQ(now(draft).version, 2);
}

TEST_P(DraftRivalsTest, of_those_who_want_one_identifier_one_gets_it) {
    const auto answers = at_once([&](int rival) {
        return refusal_of(
            rivalling.save(ada, own.id,
                           {.kind = Kind::credentials,
                            .external_identifier = "W-1",
                            .entry = credential("Welding " + std::to_string(rival))}));
    });
    EXPECT_EQ(answers.count("nothing"), 1U);
    EXPECT_EQ(answers.count("invalid: ExternalIdentifier is already used by another draft"),
              rivals - 1U);
}

TEST_P(DraftRivalsTest, of_two_organizations_with_one_ctid_one_waits) {
    set_trusted(stranger, false);
    const auto draft = saved();
    ASSERT_TRUE(drafts.save(
        stranger, stranger.id,
        {.kind = Kind::credentials, .ctid = draft.ctid, .entry = credential("Cooking")}));
    at_once([&](int rival) {
        const auto& caller = rival % 2 == 0 ? ada : stranger;
        return told(rivalling.approve(caller, caller.id, std::vector{draft.ctid}));
    });
    EXPECT_EQ(drafts.waiting(clerk(), {})->total, 1);
    EXPECT_EQ(events_of(own).size() + events_of(stranger).size(), 1U);
}

TEST_P(DraftRivalsTest, what_several_publish_is_published_once) {
    const auto first = approved();
    const auto second = approved("Welding II");
    const std::vector ctids{first.ctid, second.ctid};
    at_once([&](int) { return told(rivalling.publish(clerk(), ctids)); });
    EXPECT_EQ(standing_of(now(first)), "published");
    EXPECT_EQ(standing_of(now(second)), "published");
    EXPECT_EQ(resources.history(first.ctid)->size(), 1U);
    EXPECT_EQ(events_of(own).size(), 6U);
    EXPECT_EQ(mail_of(MailKind::draft_published).size(), 1U);
}

}  // namespace

}  // namespace cartulary
