#include <atomic>
#include <thread>

#include "operations/resources_for_test.h"

namespace cartulary {

namespace {

// Several who publish at the same time.
class ResourceRivalsTest : public ResourcesTest {
protected:
    static constexpr int rivals = 8;

    // What each of them is answered. `work` is given the number of the rival.
    std::multiset<std::string> at_once(
        const std::function<Result<Resources::Published>(int)>& work) {
        std::vector<std::string> answers(rivals);
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < rivals; ++i) {
                threads.emplace_back(
                    [&, i] { answers[static_cast<std::size_t>(i)] = refusal_of(work(i)); });
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
    Resources published{shared, 0};
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ResourceRivalsTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(ResourceRivalsTest, of_two_organizations_that_want_one_ctid_one_gets_it) {
    const auto answers = at_once([&](int rival) {
        const auto& caller = rival % 2 == 0 ? own : stranger;
        return published.publish(caller,
                                 {.owner = caller.id, .document = certificate(welding, caller)});
    });
    EXPECT_EQ(answers.count("nothing"), rivals / 2U) << "the others' were the same document";
    EXPECT_EQ(published.history(welding)->size(), 1U);
}

TEST_P(ResourceRivalsTest, versions_of_one_document_come_one_after_the_other) {
    const auto answers = at_once([&](int rival) {
        return published.publish(
            own, {.owner = own.id,
                  .document = certificate(welding, own, "Welding " + std::to_string(rival))});
    });
    EXPECT_EQ(answers.count("nothing"), static_cast<std::size_t>(rivals));
    const auto history = published.history(welding).value();
    ASSERT_EQ(history.size(), static_cast<std::size_t>(rivals));
    EXPECT_EQ(history.back().revision, rivals);
    EXPECT_EQ(events_of(own).size(), static_cast<std::size_t>(rivals));
}

TEST_P(ResourceRivalsTest, of_those_who_read_the_same_version_one_changes_it) {
    const auto first =
        published.publish(own, {.owner = own.id, .document = certificate(welding, own)});
    const auto answers = at_once([&](int rival) {
        return published.publish(
            own, {.owner = own.id,
                  .document = certificate(welding, own, "Welding " + std::to_string(rival)),
                  .if_match = first->resource.digest});
    });
    EXPECT_EQ(answers.count("nothing"), 1U);
    EXPECT_EQ(answers.count("conflict: revision is another by now"), rivals - 1U);
}

TEST_P(ResourceRivalsTest, a_record_and_its_document_say_the_same_whoever_comes_last) {
    Organizations organizations(shared);
    at_once([&](int rival) -> Result<Resources::Published> {
        const auto name = "College " + std::to_string(rival);
        if (rival % 2 == 0) {
            const auto changed =
                organizations.change(own, own.id, [&](OrganizationDraft& draft) -> Result<void> {
                    draft.name = name;
                    return {};
                });
            if (!changed) return tl::unexpected(changed.error());
            return Resources::Published{.resource = published.known(ctid_of(own))->resource};
        }
        const auto text = node(ctid_of(own), "ceterms:CredentialOrganization", name) + "}";
        return published.publish(own, {.owner = own.id, .document = document(text)});
    });
    EXPECT_EQ(name_shown(ctid_of(own)), organizations.show(own.id)->organization.stated.name);
    EXPECT_EQ(published.history(ctid_of(own))->size(), 1U + rivals);
}

}  // namespace

}  // namespace cartulary
