#include "operations/resource_names.h"

#include "operations/resources_for_test.h"

namespace cartulary {

namespace {

class ResourceNamesTest : public ResourcesTest {};

TEST_P(ResourceNamesTest, knows_what_is_here_and_leaves_out_what_is_not) {
    ASSERT_TRUE(publish(own, certificate(welding, own, "Welding I")));
    ASSERT_TRUE(publish(own, certificate(ctid('2'), own, "Joining metals")));
    ASSERT_TRUE(resources.remove(own, ctid('2')));
    const auto names = names_of(registry(), std::vector{welding, ctid('2'), ctid('3')});
    ASSERT_EQ(names.size(), 1U);
    EXPECT_EQ(names.at(welding), (ResourceName{"Welding I", "en-US"}));
    EXPECT_TRUE(names_of(registry(), {}).empty());
}

TEST_P(ResourceNamesTest, knows_so_many_at_once_and_no_more) {
    ASSERT_TRUE(publish(own, certificate(welding, own, "Welding I")));
    std::vector<Ctid> ctids(names_known_max, ctid('9'));
    ctids.push_back(welding);
    EXPECT_TRUE(names_of(registry(), ctids).empty());
    ctids.erase(ctids.begin());
    EXPECT_EQ(names_of(registry(), ctids).size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ResourceNamesTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& kind) { return kind.param.name; });

}  // namespace

}  // namespace cartulary
