#include "operations/latest_changes.h"

#include "operations/resources_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class LatestChangesTest : public ResourcesTest {
protected:
    std::vector<std::string> told(const LatestQuery& query) {
        std::vector<std::string> told;
        for (const auto& [change, known, name] : latest_changes(registry(), query)) {
            told.push_back(std::string(cartulary::name_of(change.event)) + " " + name);
        }
        return told;
    }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, LatestChangesTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& kind) { return kind.param.name; });

TEST_P(LatestChangesTest, come_newest_first_with_what_they_are_about) {
    ASSERT_TRUE(publish(own, certificate(welding, own, "Welding I")));
    ASSERT_TRUE(publish(own, certificate(ctid('2'), own, "Riveting")));
    ASSERT_TRUE(publish(own, certificate(welding, own, "Welding II")));
    ASSERT_TRUE(resources.remove(own, ctid('2')));
    const LatestQuery of_own{.owner = ctid_of(own)};
    const auto all = told(of_own);
    ASSERT_GE(all.size(), 4U);
    EXPECT_THAT(std::vector(all.begin(), all.begin() + 4),
                ElementsAre("deleted Riveting", "updated Welding II", "created Riveting",
                            "created Welding II"))
        << "each by the name that it has now, or had when it was deleted";
    const auto latest = latest_changes(registry(), of_own);
    EXPECT_EQ(latest.front().known.owner, own.id);
    const auto older = told({.owner = ctid_of(own), .before = latest.at(1).change.number});
    EXPECT_EQ(older, std::vector(all.begin() + 2, all.end()));
    EXPECT_THAT(told({.before = latest.back().change.number}),
                testing::Not(testing::Contains("created Riveting")));
}

TEST_P(LatestChangesTest, are_of_one_organization_where_that_is_asked) {
    ASSERT_TRUE(publish(own, certificate(welding, own)));
    ASSERT_TRUE(publish(stranger, certificate(ctid('2'), stranger, "Riveting")));
    EXPECT_THAT(told({.owner = ctid_of(stranger)}), testing::Contains("created Riveting"));
    EXPECT_THAT(told({.owner = ctid_of(own)}), testing::Not(testing::Contains("created Riveting")));
    EXPECT_THAT(told({.owner = ctid('9')}), IsEmpty());
}

TEST_P(LatestChangesTest, are_a_page_at_most) {
    for (int i = 0; i < latest_changes_page + 1; ++i) {
        ASSERT_TRUE(publish(own, certificate(welding, own, "Welding " + std::to_string(i))));
    }
    EXPECT_THAT(latest_changes(registry(), {}), SizeIs(latest_changes_page));
    EXPECT_THAT(latest_changes(registry(), {.owner = ctid_of(own)}), SizeIs(latest_changes_page));
}

}  // namespace

}  // namespace cartulary
