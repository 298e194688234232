#include "operations/site_map.h"

#include "operations/resources_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;

class SiteMapTest : public ResourcesTest {
protected:
    std::vector<std::string> ctids_in(std::int64_t section) {
        std::vector<std::string> ctids;
        auto reader = SiteMap(registry()).read(section);
        for (auto page = reader.next(); !page.empty(); page = reader.next()) {
            for (const auto& address : page) ctids.push_back(address.ctid.text());
        }
        return ctids;
    }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, SiteMapTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& kind) { return kind.param.name; });

TEST_P(SiteMapTest, has_all_that_is_there_and_nothing_else) {
    ASSERT_TRUE(publish(own, certificate(welding, own)));
    ASSERT_TRUE(publish(own, certificate(ctid('2'), own)));
    ASSERT_TRUE(resources.remove(own, ctid('2')));
    const SiteMap map(registry());
    EXPECT_THAT(map.sections(), ElementsAre(1));
    const auto ctids = ctids_in(1);
    EXPECT_THAT(ctids, IsSupersetOf({welding.text(), ctid_of(own).text()}));
    EXPECT_THAT(ctids, testing::Not(testing::Contains(ctid('2').text())));
}

TEST_P(SiteMapTest, has_no_section_without_anything_in_it) {
    ASSERT_TRUE(publish(own, certificate(welding, own)));
    const SiteMap map(registry());
    EXPECT_TRUE(map.has(1));
    for (const std::int64_t section :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{2}, std::int64_t{1'000'000},
          std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
        EXPECT_FALSE(map.has(section)) << section;
    }
    EXPECT_THAT(ctids_in(2), IsEmpty());
}

}  // namespace

}  // namespace cartulary
