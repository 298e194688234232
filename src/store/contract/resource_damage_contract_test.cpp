#include "store/contract/resources_contract_for_test.h"

namespace cartulary {

namespace {

using testing::Contains;
using testing::HasSubstr;

// What damages is not mended: the check at the end of the other cases is left out.
class ResourceDamageContract : public ResourcesContract {
protected:
    void TearDown() override {}

    void damage(const char* sql) {
        write([&](Transaction& transaction) { transaction.run(sql); });
    }
    std::vector<std::string> broken() { return read(invariants::broken); }

    const std::int64_t number = added(sample_resource(owner, "a"));
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ResourceDamageContract,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(ResourceDamageContract, lost_changes_are_found) {
    damage("delete from change");
    EXPECT_THAT(broken(), Contains("1 versions are not in the log of changes"));
}

TEST_P(ResourceDamageContract, lost_versions_are_found) {
    damage("delete from resource_version");
    EXPECT_THAT(broken(), Contains("1 resources do not have all their versions"));
    EXPECT_THAT(broken(), Contains("1 changes are of no version"));
}

TEST_P(ResourceDamageContract, lost_texts_are_found) {
    damage("delete from resource_text");
    EXPECT_THAT(broken(), Contains("1 rows of the index of texts are too many or too few"));
}

TEST_P(ResourceDamageContract, what_is_half_deleted_is_found) {
    damage("update resource set deleted_at = 1");
    EXPECT_THAT(broken(), Contains("1 resources are found while they are deleted, or not found "
                                   "while they are there"));
    EXPECT_THAT(broken(), Contains("2 references are of nothing, or of something deleted"));
    EXPECT_THAT(broken(), Contains("1 resources have another digest or owner than their latest "
                                   "version"));
}

TEST_P(ResourceDamageContract, an_owner_that_is_none_is_found) {
    damage("update resource set owner = 4711");
    EXPECT_THAT(broken(), Contains("1 resources are of no organization"));
}

// PostgreSQL looks after its own index.
TEST_P(ResourceDamageContract, an_index_that_lost_its_words_is_found) {
    if (store().engine() == Engine::postgres) {
        EXPECT_THAT(store().engine_problems(), testing::IsEmpty());
        return;
    }
    damage("update resource_text_content set c0 = 'others'");
    EXPECT_THAT(store().engine_problems(), Contains(HasSubstr("the index of texts is damaged")));
}

}  // namespace

}  // namespace cartulary
